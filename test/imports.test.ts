import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom (docs/architecture.md). `<own>` is the name of the folder that the room's pattern caught. */
const ROOMS: { room: RegExp; may: RegExp }[] = [
  { room: /^(app|bots|jobs)\/main\.ts$|^app\//, may: /^(app|bots|core|jobs)\/(?!main)/ },
  {
    room: /^bots\/(web|console)\//,
    may: /^bots\/<own>\/|^core\/(message|errors|split-text|log|mailbox)\.ts$|^core\/texts\//,
  },
  {
    room: /^bots\/([^/]+)\//,
    may: /^bots\/<own>\/|^core\/(message|errors|split-text|write-out-links|formatted-text|log)\.ts$|^core\/texts\//,
  },
  { room: /^bots\//, may: /^(bots|core)\/(?!main)/ },
  { room: /^jobs\//, may: /^(jobs|core)\/(?!main)/ },
  // The one bench that starts the assistant with a setting that no configuration may have.
  { room: /^bench\/alerts\/run-app\.ts$/, may: /^(app|bench|core)\/(?!main)/ },
  // The fake platforms stand in for the real ones there, too.
  { room: /^bench\//, may: /^(bench|core)\/|^test\/support\/(fake|zalo)-/ },
  { room: /^core\/db(\.ts|\/)/, may: /^core\/|^prisma\/generated\// },
  {
    room: /^core\/(knowledge|sending|people|search|challenges|forms|files|alerts|training)\//,
    may: /^core\/(<own>|people|texts|db|sensitive|search|units|forms)\/|^core\/[^/]+$/,
  },
  { room: /^core\//, may: /^core\// },
]

/** One home for each vendor library; anything not named here is free. */
const HOMES: Record<string, RegExp> = {
  bullmq: /^jobs\/|^bench\/alerts\/contestants\//,
  ioredis: /^jobs\//,
  hono: /^bots\/server\.ts$/,
  '@hono/node-server': /^bots\/server\.ts$/,
  grammy: /^bots\/telegram\/|^bench\/alerts\/contestants\//,
  pg: /^core\/db(\.ts|\/)|^bench\/alerts\/contestants\//,
  '@prisma/adapter-pg': /^core\/db(\.ts|\/)/,
  '@prisma/client': /^core\/db(\.ts|\/)/,
  '@electric-sql/pglite': /^core\/db(\.ts|\/)/,
  docx: /^core\/files\//,
  pdfmake: /^core\/files\//,
  mammoth: /^core\/files\//,
  unpdf: /^core\/files\//,
  'read-excel-file': /^core\/files\//,
  'write-excel-file': /^core\/files\//,
  papaparse: /^core\/files\//,
  'ical-generator': /^core\/files\//,
  '@langchain/core': /^core\/llm\.ts$/,
  '@langchain/openai': /^core\/llm\.ts$/,
}

type Files = Record<string, string>

function findViolations(files: Files): string[] {
  return Object.entries(files).flatMap(([file, text]) => [
    ...(/process\.env\b/.test(text) ? [`${file} reads the environment`] : []),
    ...importsOf(file, text).flatMap(({ target, vendor }) => {
      if (vendor) return (HOMES[vendor]?.test(file) ?? true) ? [] : [`${file} imports ${vendor}`]
      const rule = ROOMS.find(({ room }) => room.test(file))
      const own = rule?.room.exec(file)?.[1]?.replace('/', '') ?? '-'
      const may = rule && new RegExp(rule.may.source.replaceAll('<own>', own))
      return may?.test(target) ? [] : [`${file} imports ${target}`]
    }),
  ])
}

function findCycles(files: Files): string[] {
  const seen = new Map<string, 'open' | 'done'>()
  const visit = (file: string, trail: string[]): string[] => {
    if (seen.get(file) === 'open') return [[...trail.slice(trail.indexOf(file)), file].join(' → ')]
    if (seen.has(file)) return []
    seen.set(file, 'open')
    const valued = importsOf(file, files[file] ?? '').filter(
      ({ target, typeOnly }) => !typeOnly && target in files,
    )
    const cycles = valued.flatMap(({ target }) => visit(target, [...trail, file]))
    seen.set(file, 'done')
    return cycles
  }
  return Object.keys(files).flatMap((file) => visit(file, []))
}

function importsOf(file: string, text: string) {
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...found].map(([, typeOnly, from, dynamic]) => {
    const name = from ?? dynamic ?? ''
    const vendor = /^(@[^/]+\/)?[^./][^/]*/.exec(name.startsWith('node:') ? '' : name)?.[0]
    const target = path.posix.join(path.posix.dirname(file), name)
    return {
      target: name.startsWith('node:') ? 'node' : target,
      vendor: vendor ?? nodeVendor(name),
      typeOnly,
    }
  })
}

const nodeVendor = (name: string) => (name.startsWith('node:') ? 'node' : undefined)

const sources: Files = Object.fromEntries(
  globSync('{app,bench,bots,core,jobs}/**/*.ts').map((file) => [file, readFileSync(file, 'utf8')]),
)

test('every import keeps to the rules of the house', () => {
  expect(findViolations(sources)).toEqual([])
})

test('no files import each other in a ring', () => {
  expect(findCycles(sources)).toEqual([])
})

test('a planted violation is found', () => {
  const planted: Files = {
    'core/a.ts': "import { b } from '../bots/b.ts'\nimport { Queue } from 'bullmq'\n",
    'core/knowledge/a.ts': "import { b } from '../sending/b.ts'\n",
    'bots/telegram/a.ts': "import { b } from '../web/b.ts'\nimport { c } from '../../core/handle.ts'\n",
    'jobs/a.ts': "import { b } from '../bots/b.ts'\nconst c = process.env.C\n",
    'bots/a.ts': "import { b } from './main.ts'\nconst c = await import('bullmq')\n",
  }
  expect(findViolations(planted)).toHaveLength(9)
  const ring = { 'core/a.ts': "import { b } from './b.ts'", 'core/b.ts': "export { a } from './a.ts'" }
  expect(findCycles(ring)).toEqual(['core/a.ts → core/b.ts → core/a.ts'])
  expect(findCycles({ ...ring, 'core/b.ts': "import type { A } from './a.ts'" })).toEqual([])
})
