#!/usr/bin/env node
// npm run migrate:new -- NAME: writes the migration from prisma/migrations to what prisma/schema.prisma says now, for
// reading and completing by hand. Needs no server: `prisma migrate dev` would have to apply it to one.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const name = process.argv[2]
if (!/^[a-z0-9_]+$/.test(name ?? '')) fail('Usage: npm run migrate:new -- what_changes')

const compare = '--from-migrations prisma/migrations --to-schema prisma/schema.prisma'.split(' ')
const cli = path.join(root, 'node_modules/prisma/build/index.js')
const args = [cli, 'migrate', 'diff', ...compare, '--script', '--exit-code']
const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
// Prisma's own exit codes of `migrate diff --exit-code`: 0 nothing to do, 1 a fault, 2 there is a difference.
if (run.status === 0) fail('The migrations already say what the schema says.')
if (run.status !== 2) fail(`${run.stdout}${run.stderr}`)

const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
const folder = path.join('prisma/migrations', `${time}_${name}`)
mkdirSync(path.join(root, folder))
writeFileSync(path.join(root, folder, 'migration.sql'), run.stdout)
console.log(`${folder}/migration.sql`)

function fail(message) {
  console.error(message)
  process.exit(1)
}
