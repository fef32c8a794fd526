import type { Settings } from '../settings.ts'
import { conversation } from '../texts/conversation.ts'
import { noticeVersion } from './consent.ts'

/** The notice that consents are given under now, and its version. */
export function currentNotice({
  operatorName,
  keepTextDays,
}: Pick<Settings, 'operatorName' | 'keepTextDays'>) {
  const text = conversation.consentNotice(operatorName, keepTextDays)
  return { text, version: noticeVersion(text) }
}
