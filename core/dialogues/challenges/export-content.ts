import { readPublicText } from '../../challenges/publish-version.ts'
import { type ReadChallenge, readChallenge } from '../../challenges/read-challenge.ts'
import { problemStatementForm } from '../../challenges/statement-form.ts'
import { type ChallengeState, isPublic, parseChallengeState } from '../../challenges/transitions.ts'
import type { Transaction } from '../../db.ts'
import type { StatementContent, StatementItem } from '../../files/statement-document.ts'
import { answerText } from '../../forms/answer-text.ts'
import type { Answers, Field } from '../../forms/form.ts'
import type { Grant } from '../../people/roles.ts'
import { documentTexts, letterheadName, signingOffice } from '../../texts/documents.ts'
import { unitTexts } from '../../texts/units.ts'
import { parseUnitKind, type Unit } from '../../units/unit.ts'
import { vietnamDate } from '../../vietnam-time.ts'

/** Before these a statement has not been approved by anybody. */
const UNAPPROVED: ReadonlySet<ChallengeState> = new Set([
  'DRAFT',
  'UNIT_REVIEW',
  'SUBMITTED',
  'RETURNED',
  'WITHDRAWN',
  'MERGED',
] as const)

const TITLE = 'title'

type Reader = { id: string; actor: readonly Grant[] }

/**
 * What a document of this statement says for this reader: the whole paper for whoever may read the statement, otherwise
 * the last version that was published. Null where there is nothing for them; they do not learn whether it exists.
 */
export async function findContent(
  db: Transaction,
  which: { id: string } | { code: string },
  reader: Reader,
): Promise<StatementContent | null> {
  const read = await readChallenge(db, which, reader)
  return read ? paperOf(read, db) : publishedOf(which, db)
}

async function paperOf(read: ReadChallenge, db: Transaction): Promise<StatementContent> {
  const { code, title, answers, state } = read
  const { aiAssisted } = await db.challenge.findUniqueOrThrow({
    where: { id: read.id },
    select: { aiAssisted: true },
  })
  const units = await namedUnits(read, db)
  const own = units.get(unitCodeOf(read) ?? '') ?? null
  const unitName = (unitCode: string) => {
    const unit = units.get(unitCode)
    return unit ? unitTexts.name(unit) : null
  }
  const items = (field: Field): StatementItem[] => {
    const answer = answers[field.id]
    // It stands above, as what the paper is about.
    if (answer !== undefined && field.id === TITLE) return []
    // What nobody has to answer, and nobody did, leaves no gap.
    if (answer === undefined && !field.required) return []
    const ai = answer?.ai === true
    if (answer?.kind === 'indicators') return [{ label: field.label, ai, indicators: answer.rows }]
    return [{ label: field.label, ai, text: answerText(field, answer, { unitName }) }]
  }
  return {
    code,
    title,
    groups: grouped(items),
    as: {
      kind: 'paper',
      unit: letterheadName(own),
      office: signingOffice(own),
      approved: !UNAPPROVED.has(state),
      ai: aiAssisted || Object.values(answers).some((answer) => answer.ai === true),
    },
  }
}

async function publishedOf(
  which: { id: string } | { code: string },
  db: Transaction,
): Promise<StatementContent | null> {
  const row = await db.challenge.findUnique({
    where: which,
    select: { id: true, code: true, state: true, version: true },
  })
  if (row === null || !isPublic({ state: parseChallengeState(row.state), version: row.version })) return null
  const { id: challengeId, version, code } = row
  const shown = await db.challengeVersion.findUnique({
    where: { challengeId_version: { challengeId, version } },
  })
  const text = readPublicText(shown?.text)
  if (shown === null || text === null) return null
  const deadline = shown.deadline && vietnamDate(shown.deadline)
  return {
    code,
    title: shown.title,
    groups: grouped(({ id, label, public: isShown }) => {
      const words = text[id]
      return isShown && words && id !== TITLE ? [{ label, ai: false, text: words }] : []
    }),
    as: {
      kind: 'published',
      notes: [
        documentTexts.publishedNote(version, vietnamDate(shown.publishedAt), deadline),
        ...(shown.contact === '' ? [] : [documentTexts.publishedContact(shown.contact)]),
      ],
    },
  }
}

const grouped = (items: (field: Field) => StatementItem[]): StatementContent['groups'] =>
  problemStatementForm.groups.map(({ id, label }) => ({
    label,
    items: problemStatementForm.fields.filter(({ group }) => group === id).flatMap(items),
  }))

type NamedUnit = Pick<Unit, 'kind' | 'name'>

/** Every unit that the answers name, and the statement's own. */
async function namedUnits(read: ReadChallenge, db: Transaction): Promise<Map<string, NamedUnit>> {
  const codes = Object.values(read.answers).flatMap((answer) => (answer.kind === 'unit' ? [answer.code] : []))
  const rows = await db.unit.findMany({ where: { code: { in: [...codes, read.unitCode ?? ''] } } })
  return new Map(rows.map(({ code, kind, name }) => [code, { kind: parseUnitKind(kind), name }]))
}

/** A draft has its unit as an answer before it belongs to one. */
function unitCodeOf({ unitCode, answers }: { unitCode: string | null; answers: Answers }): string | null {
  const answer = answers.proposing_unit
  return unitCode ?? (answer?.kind === 'unit' ? answer.code : null)
}
