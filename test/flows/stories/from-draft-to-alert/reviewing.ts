import { drafting } from '../../../../core/texts/drafting.ts'
import { formTexts } from '../../../../core/texts/forms.ts'
import { publicCopyTexts } from '../../../../core/texts/public-copy.ts'
import { moveTexts } from '../../../../core/texts/review-moves.ts'
import { reviewTexts } from '../../../../core/texts/reviewing.ts'
import type { Story } from '../../../support/story.ts'
import type { Figure } from '../../../support/transcript.ts'
import { at, codeOf, hai, lanOnTelegram, nam, thu } from './cast.ts'

export async function leadApproves(story: Story): Promise<void> {
  story.chapter('The lead of the unit approves')
  await open(story, hai)
  await read(story, hai)
  await approve(story, hai, 'SUBMITTED')
}

/** Opens the statement by its code, as the notice says. */
async function open(story: Story, who: Figure): Promise<void> {
  await story.say(who, `mo ${(await codeOf(story)).toLowerCase()}`)
}

/** Every page of the statement, and back to the decision. */
async function read(story: Story, who: Figure): Promise<void> {
  await story.choose(who, reviewTexts.read)
  while (story.lastTo(who).includes(reviewTexts.nextPage)) await story.choose(who, reviewTexts.nextPage)
  await story.choose(who, reviewTexts.readAll)
}

async function approve(story: Story, who: Figure, to: 'SUBMITTED' | 'APPROVED'): Promise<void> {
  await story.choose(who, moveTexts.label(to))
  await story.choose(who, moveTexts.yes(to, 'UNIT_REVIEW', null))
}

export async function staffReturn(story: Story): Promise<void> {
  story.chapter('The programme returns it with two comments')
  story.at(at('2026-11-03', '09:10'))
  await story.say(thu, 'hang cho duyet')
  await story.choose(thu, reviewTexts.queueOpen(await codeOf(story)))
  await read(story, thu)
  await story.say(thu, 'gop y 9: Chi noi chuyen cua phuong, bo phan trich ke hoach cua Thanh pho')
  await story.choose(thu, reviewTexts.comment)
  await story.say(thu, 'pham vi', 'Ghi ro co tinh ca nguoi tam tru khong')
  await story.choose(thu, moveTexts.label('RETURNED'))
  await story.say(thu, 'Noi dung tot, con hai cho can ro hon truoc khi cong bo')
  await story.choose(thu, moveTexts.yes('RETURNED', 'SUBMITTED', null))
}

export async function authorMends(story: Story): Promise<void> {
  story.chapter('Lan mends exactly these two fields')
  story.at(at('2026-11-03', '14:00'))
  const lan = lanOnTelegram
  await open(story, lan)
  await replace(
    story,
    lan,
    'Tu khi sap xep lai phuong, so ho so tang gan gap doi. De them mot nam nua thi ho so tre han se nhieu hon.',
  )
  await replace(
    story,
    lan,
    'Ho so tro cap xa hoi cho nguoi tu 75 tuoi thuong tru va tam tru trong phuong. Khong gom tro cap mot lan.',
  )
  await story.choose(lan, drafting.sendAgain)
}

async function replace(story: Story, who: Figure, text: string): Promise<void> {
  await story.say(who, text)
  await story.choose(who, formTexts.replaceYes)
  await story.choose(who, formTexts.done)
}

export async function leadApprovesAgain(story: Story): Promise<void> {
  story.chapter('Through the lead again, and approved')
  await open(story, hai)
  await approve(story, hai, 'SUBMITTED')
  story.at(at('2026-11-04', '08:30'))
  await open(story, thu)
  await approve(story, thu, 'APPROVED')
}

export async function startupSubscribes(story: Story): Promise<void> {
  story.chapter('Meanwhile a startup subscribes')
  await story.say(nam, 'nhan tin quan tri dia phuong', '1', '1')
}

export async function publish(story: Story): Promise<void> {
  story.chapter('What the public will read, and publication on a Friday afternoon')
  story.at(at('2026-11-06', '16:20'))
  await open(story, thu)
  await story.choose(thu, reviewTexts.cover)
  await story.choose(thu, publicCopyTexts.accept)
  // "Chi dung" without its marks is "chỉ dùng", or a woman's name: staff see which.
  await story.choose(thu, publicCopyTexts.keep)
  await story.choose(thu, publicCopyTexts.keepTyped)
  await story.choose(thu, publicCopyTexts.useRest)
  await story.choose(thu, reviewTexts.deadline)
  await story.say(thu, '31/12/2026')
  await story.choose(thu, reviewTexts.right)
  await story.choose(thu, reviewTexts.contact)
  await story.say(thu, 'Van phong UBND phuong Sai Gon, 028 0000 0005')
  await story.choose(thu, reviewTexts.right)
  await story.choose(thu, reviewTexts.publish)
  await story.choose(thu, reviewTexts.now)
  await story.choose(thu, moveTexts.yes('PUBLISHED', 'APPROVED', null))
}

export async function readAndWait(story: Story): Promise<void> {
  story.chapter('Once, and not again')
  const code = await codeOf(story)
  await story.say(nam, `xem ${code.toLowerCase()}`)
  while (story.lastTo(nam).includes('1. Tiếp')) await story.say(nam, '1')
  await story.say(nam, 'vi sao')
  story.at(at('2026-11-07', '08:05'))
  await story.due(
    'send-digests',
    'remind-deadlines',
    'publish-due',
    'nudge-drafts',
    'sweep-retention',
    'purge-drafts',
  )
}
