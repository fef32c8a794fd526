import type { Feature } from './feature.ts'

/** Every feature there is, in the order in which a message is offered to them. */
export const FEATURES: readonly Feature[] = []
