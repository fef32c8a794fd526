/** A string that PostgreSQL and UTF-8 can hold: without NUL and lone surrogates. */
export const storable = (text: string) => text.replaceAll('\0', '').toWellFormed()
