/** Figures as the table shows them. */
export const number = (value: number, digits = 0) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
export const megabytes = (bytes: number) => `${number(bytes / 1_048_576)} MB`

/** Prints rows under a title, each column as wide as its widest cell. */
export const table = (title: string, head: string[], rows: string[][]) => {
  const widths = head.map((cell, at) =>
    Math.max(...[cell, ...rows.map((row) => row[at] ?? '')].map((text) => text.length)),
  )
  const line = (row: string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('   ')
  console.log(`\n${title}\n${line(head)}\n${rows.map(line).join('\n')}`)
}
