export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Ids, statuses, counts and durations. Never message text, names, phone numbers or tokens. */
export type LogFields = Record<string, string | number | boolean | bigint | null | undefined>

export type Log = Record<LogLevel, (event: string, fields?: LogFields) => void>

const ORDER: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

/**
 * A log that writes one JSON object a line: `{ at, level, event, ...fields }`.
 * `write` gets the line with its line end; lines below `level` are dropped.
 */
export function createLog(deps: { level: LogLevel; write: (line: string) => void; now: () => Date }): Log {
  const lowest = ORDER.indexOf(deps.level)
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (ORDER.indexOf(level) < lowest) return
      const entry = { at: deps.now().toISOString(), level, event, ...fields }
      deps.write(
        `${JSON.stringify(entry, (_, value) => (typeof value === 'bigint' ? String(value) : value))}\n`,
      )
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** What may be logged of a fault: its name, its code and where it was thrown. Its message may quote what a person wrote. */
export function faultFields(fault: unknown): LogFields {
  if (!(fault instanceof Error)) return { fault: typeof fault }
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined
  return { fault: fault.name, code, where: findFrame(fault) }
}

/** The first of the places that end the stack. The message stands before them, and any of its lines may look like one. */
function findFrame({ stack = '', message }: Error): string | undefined {
  const begin = stack.indexOf(message)
  const lines = stack.slice(begin < 0 ? 0 : begin + message.length).split('\n')
  return lines[lines.findLastIndex((line) => !/^\s+at /.test(line)) + 1]?.trim()
}
