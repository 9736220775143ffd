import type { CandidateKind, Spotted } from './candidate.ts'

interface Trace {
  readonly kind: CandidateKind
  readonly pattern: RegExp
  readonly isNone?: (found: string, before: string) => boolean
}

const WORD = "[\\p{L}\\p{M}'’-]+"
const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'’-]*"
const DAYS_AND_MONTHS =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December|I)$/u
const DATE = /^\p{Nd}{4}([-/.])\p{Nd}{1,2}\1\p{Nd}{1,2}$|^\p{Nd}{1,2}([-/.])\p{Nd}{1,2}\2\p{Nd}{4}$/u
const SENTENCE_BEGINS = /(?:^|[.!?؟:\n"“«])\s*$/u

/**
 * What gives people away beside their names, by form alone: it is suspicion, and a person decides. Digits of any script count as digits.
 * In the order in which one goes before another where they overlap.
 */
const TRACES: readonly Trace[] = [
  { kind: 'e-mail', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    kind: 'plate',
    pattern: /(?<![\p{L}\p{N}])\p{Lu}{1,3}[ -]?\p{Nd}{3,6}(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'plate',
    pattern: /(?<=(?:plate|licen[cs]e|registration|لوحة|لوحته|نمرة)\P{Nd}{0,20})\p{Nd}{4,7}(?!\p{Nd})/giu,
  },
  {
    kind: 'phone',
    pattern: /[+＋]?\p{Nd}(?:[\s().–/-]{0,2}\p{Nd}){6,14}/gu,
    isNone: (found) => DATE.test(found),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?:\\p{Nd}+[, ]+)?(?:${CAPITALISED} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Quarter|District)(?!\\p{L})`,
      'gu',
    ),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?<!\\p{L})[وبل]?(?:ال)?(?:شارع|حي|حارة|زقاق|بناية|عمارة|ساحة) ${WORD}(?: \\p{Nd}+)?`,
      'gu',
    ),
  },
  {
    kind: 'after-a-title',
    pattern: new RegExp(
      `(?<!\\p{L})[وفبل]?(?:أبو|ابو|أبي|أبا|أم|بن|ابن|السيدة?|الدكتورة?|العقيد|العميد|الرائد|المساعد|اسمه|اسمها) ${WORD}`,
      'gu',
    ),
  },
  {
    kind: 'capitalised',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])${CAPITALISED}(?:[ -](?:(?:al|el|bin|ibn|abu)[ -])?${CAPITALISED})*`,
      'gu',
    ),
    isNone: (found, before) =>
      DAYS_AND_MONTHS.test(found) || (!/[ -]\p{Lu}/u.test(found) && SENTENCE_BEGINS.test(before)),
  },
]

/** Telephone numbers, plates, addresses, runs of capitals and the like, none over another. By UTF-16 units. */
export function findTraces(text: string): readonly Spotted[] {
  const found: Spotted[] = []
  for (const { kind, pattern, isNone } of TRACES)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (isNone?.(match[0], text.slice(Math.max(0, start - 8), start)) === true) continue
      if (!inToken(text, start) && !overlapsAny({ start, end }, found))
        found.push({ kind, start, end, tokens: [] })
    }
  return found
}

export function overlapsAny(
  { start, end }: Pick<Spotted, 'start' | 'end'>,
  others: readonly Pick<Spotted, 'start' | 'end'>[],
): boolean {
  return others.some((other) => start < other.end && other.start < end)
}

function inToken(text: string, at: number): boolean {
  return text.lastIndexOf('⟦', at) > text.lastIndexOf('⟧', at - 1)
}
