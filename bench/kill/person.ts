import { randomUUID } from 'node:crypto'

export type Person = {
  /** Sends one message as a platform delivers it: with the same id, until it is acknowledged. */
  send(text: string): Promise<void>
  /** Asks each question and gives the one reply that the others do not get. */
  askEach(questions: string[]): Promise<string[]>
  /** All replies so far, read from the start, once every expected one is there or the time is up. */
  readUntil(expected: string[], withinMs: number): Promise<string[]>
}

const RETRY_MS = 100

/** A person with a browser's cookie, on the chat page of the assistant at `url`. */
export async function createPerson(url: string): Promise<Person> {
  const page = await fetch(url)
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? ''

  const send = async (text: string) => {
    const body = JSON.stringify({ id: randomUUID(), text })
    const headers = { cookie, 'content-type': 'application/json' }
    for (;;) {
      const response = await fetch(`${url}/webhooks/web`, { method: 'POST', body, headers }).catch(() => null)
      if (response?.ok) return
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }

  const readUntil = async (isDone: (texts: string[]) => boolean, withinMs: number) => {
    const deadline = AbortSignal.timeout(withinMs)
    for (;;) {
      const texts = await readStream(`${url}/events?after=0`, cookie, isDone, deadline)
      if (isDone(texts) || deadline.aborted) return texts
    }
  }

  return {
    send,
    readUntil: (expected, withinMs) =>
      readUntil((texts) => expected.every((text) => texts.includes(text)), withinMs),
    async askEach(questions) {
      const seen = new Set<string>()
      const answers: string[] = []
      for (const question of questions) {
        const known = seen.size
        await send(question)
        // The first question is also answered with the introduction and the question about consent.
        const wanted = known === 0 ? 3 : known + 1
        const texts = await readUntil((read) => read.length >= wanted, 30_000)
        answers.push(texts[known === 0 ? 1 : known] ?? '')
        for (const text of texts) seen.add(text)
      }
      return answers
    },
  }
}

async function readStream(
  url: string,
  cookie: string,
  isDone: (texts: string[]) => boolean,
  signal: AbortSignal,
): Promise<string[]> {
  const texts: string[] = []
  const leave = new AbortController()
  try {
    const response = await fetch(url, {
      headers: { cookie },
      signal: AbortSignal.any([signal, leave.signal]),
    })
    let rest = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = /^data: ?(.*)$/m.exec(block)?.[1]
        if (data) texts.push(textOf(JSON.parse(data)))
      }
      if (isDone(texts)) leave.abort()
    }
  } catch {
    // The process was killed, or we left: what was read counts, the rest is read again from the start.
  }
  return texts
}

const textOf = (reply: { parts: { text: string }[] }) => reply.parts.map((part) => part.text).join('')
