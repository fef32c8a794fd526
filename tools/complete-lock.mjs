#!/usr/bin/env node
// Run after every `npm install`. A registry that lacks a package for some platform makes npm leave it out of
// package-lock.json, and then `npm ci` refuses the file: "Missing: … from lock file". This adds what npm would have
// written: optional, for that platform only, and so never fetched on another.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]
const OTHER_NAMES = { windows: 'win32', gnueabihf: 'arm', musleabihf: 'arm', eabi: 'arm', armv7: 'arm' }

const file = process.argv[2] ?? 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []

for (const [place, holder] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(holder.optionalDependencies ?? {})) {
    if (isLocked(place, name)) continue
    if (!/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`${name}@${version} of ${place} is not an exact version`)
    lock.packages[`node_modules/${name}`] = describePlatformPackage(name, version, holder)
    added.push(name)
  }
}

if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
console.log(`${file}: ${added.length} platform packages added`)

/** Looks where Node would: in the package's own node_modules, then in those of the folders around it. */
function isLocked(place, name) {
  const parts = place.split('/node_modules/')
  const around = parts.map((_, depth) => parts.slice(0, depth + 1).join('/node_modules/'))
  return ['', ...around].some((folder) => `${folder && `${folder}/`}node_modules/${name}` in lock.packages)
}

function describePlatformPackage(name, version, holder) {
  const words = name
    .split('/')
    .at(-1)
    .split(/[-._]/)
    .map((word) => OTHER_NAMES[word] ?? word)
  const os = words.find((word) => SYSTEMS.includes(word))
  const cpu = words.find((word) => PROCESSORS.includes(word))
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(holder.dev && { dev: true }),
    ...(words.some((word) => word.startsWith('musl')) && { libc: ['musl'] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}
