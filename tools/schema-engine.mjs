#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which is a download from its makers' host, with the same engine compiled
// to WebAssembly from the npm registry. The Prisma command-line tool starts this file (see prisma.config.ts) and talks
// newline-delimited JSON-RPC 2.0 over stdin and stdout. The version of @prisma/schema-engine-wasm must be the commit
// that @prisma/engines-version of the installed Prisma names.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { createAdapterFactory } from './schema-engine-adapter.mjs'

const require = createRequire(import.meta.url)
const { command, datamodels, url, wantsVersion } = parseArguments(process.argv.slice(2))
const target = createAdapterFactory(url)
const scratch = createAdapterFactory('pglite:memory')

if (wantsVersion) console.log(`schema-engine-wasm ${engineVersion()}`)
else if (command[0] === 'cli') await answerCliCommand(command[1])
else await serve()

/** `cli can-connect-to-database` and `cli create-database`: one answer on stderr, as log lines. */
async function answerCliCommand(name) {
  // The Prisma command-line tool drops the first line.
  logLine('INFO', { message: 'schema engine started' })
  try {
    await (name === 'create-database' ? target.createDatabase() : target.canConnect())
  } catch (error) {
    const codes = { '3D000': 'P1003', '28P01': 'P1000', 28000: 'P1010', '42P04': 'P1009' }
    logLine('ERROR', {
      is_panic: false,
      error_code: codes[error.code] ?? 'P1001',
      message: String(error.message || error.code),
    })
    process.exitCode = 1
  } finally {
    await target.close()
  }
}

async function serve() {
  const engineFor = await loadEngine()
  for await (const line of createInterface({ input: process.stdin })) {
    const request = readRequest(line)
    if (request) await answer(request, engineFor)
  }
  await Promise.all([target.close(), scratch.close()])
}

async function answer({ id, method, params }, engineFor) {
  try {
    const engine = await engineFor(method === 'diff' && !touchesDatabase(params) ? scratch : target)
    const name = method === 'getDatabaseVersion' ? 'version' : method
    const result = await engine[name](params ?? {})
    if (method === 'diff' && typeof result?.stdout === 'string') {
      send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } })
    }
    send({ id, result: result ?? null })
  } catch (error) {
    const data = {
      is_panic: false,
      message: String(error?.message ?? error),
      meta: error?.meta ?? null,
      error_code: typeof error?.code === 'string' ? error.code : null,
    }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
  const wasm = require
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm')
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {
    './schema_engine_bg.js': glue,
  })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => logLine('ERROR', { message: String(message) }),
  }
  const sources = datamodels.map((file) => [file, readFileSync(file, 'utf8')])
  const options = { datamodels: sources.length > 0 ? sources : undefined }
  return (factory) =>
    glue.SchemaEngine.new(options, () => undefined, bindMigrationAwareSqlAdapterFactory(factory))
}

function parseArguments(args) {
  const parsed = { command: [], datamodels: [], url: 'pglite:memory', wantsVersion: false }
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === '--datamodels' || arg === '-d') parsed.datamodels.push(args[++i])
    else if (arg === '--datasource') parsed.url = JSON.parse(args[++i]).url ?? parsed.url
    else if (arg === '--enabled-preview-features' || arg === '--extension-types') i++
    else if (arg === '--version' || arg === '-V') parsed.wantsVersion = true
    else parsed.command.push(arg)
  }
  return parsed
}

function readRequest(line) {
  try {
    const message = JSON.parse(line)
    return message.method ? message : undefined
  } catch {
    return undefined
  }
}

function touchesDatabase({ from, to }) {
  return [from, to].some((side) => side?.tag === 'url' || side?.tag === 'schemaDatasource')
}

function engineVersion() {
  const manifest = require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, 'package.json')
  return JSON.parse(readFileSync(manifest, 'utf8')).version
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function logLine(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, target: 'schema_engine::logger', fields }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}
