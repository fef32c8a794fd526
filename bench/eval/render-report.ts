import type { Verdict } from './judge-answer.ts'
import type { Row, Summary } from './summarise-verdicts.ts'

export type Report = { set: string; summary: Summary; showWrong: boolean }

/** The report of one question set as lines for a terminal; `showWrong` adds every wrong answer with its faults. */
export function renderReport({ set, summary, showWrong }: Report): string {
  const asked = summary.groups.reduce((total, group) => total + group.asked, 0)
  return [
    `${set}: ${asked} questions, ${summary.wrong.length} wrong`,
    ...summary.groups.map(renderRow),
    '  by kind',
    ...summary.kinds.map(renderRow),
    '  where the refusal must name the right place (not part of the floor)',
    renderRow(summary.exact),
    ...(showWrong ? summary.wrong.map(renderWrong) : []),
    ...summary.belowFloor.map((sentence) => `BELOW THE FLOOR: ${set} ${sentence}`),
  ].join('\n')
}

function renderRow({ name, asked, right, percent }: Row): string {
  return `  ${name.padEnd(16)}${String(right).padStart(4)} of ${String(asked).padStart(3)}  ${percent.toFixed(1).padStart(5)}%`
}

function renderWrong({ question, status, opening, faults }: Verdict): string {
  const lines = [`${question.id} ${question.kind}: ${question.question}`, `  ${status}: ${opening}`]
  return ['', ...lines, ...faults.map((fault) => `  - ${fault}`)].join('\n')
}
