import { expect, onTestFinished, test } from 'vitest'
import { createFetchFile, MAX_FILE_BYTES } from '../../bots/fetch-file.ts'
import { startFileHost } from '../support/fake-file-host.ts'

const fetchFile = createFetchFile({})

async function host() {
  const started = await startFileHost()
  onTestFinished(started.close)
  return started
}

test('a file is fetched whole, with the name in its address', async () => {
  const { keep } = await host()
  const bytes = new Uint8Array(200_000).fill(7)
  expect(await fetchFile(keep('Đơn số 1.pdf', bytes))).toEqual({
    status: 'opened',
    name: 'Đơn số 1.pdf',
    bytes,
  })
})

test('the largest that is taken is taken, and one byte more is not, whether or not its length is told', async () => {
  const { keep } = await host()
  expect((await fetchFile(keep('a', new Uint8Array(MAX_FILE_BYTES)))).status).toBe('opened')
  expect((await fetchFile(keep('b', new Uint8Array(MAX_FILE_BYTES + 1)))).status).toBe('too_big')
})

test('nothing there, another place and nobody listening are told apart, and nothing is thrown', async () => {
  const { root, keep, close } = await host()
  const address = keep('a.pdf', new Uint8Array([1]))
  expect(await fetchFile(`${root}/none`)).toEqual({ status: 'gone' })
  expect(await fetchFile(`${root}/elsewhere`)).toEqual({ status: 'unavailable' })
  await close()
  expect(await fetchFile(address)).toEqual({ status: 'unavailable' })
  expect(await fetchFile('no address')).toEqual({ status: 'unavailable' })
})
