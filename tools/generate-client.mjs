#!/usr/bin/env node
// Generates the Prisma client into prisma/generated, unless it already belongs to the current schema.
// Runs after an install and before a start, so it is plain JavaScript that Node 20 can run, and quick when idle.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const schemaFile = path.join(root, 'prisma/schema.prisma')
const cli = path.join(root, 'node_modules/prisma/build/index.js')
const generated = path.join(root, 'prisma/generated')
const digestFile = path.join(generated, 'digest')

// An install without the command-line tool (a broken or partial one) has nothing to generate with.
if (!existsSync(cli)) fail('The prisma package is missing: run "npm ci" in the project folder.')

const digest = digestOf(schemaFile, path.join(root, 'node_modules/prisma/package.json'))
if (readIfAny(digestFile) !== digest) {
  const run = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) fail(`The Prisma client could not be generated.\n${run.stdout}${run.stderr}`)
  mkdirSync(generated, { recursive: true })
  writeFileSync(digestFile, digest)
}

function digestOf(...files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}

function readIfAny(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
