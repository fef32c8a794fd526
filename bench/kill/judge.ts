export type Verdict = { lost: number; outOfOrder: number; repeats: number }

/**
 * Holds what each person read against the replies expected, one for each message in the order sent. `lost`: expected
 * and never read. `outOfOrder`: first read before an earlier one. `repeats`: read again. Other replies do not count.
 */
export function judge(transcripts: string[][], expected: string[]): Verdict {
  const verdict: Verdict = { lost: 0, outOfOrder: 0, repeats: 0 }
  for (const transcript of transcripts) {
    const read = transcript.map((text) => expected.indexOf(text)).filter((at) => at >= 0)
    const first = [...new Set(read)]
    verdict.lost += expected.length - first.length
    verdict.repeats += read.length - first.length
    verdict.outOfOrder += first.filter((at, place) =>
      first.slice(0, place).some((earlier) => earlier > at),
    ).length
  }
  return verdict
}
