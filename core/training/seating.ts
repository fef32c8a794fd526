/** What giving seats needs from outside. */
export type Seating = {
  now: Date
  newId: () => string
}
