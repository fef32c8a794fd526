import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAdmin } from '../../app/run-admin.ts'
import { lockDataFolder } from '../../core/data-folder-lock.ts'
import { findInvitationCode } from '../../core/people/invitation-code.ts'
import { invitationTexts } from '../../core/texts/invitations.ts'
import { startFakeTelegram } from '../support/fake-telegram.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'admin-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const admin = (...args: string[]) => adminWith({}, ...args)

async function adminWith(env: Record<string, string>, ...args: string[]) {
  let [out, err] = ['', '']
  const code = await runAdmin(args, {
    env: { DATA_DIR: folder, TELEGRAM_BOT_NAME: '@nhip_cau_bot', ...env },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  })
  return { code, out: out.trim(), err: err.trim() }
}

test('the operator adds a department, invites to it, looks at the list, and takes the invitation back', async () => {
  const added = await admin('add-unit', '--kind', 'department', '--name', 'Sở Y tế', '--alias', 'SYT')
  expect(added).toMatchObject({ code: 0, out: invitationTexts.adminUnitAdded('d-so-y-te', 'Sở Y tế') })

  const invited = await admin('invite', '--role', 'unit_lead', '--unit', 'syt', '--days', '3')
  const code = findInvitationCode(invited.out)
  expect(invited.code).toBe(0)
  expect(invited.out).toContain('Mã mời số 1')
  expect(invited.out).toContain(`https://t.me/nhip_cau_bot?start=${code}`)

  const listed = await admin('list-invitations')
  expect(listed.out).toMatch(/^1 {2}người phụ trách đơn vị, Sở Y tế {2}đang dùng được/)
  expect(findInvitationCode(listed.out)).toBeNull()

  expect((await admin('revoke', '1')).out).toBe(invitationTexts.adminRevoked(1n))
  expect((await admin('list-invitations')).out).toContain('đã thu hồi')
  expect((await admin('revoke', '7')).err).toBe(invitationTexts.adminInvitationUnknown('7'))
})

test('the link has the name that Telegram knows, or the configured one while Telegram is away', async () => {
  const telegram = await startFakeTelegram()
  const env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }
  const asked = await adminWith(env, 'invite', '--role', 'admin')
  expect(asked.out).toContain('https://t.me/NhipCauBot?start=')
  await telegram.close()
  const away = await adminWith(env, 'invite', '--role', 'admin')
  expect(away.out).toContain('https://t.me/nhip_cau_bot?start=')
})

test('a unit is named as people name it; a name of several is answered with their codes', async () => {
  expect((await admin('invite', '--role', 'ward_staff', '--unit', 'P. Bến Nghé')).out).toContain(
    'Phường Sài Gòn',
  )
  expect((await admin('invite', '--role', 'ward_staff', '--unit', '26740')).out).toContain('Phường Sài Gòn')
  const asked = await admin('invite', '--role', 'ward_staff', '--unit', 'Đa Kao')
  expect(asked.code).toBe(1)
  expect(asked.err).toContain('26737  Phường Tân Định')
})

test.each<[string[], string]>([
  [[], invitationTexts.adminUsage],
  [['constructor'], invitationTexts.adminUsage],
  [['invite'], invitationTexts.adminUsage],
  [['invite', '--rolle', 'admin'], invitationTexts.adminUsage],
  [['revoke', 'MOI-1'], invitationTexts.adminUsage],
  [['invite', '--role', 'guest'], '--role'],
  [['invite', '--role', 'official'], invitationTexts.adminUnitNeeded('official')],
  [['invite', '--role', 'expert', '--unit', 'quận 1'], invitationTexts.adminNoUnit('expert')],
  [['invite', '--role', 'official', '--unit', 'sao Hỏa'], invitationTexts.adminUnitUnknown('sao Hỏa')],
  [['invite', '--role', 'expert', '--uses', '0'], '--uses'],
  [['invite', '--role', 'expert', '--days', '2.5'], '--days'],
  [['add-unit', '--kind', 'ward', '--name', 'Phường Mới'], invitationTexts.adminUnitKind],
  [['add-unit', '--kind', 'department', '--name', ' '], invitationTexts.adminUnitName],
])('%j is not done, and why is said', async (args, sentence) => {
  const result = await admin(...args)
  expect(result.code).toBe(1)
  expect(result.err).toContain(sentence)
  expect(result.out).toBe('')
})

test('while the assistant runs on the folder, the operator is told to stop it or to invite in the chat', async () => {
  const lock = await lockDataFolder(folder, { newId: () => 'token' })
  const held = await admin('list-invitations')
  await lock.release()
  expect(held).toMatchObject({ code: 1, err: invitationTexts.adminFolderHeld(folder, process.pid) })
})
