import { conversation } from '../../../../core/texts/conversation.ts'
import { drafting } from '../../../../core/texts/drafting.ts'
import { formTexts } from '../../../../core/texts/forms.ts'
import { questions, type StatementFieldId } from '../../../../core/texts/statement-form/questions.ts'
import type { Story } from '../../../support/story.ts'
import type { Figure } from '../../../support/transcript.ts'
import { at, hai, lan, lanOnTelegram } from './cast.ts'

/** Answers the field that is being asked, and fails where it is another. */
async function answer(story: Story, who: Figure, field: StatementFieldId, ...texts: string[]): Promise<void> {
  const [question = ''] = questions[field].question.split('\n')
  if (!story.lastTo(who).includes(question)) {
    throw new Error(`${field} is not what is asked in:\n${story.lastTo(who)}`)
  }
  await story.say(who, ...texts)
}

export async function invite(story: Story): Promise<void> {
  story.chapter('Hải invites Lan')
  await story.say(hai, 'moi can bo')
  await story.say(hai, '1')
  await story.say(hai, '1')
}

export async function draftOnZalo(story: Story): Promise<void> {
  story.chapter('Friday afternoon: half a statement')
  await story.say(lan, 'chao tro ly')
  await story.say(lan, /MOI-[A-Z0-9-]+/.exec(story.lastTo(hai))?.[0] ?? '')
  await story.say(lan, 'soan bai toan')
  await story.say(lan, '1')
  await answer(story, lan, 'field', '5')
  await answer(story, lan, 'proposing_unit', '1')
  await answer(story, lan, 'unit_lead', 'Pho Chu tich UBND phuong phu trach van hoa xa hoi')
  await answer(
    story,
    lan,
    'survey',
    'Nguoi cao tuoi lam ho so tro cap xa hoi phai di lai nhieu lan. Thang 9/2026 phuong xem so theo doi va hoi 120 nguoi den bo phan mot cua.',
    'xong',
  )
  await answer(
    story,
    lan,
    'current_state',
    'Quy 3/2026 phuong nhan 230 ho so tro cap xa hoi. Theo so theo doi, moi ho so mat trung binh 19 ngay, nguoi dan phai den 3 lan.',
    'xong',
  )
  await answer(
    story,
    lan,
    'tried',
    'Da in to huong dan giay to can mang theo. So lan di lai giam it, vi nhieu bac khong doc duoc chu nho. Xong',
  )
  await story.say(lan, 'a khong, 320 ho so chu khong phai 230')
  await story.say(lan, '1')
  await answer(
    story,
    lan,
    'problem',
    'Nguoi cao tuoi phai den phuong 3 lan va cho 19 ngay moi nhan duoc tro cap, trong khi nha nuoc da co gan het thong tin cua ho.',
    '1',
  )
  await story.say(lan, 'han nop bai toan nam 2027 la khi nao?')
  await story.choose(lan, conversation.handoverChoice)
  await story.say(lan, 'han nop bai toan nam 2027 la khi nao?')
  await answer(
    story,
    lan,
    'affected',
    'Khoang 1.280 nguoi moi nam, da so tren 75 tuoi va song mot minh. 4 can bo mot cua cung phai go lai ho so.',
    'xong',
  )
  await story.say(lan, 'muc tieu cua ke hoach doi moi sang tao khu vuc cong la gi?')
  await story.choose(lan, formTexts.factYes('mục 9 (Tính cấp thiết)'))
  await story.say(
    lan,
    'Tu khi sap xep lai phuong, so ho so tang gan gap doi. De them mot nam nua thi ho so tre han se nhieu hon.',
    'xong',
  )
  await answer(story, lan, 'problem_class', '1, 2', 'xong')
  await answer(
    story,
    lan,
    'causes',
    'Goc la thong tin nam o ba noi khac nhau va khong noi voi nhau, nen can bo phai go lai va hay thieu giay. Xong',
  )
  await story.say(lan, 'dung')
}

export async function resumeOnTelegram(story: Story): Promise<void> {
  story.chapter('Three days later: a reminder, and on with it on Telegram')
  story.at(at('2026-11-02', '16:45'))
  await story.due('sweep-retention', 'purge-drafts', 'nudge-drafts')
  await story.say(lan, 'lien ket')
  const code = /\d{6}/.exec(story.lastTo(lan))?.[0] ?? ''
  await story.say(lanOnTelegram, `lien ket ${code}`)
  await story.say(lanOnTelegram, '1')
  await story.say(lanOnTelegram, 'tiep tuc')
}

export async function finish(story: Story): Promise<void> {
  const lan = lanOnTelegram
  story.chapter('The rest of the statement')
  await answer(
    story,
    lan,
    'description',
    'Ba Nguyen Thi Sau 82 tuoi den quay so 3 nop ho so, thieu giay xac nhan cu tru nen phai ve. Tuan sau ba quay lai thi can bo moi thay thong tin do da co san.',
    'xong',
  )
  await answer(story, lan, 'title', 'Giam so lan di lai cua nguoi cao tuoi khi lam ho so tro cap xa hoi')
  await answer(story, lan, 'basis', 'Ke hoach cai cach hanh chinh nam 2026 cua phuong. Xong')
  await answer(
    story,
    lan,
    'required_result',
    'Nguoi cao tuoi chi phai den phuong mot lan va nhan ket qua trong 10 ngay.',
    'xong',
  )
  await answer(story, lan, 'indicators', 'So lan nguoi dan phai den phuong')
  await story.say(lan, 'lan', '3', 'so theo doi quy 3/2026', '1', '31/12/2027')
  await story.choose(lan, formTexts.enoughIndicators)
  await answer(
    story,
    lan,
    'scope',
    'Ho so tro cap xa hoi cho nguoi tu 75 tuoi trong phuong. Khong gom tro cap mot lan. Xong',
  )
  await answer(story, lan, 'application_site', 'Bo phan mot cua cua phuong')
  await answer(story, lan, 'solution_direction', 'bo qua')
  await answer(story, lan, 'support_wanted', '1', 'xong')
  await answer(
    story,
    lan,
    'available_data',
    'So theo doi 320 ho so, da bo ten va so dien thoai. Chi dung chung giua cac co quan. Xong',
  )
  await answer(story, lan, 'constraints', 'Nhieu bac khong dung dien thoai thong minh. Xong')
  await answer(story, lan, 'timeline', 'Bat dau thang 1/2027, danh gia thang 12/2027')
  await answer(story, lan, 'budget', 'bo qua')
  await answer(story, lan, 'budget_source', 'bo qua')
  await answer(story, lan, 'confidential_part', 'ten ba Sau trong muc mo ta', 'xong')
  await answer(story, lan, 'office_contact', 'Van phong UBND phuong, 028 0000 0005')
}

export async function improveAndSend(story: Story): Promise<void> {
  const lan = lanOnTelegram
  story.chapter('Advice, a last look, and off to the lead')
  await story.choose(lan, drafting.improve('mục 16 (Số đo kết quả)'))
  await story.choose(lan, formTexts.addIndicator)
  await story.choose(lan, 'Mức độ hài lòng')
  await story.say(lan, '%', '55', 'hoi 120 nguoi thang 9/2026', '85', '31/12/2027')
  await story.choose(lan, formTexts.enoughIndicators)
  await story.choose(lan, drafting.preview)
  while (story.lastTo(lan).includes(formTexts.previewNext)) await story.choose(lan, formTexts.previewNext)
  await story.choose(lan, formTexts.previewBack)
  await story.choose(lan, drafting.send)
}
