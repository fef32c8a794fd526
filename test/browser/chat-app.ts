import type { LimitedReceive } from '../../bots/limit-senders.ts'
import { createServer } from '../../bots/server.ts'
import { createWebChannel } from '../../bots/web/channel.ts'
import type { Inbound, Reply } from '../../core/message.ts'
import { createFakeMailbox } from '../bots/web/fake-mailbox.ts'
import { buildCertificateRoutes } from '../support/certificate-routes.ts'
import { buildFileRoutes } from '../support/file-routes.ts'

/** The markup that a reply tries to smuggle into the page. */
export const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>'

const ANSWERS: [RegExp, Reply][] = [
  [
    /chọn/,
    { text: plain('Anh/chị hỏi về phần nào?'), choices: choices('Kế hoạch', 'Tổ công tác', 'Đào tạo') },
  ],
  [/tấn công/, { text: plain(HOSTILE), choices: [{ id: 'x', label: HOSTILE }] }],
  [/nhóm nhiệm vụ/, { text: listAnswer() }],
]

/**
 * The real server and page over a mailbox in memory, with a receiver that answers from a list and echoes the rest.
 * `restart` closes the server and opens another on the same port; `received` is every message in order.
 */
export async function startChatApp() {
  const fake = createFakeMailbox()
  const received: Inbound[] = []
  const behaviour = { stores: true, answers: true }
  const answer = (message: Inbound): Reply => {
    if (message.attachment) return { text: plain(`Đã nhận tệp: ${message.attachment.name}`) }
    if (message.choice !== undefined) return { text: plain(`Đã chọn ${message.choice}: ${message.text}`) }
    return (
      ANSWERS.find(([asked]) => asked.test(message.text))?.[1] ?? { text: plain(`Đã nhận: ${message.text}`) }
    )
  }
  const receive: LimitedReceive = async (message) => {
    if (!behaviour.stores) throw new Error('the database is away')
    if (received.some((known) => known.id === message.id)) return { status: 'duplicate' }
    received.push(message)
    if (behaviour.answers) await fake.mailbox.append(message.from, answer(message))
    return { status: 'stored' }
  }
  const files = buildFileRoutes(receive)
  const open = () =>
    createServer({
      channels: new Map([['web', createWebChannel({ mailbox: fake.mailbox })]]),
      receive,
      files: files.routes,
      certificates: buildCertificateRoutes(),
      mailbox: fake.mailbox,
      health: async () => ({ ok: true }),
      consoleReplies: async () => Response.json({}),
      metrics: async () => '',
      log: { debug() {}, info() {}, warn() {}, error() {} },
    })
  let server = open()
  const { port } = await server.listen(0, '127.0.0.1')

  return {
    url: `http://127.0.0.1:${port}/`,
    mailbox: fake.mailbox,
    received,
    files,
    behaviour,
    stop: () => server.close(),
    async start() {
      server = open()
      await server.listen(port, '127.0.0.1')
    },
  }
}

function plain(text: string) {
  return { text, runs: [] }
}

function choices(...labels: string[]) {
  return labels.map((label) => ({ id: label.toLowerCase(), label }))
}

function listAnswer(): Reply['text'] {
  const head = 'Kế hoạch có 7 nhóm nhiệm vụ'
  const items = [
    'Thành lập Tổ công tác tại mỗi đơn vị',
    'Huấn luyện nâng cao năng lực cho Tổ công tác',
    'Xây dựng các bài toán lớn theo quy trình 5 bước',
    'Triển khai nhiệm vụ đổi mới sáng tạo hàng năm',
    'Thúc đẩy cộng đồng khởi nghiệp tham gia phát triển giải pháp',
    'Phát triển hạ tầng dữ liệu dùng chung',
    'Thúc đẩy hợp tác quốc tế',
  ].map((item, index) => `${index + 1}. ${item}`)
  const quote = 'Giai đoạn của kế hoạch (2022–2025) đã kết thúc.'
  const source = 'Tự động hóa Ngày nay, 07/09/2022'
  const text = `${head}:\n${items.join('\n')}\n\n${quote}\n\nNguồn: ${source}`
  return {
    text,
    runs: [
      { start: 0, length: head.length, style: 'bold' },
      { start: text.indexOf(quote), length: quote.length, style: 'quote' },
      {
        start: text.indexOf(source),
        length: source.length,
        style: 'link',
        url: 'https://example.vn/bai-viet',
      },
    ],
  }
}
