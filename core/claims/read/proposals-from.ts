import { timeAt, tokensOf, whenFrom, type Read, type Token } from '@corroborate/base'
import { indexText } from '@corroborate/testimony'
import type { Basis } from '../basis.ts'
import { weekdaysAt } from './days.ts'
import type { Proposal, Reading } from './proposal.ts'
import { quantityAt, quantityReading, type Around } from './quantities.ts'
import { rateAt } from './rates.ts'
import { confidenceAt, countedAt, occasionAt, unitAt } from './words-of-quantities.ts'
import { basisAt, certaintyAt, partOfDayAt, polarityAt, roleAt, type BasisKind } from './words-of-speaking.ts'

/**
 * What the words of a passage may say, in the order in which it stands there: numbers, rates, days, times, roles, how the speaker
 * knows, what was denied and how sure the speaker was. By rules, in English and Arabic; a proposal, never a record (law 11).
 *
 * What is not surely read is not proposed; what may mean several things is proposed with its alternatives. It reads sentence
 * by sentence and knows nothing of what was said before.
 * @param words of a passage, or any stretch of a working text
 * @param start where the words begin in their text, in code points; spans count from there
 * @see docs/methods/reading-passages.md
 */
export function proposalsFrom(words: string, start = 0): readonly Proposal[] {
  const index = indexText(words)
  return sentencesOf(tokensOf(words))
    .flatMap((sentence) => readSentence(sentence, words))
    .map(({ reading, first, last }) => {
      const [from, to] = [index.codePointAt(first.start), index.codePointAt(last.end)]
      return { ...reading, start: start + from, end: start + to, exact: words.slice(first.start, last.end) }
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1))
}

/** A full stop between digits is in one token with them; after "p" and "a" it ends nothing that is read. */
function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]]
  for (const token of tokens)
    if (/^[.!?؟;؛]$/.test(token.text)) sentences.push([])
    else sentences.at(-1)?.push(token)
  return sentences.filter((sentence) => sentence.length > 0)
}

interface Found {
  readonly reading: Reading
  readonly first: Token
  readonly last: Token
}

type Reader = (tokens: readonly Token[], at: number, words: string) => Read<Reading> | null

function readSentence(tokens: readonly Token[], words: string): readonly Found[] {
  const taken = new Set<number>()
  const times = scan(tokens, words, readTime, taken)
  const rates = scan(tokens, words, readRate, taken)
  const basis = scan(tokens, words, readBasis)
  const around = aroundIn(tokens, { basis, hasRate: rates.length > 0 })
  const quantities = scan(tokens, words, quantityReader(around), taken)
  const polarity = scan(tokens, words, readPolarity)
  const others = [readDays(tokens), readPartOfDay, readRole, readCertainty]
  return [
    ...[...times, ...rates, ...basis, ...quantities, ...polarity],
    ...others.flatMap((reader) => scan(tokens, words, reader)),
  ]
}

/** Reads from the left; what was taken is passed over, and marked as taken where readers share. */
function scan(
  tokens: readonly Token[],
  words: string,
  reader: Reader,
  taken = new Set<number>(),
): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at < tokens.length;) {
    const read = taken.has(at) ? null : reader(tokens, at, words)
    const [first, last] = [tokens[at], tokens[at + (read?.length ?? 1) - 1]]
    if (read === null || first === undefined || last === undefined) {
      at++
      continue
    }
    found.push({ reading: read.value, first, last })
    for (let next = at; next < at + read.length; next++) taken.add(next)
    at += read.length
  }
  return found
}

/** A time that has a year, or a month or day that was said as one. A bare number is no year, and none is that counts. */
function readTime(tokens: readonly Token[], at: number, words: string): Read<Reading> | null {
  const read = timeAt(tokens, at)
  if (read === null || isBareNumber(tokens, at, read.length)) return null
  if (unitAt(tokens, at + read.length) !== null && read.length <= 2) return null
  const { kind, edtf, lacksYear } = read.value
  const said = words.slice(tokens[at]?.start, tokens[at + read.length - 1]?.end)
  const [first, ...more] = edtf
    .map((text) => whenFrom(text, said))
    .flatMap((when) => (when.ok ? [when.value] : []))
  if (first !== undefined) return { value: { kind, value: first, alternatives: more }, length: read.length }
  const surely = lacksYear && read.length > 1 && isNamedWithCapital(said)
  return surely ? { value: { kind, value: null, alternatives: [] }, length: read.length } : null
}

function isBareNumber(tokens: readonly Token[], at: number, length: number): boolean {
  const all = tokens.slice(at, at + length)
  const lead = tokens[at - 1]?.text ?? ''
  return (
    (length === 1 && all[0]?.kind === 'digits') ||
    (/^(about|around|حوالي|نحو|قرابه)$/.test(all[0]?.text ?? lead) &&
      length === 2 &&
      all[1]?.kind === 'digits')
  )
}

/** "may" and "march" are months only with a capital letter. */
function isNamedWithCapital(said: string): boolean {
  return !/\b(may|march|mar|sun|fall|spring)\b/.test(said)
}

function readRate(tokens: readonly Token[], at: number): Read<Reading> | null {
  const read = rateAt(tokens, at)
  const rate = read?.value
  return read && rate ? { value: { kind: 'rate', value: rate, alternatives: [] }, length: read.length } : null
}

function quantityReader(around: Around): Reader {
  return (tokens, at, words) => {
    const read = quantityAt(tokens, at)
    if (read === null) return null
    const said = words.slice(tokens[at]?.start, tokens[at + read.length - 1]?.end)
    return { value: quantityReading(read.value, said, around), length: read.length }
  }
}

/** What the sentence says of all its numbers. */
function aroundIn(
  tokens: readonly Token[],
  { basis, hasRate }: { readonly basis: readonly Found[]; readonly hasRate: boolean },
): Around {
  const has = (book: (all: readonly Token[], at: number) => unknown) =>
    tokens.some((_, at) => book(tokens, at) !== null)
  const told = basis.some(({ reading }) => reading.kind === 'basis' && reading.value.kind.startsWith('told'))
  return {
    how: has(countedAt) ? 'counted' : told ? 'told' : 'estimated',
    occasion: has(occasionAt) ? 'said' : hasRate ? 'likely' : 'no',
  }
}

function readBasis(tokens: readonly Token[], at: number): Read<Reading> | null {
  const read = basisAt(tokens, at)
  if (read === null || isDenied(tokens, at)) return null
  const [first, ...others] = read.value
  return {
    value: { kind: 'basis', value: basisOf(first), alternatives: others.map(basisOf) },
    length: read.length,
  }
}

const NO = new Set(['ما', 'لم', 'لا', 'احد', 'حدا', 'nobody', 'one', 'never', 'not'])

/** ما سمعت, لم أر, "nobody told us": who did not see or hear does not know by it. */
function isDenied(tokens: readonly Token[], at: number): boolean {
  return NO.has(tokens[at - 1]?.text ?? '')
}

function basisOf(kind: BasisKind): Basis {
  return { kind, chain: [], vantage: null }
}

function readPolarity(tokens: readonly Token[], at: number): Read<Reading> | null {
  const read = polarityAt(tokens, at)
  if (read === null) return null
  return { value: { kind: 'polarity', value: read.value, alternatives: [] }, length: read.length }
}

function readDays(sentence: readonly Token[]): Reader {
  const confidences = sentence.flatMap((_, at) => confidenceAt(sentence, at)?.value ?? [])
  const [confidence = null] = [...confidences.filter((one) => one !== 'always'), ...confidences]
  return (tokens, at) => {
    const read = weekdaysAt(tokens, at)
    if (read === null) return null
    const value = { weekdays: read.value, weekdayConfidence: confidence }
    return { value: { kind: 'weekdays', value, alternatives: [] }, length: read.length }
  }
}

function readPartOfDay(tokens: readonly Token[], at: number): Read<Reading> | null {
  const read = partOfDayAt(tokens, at)
  return read && { value: { kind: 'part-of-day', value: read.value, alternatives: [] }, length: read.length }
}

function readRole(tokens: readonly Token[], at: number): Read<Reading> | null {
  const read = roleAt(tokens, at)
  return read && { value: { kind: 'role', value: read.value, alternatives: [] }, length: read.length }
}

function readCertainty(tokens: readonly Token[], at: number): Read<Reading> | null {
  const read = certaintyAt(tokens, at)
  return read && { value: { kind: 'certainty', value: read.value, alternatives: [] }, length: read.length }
}
