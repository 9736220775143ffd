import type { Refusal, Words } from '@corroborate/base'
import type { Assumption, RoundingRule } from '@corroborate/estimate'

/** Words as they are being typed, in either language or both. */
export interface DraftWords {
  readonly en: string
  readonly ar: string
}

/** What every question has, as it is being typed. */
export interface DraftQuestion {
  readonly code: string
  readonly question: DraftWords
  readonly unit: DraftWords
  /** Empty for none. */
  readonly roundTo: string
  readonly assumptions: readonly DraftAssumption[]
}

export interface DraftAssumption {
  readonly code: string
  readonly words: DraftWords
}

/** What stands against a draft, by the field it stands at; `form` for what belongs to none. */
export type Faults = Readonly<Record<string, Refusal | undefined>>

/** All of them together; of two at one field, the first that was found. */
export function allFaults(...all: readonly Faults[]): Faults {
  const found = all.flatMap((faults) => Object.entries(faults)).filter(([, fault]) => fault !== undefined)
  return Object.fromEntries(found.toReversed())
}

export const NO_WORDS: DraftWords = { en: '', ar: '' }

export function emptyQuestion(unit: DraftWords): DraftQuestion {
  return {
    ...{ code: '', question: NO_WORDS, unit, roundTo: '' },
    assumptions: [{ code: 'a1', words: NO_WORDS }],
  }
}

export function draftOf(asked: {
  readonly code: string
  readonly question: Words
  readonly unit: Words
  readonly rounding: RoundingRule
  readonly assumptions: readonly Assumption[]
}): DraftQuestion {
  const { rounding } = asked
  return {
    code: asked.code,
    question: draftWords(asked.question),
    unit: draftWords(asked.unit),
    roundTo: rounding.kind === 'none' ? '' : String(rounding.unit),
    assumptions: asked.assumptions.map(({ code, words }) => ({ code, words: draftWords(words) })),
  }
}

export function draftWords({ en = '', ar = '' }: Words): DraftWords {
  return { en, ar }
}

/** Null when nothing was typed in any language. */
export function wordsOf({ en, ar }: DraftWords): Words | null {
  const [english, arabic] = [en.trim(), ar.trim()]
  if (english === '') return arabic === '' ? null : { ar: arabic }
  return arabic === '' ? { en: english } : { en: english, ar: arabic }
}

/** A code that no assumption of the draft has. */
export function freeCode(taken: readonly { readonly code: string }[], prefix: string): string {
  for (let number = taken.length + 1; ; number++) {
    const code = `${prefix}${number}`
    if (!taken.some((one) => one.code === code)) return code
  }
}

/** A number as it was typed, in the digits of either language; null for anything else. */
export function numberTyped(text: string): number | null {
  const latin = text
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('\u066b', '.')
    .replace(/(?<=\d)[,\u066c\s](?=\d{3}(\D|$))/g, '')
  return /^-?\d+([.]\d+)?(e\d+)?$/i.test(latin) ? Number(latin) : null
}

interface AskedInCommon {
  readonly question: Words
  readonly unit: Words
  readonly rounding: RoundingRule
  readonly assumptions: readonly [Assumption, ...Assumption[]]
}

/** The part that every question has, or what is still missing, by its field. */
export function questionOf(
  draft: DraftQuestion,
):
  | { readonly asked: AskedInCommon; readonly faults: null }
  | { readonly asked: null; readonly faults: Faults } {
  const [question, unit, rounding] = [wordsOf(draft.question), wordsOf(draft.unit), roundingOf(draft.roundTo)]
  const [first, ...others] = draft.assumptions.flatMap(({ code, words }) => {
    const written = wordsOf(words)
    return written === null ? [] : [{ code, words: written }]
  })
  if (question !== null && unit !== null && rounding !== null && first !== undefined)
    return { asked: { question, unit, rounding, assumptions: [first, ...others] }, faults: null }
  return {
    asked: null,
    faults: {
      question: question === null ? missing('question') : undefined,
      unit: unit === null ? missing('unit') : undefined,
      rounding: rounding === null ? missing('rounding') : undefined,
      assumptions: first === undefined ? missing('assumption') : undefined,
    },
  }
}

/** Shown by its reason: `desk.refused.<reason>`. */
export function missing(what: string): Refusal {
  return { ok: false, reason: `missing-${what}`, detail: '' }
}

function roundingOf(text: string): RoundingRule | null {
  if (text.trim() === '') return { kind: 'none' }
  const unit = numberTyped(text)
  return unit !== null && Number.isSafeInteger(unit) && unit > 0 ? { kind: 'down-to', unit } : null
}

const AT_FIELD: readonly (readonly [RegExp, string])[] = [
  [/^code-taken$/, 'code'],
  [/^rounding-/, 'rounding'],
  [/^(too-(few|many)-lists|list-|cell-|count-|nobody-observed|linkage-|label-|stratum-|link-)/, 'overlap'],
]

/** At which field a refusal of the server stands: by its reason, or by the field that it names. */
export function faultsOf(refusal: Refusal): Faults {
  const known = AT_FIELD.find(([reasons]) => reasons.test(refusal.reason))?.[1]
  const [, named] = /^field “(?:asked\.)?([a-z]+)/.exec(refusal.detail) ?? []
  return { [known ?? (refusal.reason === 'unreadable' ? (named ?? 'form') : 'form')]: refusal }
}
