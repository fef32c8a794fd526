import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { findFreePort } from './find-free-port.ts'
import { createAppProcess } from './kill/app-process.ts'
import { judge } from './kill/judge.ts'
import { createPerson } from './kill/person.ts'
import { createRandom } from './random.ts'

/**
 * Sends messages from several people through the whole pipeline while the process is killed with SIGKILL at random
 * moments, start-up included, and started again. Prints what became of every message; exits 1 when one was lost or a
 * person was answered out of order. `--database-url` for a PostgreSQL server, otherwise the embedded database in a
 * throw-away folder; `--people`, `--each` (messages a person), `--kills`, `--seed`.
 */
const { values } = parseArgs({
  options: {
    'database-url': { type: 'string' },
    'redis-url': { type: 'string' },
    people: { type: 'string', default: '20' },
    each: { type: 'string', default: '10' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
})
const peopleCount = Number(values.people)
const each = Math.min(Number(values.each), 10)
const kills = Number(values.kills)
const random = createRandom(values.seed)

/** Questions whose answers differ, so that a reply tells which message it answers. */
const QUESTIONS = [
  'Kế hoạch có mấy nhóm nhiệm vụ?',
  'Quy trình xây dựng bài toán lớn có mấy bước?',
  'Inno-Coffee là gì?',
  'Sandbox là gì?',
  'Chỉ số PII năm 2025 của TP.HCM là bao nhiêu?',
  'Khu vực công có những rào cản nào với đổi mới sáng tạo?',
  'Tổ công tác gồm những ai?',
  'Giai đoạn 2011-2018 có bao nhiêu lớp tập huấn?',
  'Bài toán lớn trong lĩnh vực thuế là gì?',
  'Hệ sinh thái khởi nghiệp của TP.HCM xếp hạng bao nhiêu?',
].slice(0, each)

const folder = await mkdtemp(path.join(tmpdir(), 'nhip-cau-kill-'))
const app = createAppProcess({
  port: await findFreePort(),
  env: values['database-url']
    ? { DATABASE_URL: values['database-url'], ...(values['redis-url'] && { REDIS_URL: values['redis-url'] }) }
    : { DATA_DIR: path.join(folder, 'data') },
})
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

try {
  await app.start()
  const calm = await createPerson(app.url)
  const expected = await calm.askEach(QUESTIONS)
  const people = await Promise.all(Array.from({ length: peopleCount }, () => createPerson(app.url)))

  let sending = true
  const killing = (async () => {
    for (let killed = 0; killed < kills; killed += 1) {
      await pause(300 + random() * 3_000)
      await app.kill()
      await app.start({ wait: random() < 0.7 })
    }
    await app.ready()
  })()
  const started = Date.now()
  await Promise.all(
    people.map(async (person) => {
      for (const question of QUESTIONS) {
        await person.send(question)
        await pause(random() * ((kills * 2_000) / each))
      }
    }),
  ).finally(() => {
    sending = false
  })
  await killing
  if (sending) throw new Error('not everything was sent')

  const transcripts = await Promise.all(people.map((person) => person.readUntil(expected, 180_000)))
  const verdict = judge(transcripts, expected)
  console.log(
    [
      `database   ${values['database-url'] ? 'PostgreSQL server' : 'embedded'}${values['redis-url'] ? ' + Redis' : ''}`,
      `messages   ${people.length * QUESTIONS.length} from ${people.length} people`,
      `killed     ${app.kills()} times with SIGKILL, in ${((Date.now() - started) / 1000).toFixed(0)} s`,
      `lost       ${verdict.lost}`,
      `out of order ${verdict.outOfOrder}`,
      `repeats    ${verdict.repeats}`,
    ].join('\n'),
  )
  process.exitCode = verdict.lost + verdict.outOfOrder === 0 && app.kills() >= kills ? 0 : 1
} finally {
  await app.kill()
  await rm(folder, { recursive: true, force: true })
}
