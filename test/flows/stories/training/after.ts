import { certificateTexts } from '../../../../core/texts/certificates.ts'
import { afterTexts } from '../../../../core/texts/training-after.ts'
import type { Story } from '../../../support/story.ts'
import { at, dao, hai, lan, thu, typedCode } from './cast.ts'

export async function checkIn(story: Story): Promise<void> {
  story.chapter('On the day: a code on the wall')
  story.at(at('2026-10-23', '07:50'))
  await story.say(thu, `ma diem danh ${await typedCode(story)}`)
  const code = /^\d{4}$/m.exec(story.lastTo(thu))?.[0] ?? ''
  await story.say(lan, `diem danh ${code}`)
  await story.say(dao, String(Number(code) === 1000 ? 1001 : 1000))
  await story.say(dao, code)
}

export async function followUp(story: Story): Promise<void> {
  story.chapter('Afterwards: what was handed out, and three questions')
  story.at(at('2026-10-23', '13:45'))
  await story.due('training-after', 'training-remind')
  await story.say(lan, 'danh gia lop')
  await story.choose(lan, afterTexts.useful[4] ?? '')
  await story.choose(lan, afterTexts.clear[3] ?? '')
  await story.say(lan, 'Cho them bai tap ve nhan hieu cua hop tac xa')
}

export async function certificate(story: Story): Promise<void> {
  story.chapter('The certificate, with her name as it is written')
  await story.choose(lan, afterTexts.takeCertificate)
  await story.choose(lan, certificateTexts.rename)
  await story.say(lan, 'Nguyễn Thị Lan')
  await story.choose(lan, certificateTexts.yes)
}

export async function reports(story: Story): Promise<void> {
  story.chapter('Who came, and who is still to come')
  story.at(at('2026-10-26', '09:00'))
  await story.say(thu, `bao cao lop ${await typedCode(story)}`)
  await story.say(thu, 'phuong nao chua co ai hoc so huu tri tue')
  await story.say(hai, `bao cao lop ${await typedCode(story)}`)
}
