/** Where a registration stands. `offered`: a seat is kept for somebody of the waiting list until a time. */
export const REGISTRATION_STATES = [
  'registered',
  'waiting',
  'offered',
  'attended',
  'absent',
  'cancelled',
] as const
export type RegistrationState = (typeof REGISTRATION_STATES)[number]

/** Reads a stored state. Throws for what is none. */
export function parseRegistrationState(text: string): RegistrationState {
  const state = REGISTRATION_STATES.find((each) => each === text)
  if (state === undefined) throw new Error('there is no such state of a registration')
  return state
}

/** These take up a seat. */
export const SEATED: RegistrationState[] = ['registered', 'offered', 'attended', 'absent']

/** These can still be given up. */
export const ACTIVE: RegistrationState[] = ['registered', 'waiting', 'offered']
