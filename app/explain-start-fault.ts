import type { Config } from '../core/config.ts'
import { DatabaseProblem } from '../core/db/database-problem.ts'
import { settingTexts } from '../core/texts/settings.ts'
import { QueueStoreUnreachable } from '../jobs/queues.ts'

/** A sentence for the operator about what prevented the start; for a fault of ours, its stack. */
export function explainStartFault(fault: unknown, config: Pick<Config, 'host' | 'port'>): string {
  if (fault instanceof DatabaseProblem) return fault.message
  if (fault instanceof QueueStoreUnreachable) return settingTexts.redisUnreachable(codeOf(fault.cause))
  const code = codeOf(fault)
  if (code === 'EADDRINUSE') return settingTexts.portInUse(config.port)
  if (code === 'EACCES') return settingTexts.portForbidden(config.port)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return settingTexts.hostUnknown(config.host)
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}

const codeOf = (fault: unknown) =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : ''
