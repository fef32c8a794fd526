import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAdmin } from '../../app/run-admin.ts'
import { importTexts } from '../../core/texts/training-import.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function admin(...args: string[]) {
  let [out, err] = ['', '']
  const code = await runAdmin(args, {
    env: { DATA_DIR: path.join(folder, 'data') },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  })
  return { code, out: out.trim(), err: err.trim() }
}
async function file(name: string, text: string) {
  const where = path.join(folder, name)
  await writeFile(where, text)
  return where
}

test('the operator looks at what a schedule would do, applies it, and nothing happens the second time', async () => {
  const good = await file('lich.csv', 'Mã lớp,Tên lớp,Ngày,Giờ\nA1,Sở hữu trí tuệ,01/12/2099,8h-11h\n')
  const dry = await admin('import-training', good)
  expect(dry).toMatchObject({ code: 0 })
  expect(dry.out).toContain('2  thêm mới  Sở hữu trí tuệ')
  expect(dry.out).toContain(importTexts.adminDry)
  const applied = await admin('import-training', good, '--apply')
  expect(applied.out).toContain('Đã ghi lịch: thêm 1 lớp.')
  expect((await admin('import-training', good, '--apply')).out).toContain(importTexts.nothingNew([]))
})

test('a wrong row is named on standard error, and nothing is applied', async () => {
  const bad = await file('sai.csv', 'Mã lớp,Tên lớp,Ngày\nB1,Lớp B,01/12/2099\nB2,Lớp C,31/02/2099\n')
  const refused = await admin('import-training', bad, '--apply')
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toBe('Dòng 3, cột "Ngày": không có ngày "31/02/2099".')
  expect((await admin('import-training', path.join(folder, 'none.csv'))).err).toContain('Không mở được tệp')
  expect((await admin('import-training')).code).toBe(1)
})
