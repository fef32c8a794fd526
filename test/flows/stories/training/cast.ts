import type { Role } from '../../../../core/people/roles.ts'
import type { Story } from '../../../support/story.ts'
import type { Figure } from '../../../support/transcript.ts'

const onZalo = (name: string): Figure => ({ name, on: 'zalo-bot' })

/** Nobody of these exists. Thu works for the programme, Hải leads the ward that Lan and Đào work for. */
export const thu = onZalo('Thu')
export const hai = onZalo('Hải')
export const lan = onZalo('Lan')
export const dao = onZalo('Đào')
export const minh = onZalo('Minh')

export const SAI_GON = '26740'
export const BAN_CO = '27154'

const ROLES: [Figure, Role, string | null][] = [
  [thu, 'programme_staff', null],
  [hai, 'unit_lead', SAI_GON],
  [lan, 'official', SAI_GON],
  [dao, 'official', SAI_GON],
  [minh, 'official', BAN_CO],
]

export async function giveRoles(story: Story): Promise<void> {
  for (const [figure, role, unit] of ROLES) await story.give(figure, role, unit)
}

/** An hour and a minute of a day, in Viet Nam. */
export const at = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`)

export const COURSE = 'Sở hữu trí tuệ cho cấp xã'

/** The class that the story is about. */
export const theClass = ({ prisma }: Story) =>
  prisma.trainingSession.findFirstOrThrow({ where: { course: { title: COURSE } } })

/** Its code as it is typed on a phone. */
export const typedCode = async (story: Story) => (await theClass(story)).code.toLowerCase()
