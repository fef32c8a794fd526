import { fold, normalise } from '../../vietnamese.ts'

/**
 * What somebody wants to see of the published challenges. `about` is what comes between the words that ask for a list, as
 * typed: fields, places or words. `sure`: nothing else can be meant, even where `about` names no field and no place.
 */
export type ListRequest = { about: string; openOnly: boolean; sure: boolean }

/**
 * Reads "danh sách bài toán", "bài toán y tế còn hạn", "tìm bài toán camera"; null for anything else. A question about
 * challenges as such ("bài toán lớn là gì", "5 bước xây dựng bài toán") belongs to the corpus.
 */
export function readListRequest(text: string): ListRequest | null {
  if (text.length > LONGEST) return null
  const typed = normalise(text)
    .replace(/[^\p{L}\p{M}\p{N}\s,&+.-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const said = fold(typed)
  const found = REQUEST.exec(said)
  if (found === null) return null
  const [, verb = '', before = ''] = found
  const start = found[0].length
  const rest = said.slice(start)
  const open = OPEN.exec(rest) ?? null
  const wantsOpen = open !== null || /\b(?:con han|dang mo)\b/.test(before)
  const kept = open === null ? typed.slice(start) : typed.slice(start, start + open.index)
  const tail = open === null ? '' : rest.slice(open.index + open[0].length)
  if (tail.replace(COURTESY, '').trim() !== '') return null
  const about = strip(kept, wantsOpen)
  if (about === null) return null
  const words = fold(about)
  if (QUESTION.test(` ${words} `) || (NOT_ONE.test(` ${words} `) && !wantsOpen)) return null
  const hasVerb = verb !== ''
  if (about === '') return wantsOpen || hasVerb ? { about, openOnly: wantsOpen, sure: true } : null
  return { about, openOnly: wantsOpen, sure: wantsOpen || SEARCHING.test(verb) }
}

/** Takes off what says nothing of the wish; null where the rest only makes sense as a question. */
function strip(kept: string, wantsOpen: boolean): string | null {
  const trimmed = kept.replace(/^[\s,.-]+|[\s,.-]+$/g, '')
  const idle = /^(?:lon|moi|da cong bo|hien co|nao|dang cong bo)(?:\s+|$)/.exec(fold(trimmed))
  if (idle !== null) {
    if (fold(trimmed).startsWith('lon') && !wantsOpen) return null
    return strip(trimmed.slice(idle[0].length), wantsOpen)
  }
  const lead = /^(?:ve|linh vuc|cua|o|tai|thuoc|trong|co chu|lien quan den)\s+/.exec(fold(trimmed))
  if (lead !== null) return strip(trimmed.slice(lead[0].length), wantsOpen)
  const end = /\s+(?:nao|a|nhe|nha|di|voi|giup|em|da cong bo)$/.exec(fold(trimmed))
  return end === null ? trimmed : strip(trimmed.slice(0, end.index), wantsOpen)
}

const LONGEST = 120
const REQUEST =
  /^(?:(?:cho (?:toi|em|minh) )?(danh sach|xem danh sach|liet ke|xem|tim kiem|tim|co|hien co|con)\s+)?((?:cac|nhung|may|tat ca)\s+)?bai toan(?=\s|$)/
const SEARCHING = /^(?:tim|tim kiem|danh sach|xem danh sach|liet ke)$/
const OPEN =
  /(?:dang |con |van )?(?:con han|chua het han|dang mo|con nhan|dang nhan(?: giai phap)?|nhan giai phap|con thoi han)(?:\s+nop)?(?=\s|$)/
const COURTESY = /^(?:\s+(?:khong|ko|k|a|nhe|nha|di|giup|em|voi|vay|the|ad|hien nay|bay gio))+$/
const QUESTION =
  / (?:la gi|gi|nao|the nao|sao|vi sao|tai sao|dau|bao nhieu|may|khi nao|bao gio|ai|khong|lam|can|phai|buoc|gom|nham|duoc|co|do) /
/** "Bài toán lớn", its steps and content are what the corpus tells of. */
const NOT_ONE = / (?:lon|xay dung noi dung|noi dung|quy trinh|muc tieu|y nghia|dat hang|tuyen chon|cong bo) /
