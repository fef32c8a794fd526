import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeChannel } from './channel.ts'
import { setUpConsole, setUpWeb } from './set-up-own.ts'
import { setUpTelegram } from './set-up-telegram.ts'
import { setUpZaloBot } from './set-up-zalo-bot.ts'
import { setUpZaloOa } from './set-up-zalo-oa.ts'

describeChannel('telegram', setUpTelegram)
describeChannel('zalo-bot', setUpZaloBot)
describeChannel('zalo-oa', setUpZaloOa)
describeChannel('web', setUpWeb)
describeChannel('console', setUpConsole)

test.each(['telegram', 'zalo-bot', 'zalo-oa', 'console'])(
  '%s compares its secret in constant time',
  (name) => {
    const source = globSync(`bots/${name}/*.ts`).map((file) => readFileSync(file, 'utf8'))
    expect(source.join('\n')).toMatch(/timingSafeEqual\(/)
  },
)
