/** A name of which enough is left to compare it with a paper in hand: "Nguyễn T*** M*** L***". */
export function maskName(name: string): string {
  const [family = '', ...given] = name.trim().split(/\s+/)
  if (given.length === 0) return `${first(family)}***`
  return [family, ...given.map((word) => `${first(word)}***`)].join(' ')
}

const first = (word: string) => [...word][0] ?? ''
