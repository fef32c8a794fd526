import { describeCampaign } from '../../core/alerts/describe-campaign.ts'
import { type FoundCampaign, findCampaigns } from '../../core/alerts/find-campaigns.ts'
import type { LedgerRow } from '../../core/alerts/ledger.ts'
import { readLedger } from '../../core/alerts/read-ledger.ts'
import { type Steering, steerCampaign } from '../../core/alerts/steer-campaign.ts'
import type { Transaction } from '../../core/db.ts'
import { alertTexts } from '../../core/texts/alerts.ts'
import { vietnamDateTime } from '../../core/vietnam-time.ts'
import { type AdminCommand, BadArguments, readArguments } from './command.ts'

const MOST_LISTED = 50

/**
 * `campaign`: the latest campaigns. `campaign ID`: its ledger, a line for everybody and the hash of it all; `--csv` for a
 * spreadsheet, `--summary` without the lines. `--verify`: whether anything was changed since it finished. `--pause`,
 * `--resume`, `--cancel`.
 */
export const campaign: AdminCommand = async (args, deps) => {
  const flag = { type: 'boolean', default: false } as const
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: { summary: flag, csv: flag, verify: flag, pause: flag, resume: flag, cancel: flag },
  })
  const [id, ...rest] = positionals
  if (rest.length > 0 || (id !== undefined && !/^\d{1,18}$/.test(id))) throw new BadArguments()
  if (id === undefined) {
    const all = await findCampaigns(deps.prisma, { limit: MOST_LISTED })
    return { lines: all.length === 0 ? [alertTexts.noCampaigns] : all.map(lineOf) }
  }
  const campaignId = BigInt(id)
  const how = (['pause', 'resume', 'cancel'] as const).find((each) => values[each])
  if (how !== undefined) {
    const problem = await steer(campaignId, how, deps.prisma)
    if (problem !== null) return { problem }
  }
  const [found] = await findCampaigns(deps.prisma, { id: campaignId, limit: 1 })
  if (found === undefined) return { problem: alertTexts.adminUnknown(id) }
  return printLedger(deps.prisma, found, values)
}

async function steer(campaignId: bigint, how: Steering, prisma: Parameters<AdminCommand>[1]['prisma']) {
  const steered = await prisma.$transaction((tx) =>
    steerCampaign(tx, { campaignId, how, why: 'operator', byId: null }),
  )
  switch (steered.status) {
    case 'done':
      return null
    case 'not_found':
      return alertTexts.adminUnknown(String(campaignId))
    case 'refused':
      return alertTexts.adminNotNow(campaignId, steered.state)
  }
}

async function printLedger(
  prisma: Transaction,
  found: FoundCampaign,
  { summary, csv, verify }: { summary: boolean; csv: boolean; verify: boolean },
): ReturnType<AdminCommand> {
  const printed: string[] = []
  const { hash } = await readLedger(prisma, found.id, (page) => {
    if (csv || !summary) for (const row of page) printed.push(csv ? csvOf(row) : rowOf(row))
  })
  if (csv) return { lines: [alertTexts.adminLedgerHead, ...printed] }
  const { ledgerHash } = found
  if (verify && ledgerHash !== null && ledgerHash !== hash) {
    return { problem: alertTexts.adminTampered(ledgerHash, hash) }
  }
  return {
    lines: [
      describeCampaign(found),
      ...printed,
      alertTexts.adminHash(hash),
      ...(ledgerHash === null ? [alertTexts.adminNotFinished] : []),
      ...(verify && ledgerHash !== null ? [alertTexts.adminVerified] : []),
    ],
  }
}

const lineOf = ({ createdAt, ...rest }: FoundCampaign) =>
  alertTexts.adminLine({ ...rest, at: vietnamDateTime(createdAt) })

const cells = ({ id, personId, channel, status, failure, deferral, at, messageId }: LedgerRow) => [
  ...[String(id), personId, channel ?? '', status, failure ?? '', deferral ?? ''],
  ...[at?.toISOString() ?? '', messageId ?? ''],
]

const rowOf = (row: LedgerRow) => cells(row).join('  ')

/** No cell of ours needs more; a platform's message id might, and might begin a formula. */
const csvOf = (row: LedgerRow) =>
  cells(row)
    .map((cell) =>
      /^[\w.:@+-]*$/.test(cell) && !/^[=+@-]/.test(cell) ? cell : `"'${cell.replaceAll('"', '""')}"`,
    )
    .join(';')
