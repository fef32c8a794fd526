import type { AnyDialogue } from '../dialogue.ts'
import { addUnitDialogue } from './add-unit.ts'
import { askOwnerDialogue } from './alerts/ask-owner.ts'
import { organisationDialogue } from './alerts/organisation.ts'
import { settleQuestionDialogue } from './alerts/settle-question.ts'
import { subscribeDialogue } from './alerts/subscribe.ts'
import { draftDialogue } from './challenges/draft-challenge.ts'
import { reviewDialogue } from './challenges/review-dialogue.ts'
import { consentDialogue } from './consent.ts'
import { endRoleDialogue } from './end-role.ts'
import { handoverDialogue } from './handover.ts'
import { inviteDialogue } from './invite.ts'
import { addSessionDialogue } from './training/add-session.ts'
import { certificateDialogue } from './training/certificate-dialogue.ts'
import { changeSessionDialogue } from './training/change-session.ts'
import { attendanceDialogue } from './training/check-in-list.ts'
import { feedbackDialogue } from './training/feedback-dialogue.ts'
import { importScheduleDialogue } from './training/import-schedule.ts'
import { leaveSessionDialogue } from './training/leave-session.ts'
import { registerDialogue } from './training/register.ts'
import { registerColleaguesDialogue } from './training/register-colleagues.ts'

/** Every dialogue there is: a saved state is resumed by its name. */
export const DIALOGUES: readonly AnyDialogue[] = [
  consentDialogue,
  handoverDialogue,
  inviteDialogue,
  draftDialogue,
  subscribeDialogue,
  organisationDialogue,
  askOwnerDialogue,
  settleQuestionDialogue,
  importScheduleDialogue,
  addSessionDialogue,
  changeSessionDialogue,
  attendanceDialogue,
  feedbackDialogue,
  certificateDialogue,
  leaveSessionDialogue,
  registerDialogue,
  registerColleaguesDialogue,
  reviewDialogue,
  endRoleDialogue,
  addUnitDialogue,
]
