import {
  isOneOf,
  spanOf,
  VAGUE_NUMBERS,
  type Quantity,
  type Range,
  type Read,
  type Token,
} from '@corroborate/base'
import type { CountedUnit, QuantityReading } from './proposal.ts'
import { rangeAt } from './ranges.ts'
import { timesAt } from './rates.ts'
import {
  dualAt,
  modifierAt,
  ofUsAt,
  peopleLeadAt,
  trailingModifierAt,
  unitAt,
  type Modifier,
} from './words-of-quantities.ts'

/** What stands around a number in its sentence and says what kind of number it is. */
export interface Around {
  readonly how: Quantity['how']
  /** Each time: said, left open by a rate in the same sentence, or not at all. */
  readonly occasion: 'said' | 'likely' | 'no'
}

interface Counted {
  readonly range: Range | null
  readonly unit: CountedUnit
  readonly modifier: Modifier | null
}

/** A number of people, bodies, vehicles or times that is said of something: a number without a unit or a lead is none. */
export function quantityAt(tokens: readonly Token[], at: number): Read<Counted> | null {
  return (
    afterLead(tokens, at) ?? counted(tokens, at) ?? dual(tokens, at) ?? vague(tokens, at) ?? times(tokens, at)
  )
}

/** "groups of 20 to 50", "we were about forty", كنا أربعين. A unit may follow, or goes without saying. */
function afterLead(tokens: readonly Token[], at: number): Read<Counted> | null {
  const lead = peopleLeadAt(tokens, at)
  if (lead === null) return null
  const next = at + lead.length
  const full = counted(tokens, next) ?? vague(tokens, next)
  if (full !== null) return { value: full.value, length: lead.length + full.length }
  const number = withModifiers(tokens, next)
  if (number === null || !goesWithoutUnit(tokens, next + number.length)) return null
  return { value: { ...number.value, unit: 'people' }, length: lead.length + number.length }
}

/** A number that is followed by another noun counts that: "we were 20 metres away", "كنا خمسة أيام". */
function goesWithoutUnit(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  return next === undefined || next.kind === 'mark' || isOneOf(next, CLOSERS)
}

const CLOSERS = new Set([
  ...[
    'in',
    'at',
    'or',
    'and',
    'on',
    'that',
    'each',
    'every',
    'inside',
    'there',
    'then',
    'when',
    'but',
    'altogether',
  ],
  ...['في', 'من', 'كل', 'داخل', 'هناك', 'عندما', 'لكن', 'او', 'لما', 'بالغرفه', 'تقريبا'],
])

function counted(tokens: readonly Token[], at: number): Read<Counted> | null {
  const number = withModifiers(tokens, at)
  if (number === null || isNumbered(tokens[at - 1])) return null
  const next = at + number.length
  const unit = nounAt(tokens, next) ?? ofUsAt(tokens, next)
  if (unit === null || unit.value === 'times' || isOneOfThem(tokens[at], unit.length)) return null
  const trail = trailingModifierAt(tokens, next + unit.length)
  return {
    value: { ...number.value, unit: unit.value, modifier: number.value.modifier ?? trail?.value ?? null },
    length: number.length + unit.length + (trail?.length ?? 0),
  }
}

/** "one of them" singles one out and counts nobody. */
function isOneOfThem(first: Token | undefined, length: number): boolean {
  return length > 1 && isOneOf(first, new Set(['one', 'واحد', 'واحده']))
}

function isNumbered(token: Token | undefined): boolean {
  return isOneOf(
    token,
    new Set(['cell', 'room', 'branch', 'ward', 'number', 'no', 'زنزانه', 'غرفه', 'رقم', 'فرع', 'مهجع']),
  )
}

/** The noun that is counted, with at most two words before it: "fifty young men", 50 من المعتقلين. */
function nounAt(tokens: readonly Token[], at: number): Read<CountedUnit> | null {
  const ofThe = tokens[at]?.text === 'of' && tokens[at + 1]?.text === 'the' ? 2 : 0
  for (let between = ofThe; between <= ofThe + 2; between++) {
    const unit = unitAt(tokens, at + between)
    if (unit !== null) return { value: unit.value, length: between + unit.length }
    if (!isBetween(tokens[at + between])) return null
  }
  return null
}

const NO_ADJECTIVES = new Set([
  ...[
    'and',
    'or',
    'in',
    'on',
    'at',
    'to',
    'by',
    'for',
    'from',
    'with',
    'per',
    'a',
    'the',
    'were',
    'was',
    'who',
    'when',
  ],
  ...[
    'day',
    'days',
    'week',
    'weeks',
    'month',
    'months',
    'year',
    'years',
    'hour',
    'hours',
    'minutes',
    'oclock',
    'am',
    'pm',
  ],
  ...['times', 'time', 'metres', 'meters', 'kilometres', 'cells', 'rooms', 'floors', 'percent', 'dollars'],
])

function isBetween(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false
  return /^[a-z]/.test(token.text) ? !NO_ADJECTIVES.has(token.text) : token.text === 'من'
}

function withModifiers(
  tokens: readonly Token[],
  at: number,
): Read<{ readonly range: Range; readonly modifier: Modifier | null }> | null {
  const modifier = modifierAt(tokens, at)
  const from = at + (modifier?.length ?? 0)
  const range = rangeAt(tokens, from)
  if (range === null) return null
  const span = spanOf(tokens, from)
  if (span !== null && span.length > range.length) return null
  const trail = trailingModifierAt(tokens, from + range.length)
  return {
    value: { range: range.value, modifier: modifier?.value ?? trail?.value ?? null },
    length: (modifier?.length ?? 0) + range.length + (trail?.length ?? 0),
  }
}

function dual(tokens: readonly Token[], at: number): Read<Counted> | null {
  const two = dualAt(tokens, at)
  if (two === null || two.value === 'times') return null
  return { value: { range: { min: 2, max: 2 }, unit: two.value, modifier: null }, length: two.length }
}

/** "dozens of people", مئات المعتقلين: words without a number. */
function vague(tokens: readonly Token[], at: number): Read<Counted> | null {
  if (!isOneOf(tokens[at], VAGUE_NUMBERS)) return null
  const of = tokens[at + 1]?.text === 'of' || tokens[at + 1]?.text === 'من' ? 1 : 0
  const unit = nounAt(tokens, at + 1 + of)
  if (unit === null || unit.value === 'times') return null
  return { value: { range: null, unit: unit.value, modifier: null }, length: 1 + of + unit.length }
}

/** "three times", مرتين: how often in all. */
function times(tokens: readonly Token[], at: number): Read<Counted> | null {
  const read = timesAt(tokens, at)
  if (read === null || tokens[at]?.text === 'once') return null
  const alone = read.length === 1 && read.value.min === 1 // مرة alone is "once", "one day"
  return alone ? null : { value: { range: read.value, unit: 'times', modifier: null }, length: read.length }
}

/** The quantity as the model has it, and what was left open. */
export function quantityReading(
  { range, unit, modifier }: Counted,
  said: string,
  around: Around,
): QuantityReading {
  const bounds = boundsOf(range, modifier)
  const whole = bounds.open || range === null ? null : range
  const quantity = (per: Quantity['per']): Quantity | null =>
    whole && { ...whole, best: whole.min === whole.max ? whole.min : null, said, unit, how: around.how, per }
  const each = around.occasion !== 'no' && unit !== 'times'
  return {
    kind: 'quantity',
    value: quantity(each ? 'occasion' : 'all'),
    alternatives: each && around.occasion === 'likely' && whole ? [quantity('all')] : [],
    unit,
    atLeast: bounds.atLeast,
    atMost: bounds.atMost,
    approximate: modifier === 'about',
  }
}

function boundsOf(range: Range | null, modifier: Modifier | null) {
  if (range === null) return { open: true, atLeast: null, atMost: null }
  switch (modifier) {
    case 'more-than':
      return { open: true, atLeast: range.min + 1, atMost: null }
    case 'at-least':
      return { open: true, atLeast: range.min, atMost: null }
    case 'fewer-than':
      return { open: true, atLeast: null, atMost: range.max - 1 }
    case 'at-most':
      return { open: true, atLeast: null, atMost: range.max }
    case 'about':
    case null:
      return { open: false, atLeast: range.min, atMost: range.max }
  }
}
