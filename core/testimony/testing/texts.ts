import { derivedId, type PassageId } from '@corroborate/base'
import { fc } from '@fast-check/vitest'
import { freezeText } from '../freeze-text.ts'
import type { Text } from '../text.ts'

/** Pieces that break careless code: tashkil, joiners, emoji of several code points, combining marks, direction marks, line ends. */
const PIECES = [
  ...['a', 'b', ' ', '.', 'yes ', 'نعم ', 'كَتَبَ', 'سِجْن', 'لا', 'ـ', 'ﷲ', '\u0652', '\u0651'],
  ...['🕊', '👩‍👧', '🇸🇾', '👍🏽', '𐤀', 'e\u0301', 'é', '\u0301', 'Å', '\u1e9b\u0323'],
  ...['\r\n', '\r', '\n', '\u2028', '\u200c', '\u200d', '\u00a0', '٣', '3'],
  ...['\u200f', '\u200e', '\u061c', '\u202b', '\u202c', '\u2067', '\u2069', '\ufeff'],
]

/** Texts as they come: any mixture of the pieces, and of any Unicode. */
export const rawTexts = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''))

/** Frozen contents. */
export const contents = rawTexts.map((raw) => freezeText(raw).content)

/** A working text with this content. */
export function textOf(content: string, version = 1): Text {
  return {
    id: derivedId('text', 'T1', String(version)),
    code: 'T1',
    source: derivedId('source', 'W1'),
    title: { en: 'Interview' },
    language: 'ar',
    kind: 'transcript',
    translationOf: null,
    version,
    turns: [],
    ...(({ content: frozen, sha256 }) => ({ content: frozen, sha256 }))(freezeText(content)),
  }
}

export const NAME: { readonly id: PassageId; readonly code: string } = {
  id: derivedId('passage', 'P1'),
  code: 'P1',
}
