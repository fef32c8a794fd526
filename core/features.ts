import { browseFeature } from './dialogues/alerts/browse-feature.ts'
import { campaignFeature } from './dialogues/alerts/campaign-feature.ts'
import { followFeature } from './dialogues/alerts/follow-feature.ts'
import { hearLessFeature } from './dialogues/alerts/hear-less-feature.ts'
import { organisationFeature } from './dialogues/alerts/organisation-feature.ts'
import { questionFeature } from './dialogues/alerts/question-feature.ts'
import { subscribeFeature } from './dialogues/alerts/subscribe-feature.ts'
import { draftFeature } from './dialogues/challenges/draft-feature.ts'
import { exportFeature } from './dialogues/challenges/export-feature.ts'
import { reviewFeature } from './dialogues/challenges/review-feature.ts'
import { stopNudgesFeature } from './dialogues/challenges/stop-nudges-feature.ts'
import { helpFeature } from './dialogues/help-feature.ts'
import { registerFeature } from './dialogues/register-feature.ts'
import { staffFeature } from './dialogues/staff-feature.ts'
import { certificateFeature } from './dialogues/training/certificate-feature.ts'
import { checkInFeature } from './dialogues/training/check-in-feature.ts'
import { trainingFeature } from './dialogues/training/feature.ts'
import { feedbackFeature } from './dialogues/training/feedback-feature.ts'
import { trainingReportFeature } from './dialogues/training/report-feature.ts'
import type { Feature } from './feature.ts'

/** Every feature there is, in the order in which a message is offered to them. */
export const FEATURES: readonly Feature[] = [
  helpFeature,
  registerFeature,
  hearLessFeature,
  campaignFeature,
  followFeature,
  questionFeature,
  organisationFeature,
  subscribeFeature,
  reviewFeature,
  staffFeature,
  browseFeature,
  stopNudgesFeature,
  checkInFeature,
  feedbackFeature,
  certificateFeature,
  trainingReportFeature,
  trainingFeature,
  exportFeature,
  draftFeature,
]
