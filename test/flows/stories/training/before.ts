import { conversation } from '../../../../core/texts/conversation.ts'
import { trainingTexts } from '../../../../core/texts/training.ts'
import { changeTexts } from '../../../../core/texts/training-change.ts'
import { importTexts } from '../../../../core/texts/training-import.ts'
import { planTexts } from '../../../../core/texts/training-plan.ts'
import { registerTexts } from '../../../../core/texts/training-register.ts'
import { findSessions } from '../../../../core/training/session.ts'
import { workbook } from '../../../core/training/import/untidy-sheets.ts'
import type { Story } from '../../../support/story.ts'
import type { Figure } from '../../../support/transcript.ts'
import { at, COURSE, dao, lan, minh, theClass, thu, typedCode } from './cast.ts'

/** As the office keeps it: titles above, two lines of headings, columns in their own order, a sum and a signature. */
const sheet = (day: string) =>
  workbook([
    [{ value: 'TRUNG TÂM ĐÀO TẠO', columnSpan: 4 }, null, null, null, null, null, null, null],
    [{ value: 'LỊCH TẬP HUẤN THÁNG 10 VÀ 11', columnSpan: 8 }, null, null, null, null, null, null, null],
    ['STT', 'Tên chuyên đề', 'Thời gian', null, 'Nơi học', 'Đối tượng', 'Số chỗ', 'Tài liệu'],
    [null, null, 'Ngày', 'Giờ', null, null, null, null],
    [1, COURSE, '23/10/2026', '8g00–11g30', HALL, 'Các phường, xã', 2, HANDOUT],
    [2, 'Lập dự toán nhiệm vụ', day, 'chiều', 'https://hoc.example.vn/du-toan', 'Các phường, xã', 40, null],
    [null, 'Tổng cộng: 2 lớp', null, null, null, null, 42, null],
    [null, null, null, null, null, 'Người lập biểu', null, null],
  ])
const HALL = 'Hội trường A, 244 Điện Biên Phủ'
const HANDOUT = 'https://hoc.example.vn/so-huu-tri-tue.pdf'

export async function importSchedule(story: Story): Promise<void> {
  story.chapter('A spreadsheet becomes the schedule')
  await story.say(thu, 'nhap lich tap huan')
  await story.upload(thu, 'lich thang 10.xlsx', await sheet('31/11/2026'))
  await story.upload(thu, 'lich thang 10 sua.xlsx', await sheet('10/11/2026'))
  await story.choose(thu, importTexts.apply)
}

export async function addByHand(story: Story): Promise<void> {
  story.chapter('One class more, entered by hand')
  await story.say(thu, 'them lop')
  await story.say(thu, 'Cach dat bai toan doi moi sang tao', '12/11/2026', 'sang')
  await story.say(thu, 'Hoi truong phuong Sai Gon', 'phuong Sai Gon, phuong Ban Co', '30')
  await story.say(thu, '5', '10/11/2026')
  await story.choose(thu, planTexts.none.trainer)
  await story.say(thu, 'bai toan; du lieu')
  await story.choose(thu, planTexts.announced)
}

export async function lanRegisters(story: Story): Promise<void> {
  story.chapter('Lan asks, and registers')
  await story.say(lan, 'bao gio co lop cho phuong minh')
  const [session] = await findSessions(story.prisma, { ids: [(await theClass(story)).id] })
  if (session === undefined) throw new Error('there is no class')
  await story.choose(lan, trainingTexts.registerChoice(session))
  await story.choose(lan, conversation.agree)
  await story.say(lan, 'Nguyen Thi Lan')
  await story.choose(lan, registerTexts.yes)
}

export async function seatsRunOut(story: Story): Promise<void> {
  story.chapter('Two seats, three people')
  await register(story, minh, 'Tran Minh')
  await register(story, dao, 'Le Thi Dao')
}

async function register(story: Story, who: Figure, name: string): Promise<void> {
  await story.say(who, `dang ky ${await typedCode(story)}`)
  await story.choose(who, conversation.agree)
  await story.say(who, name)
  await story.choose(who, registerTexts.yes)
}

export async function seatIsPassedOn(story: Story): Promise<void> {
  story.chapter('Late in the evening a seat becomes free; Đào hears of it in the morning')
  story.at(at('2026-10-19', '22:10'))
  await story.say(minh, 'huy dang ky')
  await story.choose(minh, registerTexts.leaveYes)
  story.at(at('2026-10-20', '07:01'))
  await story.due('training-sweep', 'training-remind')
  await story.say(dao, 'nhan cho')
}

export async function reminded(story: Story): Promise<void> {
  story.chapter('Three days before, and a change of the place')
  story.at(at('2026-10-20', '08:00'))
  await story.due('training-remind')
  story.at(at('2026-10-21', '15:00'))
  await story.say(thu, `sua lop ${await typedCode(story)}`)
  await story.choose(thu, changeTexts.menu.place)
  await story.say(thu, 'Phong hop 2, 35 Nguyen Thong')
  await story.choose(thu, changeTexts.yes)
  await story.say(thu, `sua lop ${await typedCode(story)}`)
  await story.choose(thu, changeTexts.menu.trainer)
  await story.say(thu, 'TS. Pham Van Minh')
  await story.choose(thu, changeTexts.yes)
}

export async function remindedAgain(story: Story): Promise<void> {
  story.chapter('A day before, and an hour before')
  story.at(at('2026-10-22', '08:00'))
  await story.due('training-remind')
  await story.say(lan, 'mai hoc o dau')
  story.at(at('2026-10-23', '07:02'))
  await story.due('training-remind', 'training-after')
}
