import type { Purpose } from '../message.ts'

/** Lower goes first: somebody waits for a reply; an alert can wait. */
export const PRIORITY: Record<Purpose, number> = { reply: 0, reminder: 5, alert: 9 }

export const PURPOSES: Purpose[] = ['reply', 'reminder', 'alert']
