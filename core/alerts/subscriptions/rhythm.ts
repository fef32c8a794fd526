/** How often a person hears: at once, or gathered into one message a day or a week. */
export const RHYTHMS = ['instant', 'daily', 'weekly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** As a row has it; what cannot be read is the default of the table. */
export const rhythmOf = (text: string | undefined): Rhythm =>
  RHYTHMS.find((rhythm) => rhythm === text) ?? 'instant'
