import { plainWords } from '../../commands.ts'
import { reviewTexts } from '../../texts/reviewing.ts'
import { showMenu } from './review-menu.ts'
import type { At } from './review-state.ts'
import { type Answering, ask, notForMe, type Review, type ReviewStep } from './review-step.ts'
import { statementPages } from './statement-pages.ts'

const NEXT = 'review:next'
const MENU_AGAIN = 'review:menu'

/** "tiếp" and what people say for it, folded. */
export const isOnward = (text: string) =>
  ['tiep', 'tiep theo', 'tiep di', 'trang tiep', 'trang sau', 'xem tiep', 'doc tiep'].includes(
    plainWords(text),
  )
const isBackward = (text: string) => ['truoc', 'trang truoc', 'quay lai', 'lui'].includes(plainWords(text))

/** Words that belong to the page in hand, whatever they mean elsewhere. */
export const turnsPage = (text: string) => isOnward(text) || isBackward(text)

export function showPage({ read }: Review, of: At<'page'>['of'], wanted: number): ReviewStep {
  const pages = statementPages(read, of)
  const page = Math.min(wanted, pages.length - 1)
  const isLast = page === pages.length - 1
  return ask(
    reviewTexts.page(pages[page] ?? '', page + 1, pages.length),
    { at: 'page', challengeId: read.id, page, of },
    isLast
      ? [{ id: MENU_AGAIN, label: reviewTexts.readAll }]
      : [
          { id: NEXT, label: reviewTexts.nextPage },
          { id: MENU_AGAIN, label: reviewTexts.toMenu },
        ],
  )
}

export function onPage(state: At<'page'>, answering: Answering): ReviewStep | Promise<ReviewStep> {
  const { said } = answering
  const isLast = state.page >= statementPages(answering.read, state.of).length - 1
  if (said.choice === NEXT || isOnward(said.text)) {
    return isLast ? showMenu(answering) : showPage(answering, state.of, state.page + 1)
  }
  if (isBackward(said.text)) return showPage(answering, state.of, Math.max(0, state.page - 1))
  return said.choice === MENU_AGAIN ? showMenu(answering) : notForMe(state)
}
