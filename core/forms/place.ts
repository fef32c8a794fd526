import { z } from 'zod'
import { answerSchema } from './answer-schema.ts'

/** What is asked of a measure of success, in this order. */
export const PIECES = ['name', 'unit', 'before', 'source', 'target', 'date'] as const
export type Piece = (typeof PIECES)[number]

const fieldId = z.string()
/**
 * Fields to go to after this one, then the end; null: whatever in the form's order has no answer yet. `*` stands for
 * that from there on, and `+` behind a field goes on within it instead of asking it anew.
 */
const route = z.array(z.string()).nullable()
const inField = { fieldId, route }

/** Where in a form a person stands: what the next message answers. */
export const placeSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('asking'), ...inField }),
  /** A long answer comes in several messages. `warned`: it was said what is wrong with it. */
  z.object({ at: z.literal('collecting'), ...inField, warned: z.boolean() }),
  /** Of several options some are picked. */
  z.object({ at: z.literal('picking'), ...inField, picked: z.array(z.string()) }),
  /** A unit is asked for by name; `candidates` are codes to choose from. */
  z.object({ at: z.literal('naming_unit'), ...inField, candidates: z.array(z.string()) }),
  z.object({ at: z.literal('indicator'), ...inField, row: z.int().min(0), piece: z.enum(PIECES) }),
  z.object({ at: z.literal('more_indicators'), ...inField }),
  z.object({ at: z.literal('too_long'), ...inField }),
  z.object({ at: z.literal('end') }),
])
export type Place = z.infer<typeof placeSchema>
export type PlaceInField = Exclude<Place, { at: 'end' }>

const proposal = z.object({ fieldId, answer: answerSchema, quote: z.string() })
const change = z.object({ fieldId, before: z.string(), after: z.string(), answer: answerSchema })

/** A question put over the place: it is settled first, and the place's own question follows. */
export const overSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('cancel') }),
  /** `fieldIds`: several that were meant, to choose from. */
  z.object({ ask: z.literal('which_field'), fieldIds: z.array(z.string()) }),
  z.object({ ask: z.literal('preview'), page: z.int().min(0) }),
  /** `text`: what was typed, in case it was an answer after all. */
  z.object({ ask: z.literal('correction'), changes: z.array(change), text: z.string() }),
  /** A long text with values for several fields: fill them in, or take it as the answer that was asked for. */
  z.object({ ask: z.literal('paste'), proposals: z.array(proposal), text: z.string() }),
  z.object({ ask: z.literal('proposals'), proposals: z.array(proposal) }),
  /** A cited fact to use in the field; `said`: the question, where it might have been an answer. */
  z.object({
    ask: z.literal('fact'),
    text: z.string(),
    sources: z.array(z.string()),
    said: z.string().nullable(),
  }),
  /** A long answer would take another's place. */
  z.object({ ask: z.literal('replace'), text: z.string() }),
  /** Something was typed while another question was open. */
  z.object({ ask: z.literal('keep_text'), text: z.string() }),
])
export type Over = z.infer<typeof overSchema>

export const standingSchema = z.object({ place: placeSchema, over: overSchema.nullable() })
export type Standing = z.infer<typeof standingSchema>
