import type { EstimateId } from '@corroborate/base'
import type { ChartAsked, ComputedPart, Figure, Ground, Part } from '@corroborate/report'
import type { RawDirective } from './blocks.ts'
import { quoted, type Place } from './mistake.ts'
import { refer, wrong, type Reading } from './reading.ts'
import { oneOf } from './shape.ts'
import { whenAt } from './time.ts'

/** What a directive may be looked up in: the estimates that could be read, with the codes of their parts; null where they are not known yet. */
export interface Lookup {
  readonly reading: Reading
  readonly parts: ReadonlyMap<
    string,
    { readonly periods: readonly string[]; readonly alternatives: readonly string[] | null }
  >
}

const PARTS = {
  estimate: ['code', 'published, interval, min or max'],
  period: ['code', 'period', 'total, occasions or size'],
  alternative: ['code', 'alternative', 'published or interval'],
  claim: ['code', 'quantity, size or rate'],
  count: ['what'],
  date: ['date'],
  source: ['code'],
  quote: ['passage'],
} as const

const BLOCKS = {
  chart: ['which chart', 'estimate'],
  derivation: ['estimate'],
  slips: ['estimate'],
  alternatives: ['estimate'],
  contradictions: [],
  standings: [],
  thresholds: [],
  sources: [],
} as const

const GROUNDS = { finding: ['code'], claim: ['code'], estimate: ['code'] } as const

const COUNTED = ['sources', 'witnesses', 'texts', 'passages', 'claims', 'findings', 'origins'] as const

/** A figure, date, title or quotation inside a sentence; null when it cannot be read, which is told. */
export function partOf(lookup: Lookup, directive: RawDirective, at: Place): Part | null {
  const name = named(lookup, { directive, at, forms: PARTS })
  if (name === null) return null
  const [first = '', second = '', third = ''] = directive.args
  const { reading } = lookup
  const place = fieldAt(at, directive)
  switch (name) {
    case 'date':
      return whenAt(reading, { edtf: first, said: null }, () => place) && { kind: 'date', edtf: first }
    case 'source':
      return { kind: 'source', source: refer(reading, 'source', { code: first, place: () => place }) }
    case 'quote':
      return { kind: 'quotation', passage: refer(reading, 'passage', { code: first, place: () => place }) }
    case 'count':
      return asFigure(choice(lookup, { found: first, among: COUNTED, place }), (of) => ({
        kind: 'count',
        of,
      }))
    case 'claim': {
      const claim = refer(reading, 'claim', { code: first, place: () => place })
      const show = choice(lookup, { found: second, among: ['quantity', 'size', 'rate'] as const, place })
      return asFigure(show, (shown) => ({ kind: 'claim', claim, show: shown }))
    }
    case 'estimate':
    case 'period':
    case 'alternative':
      return estimateFigure(lookup, { name, args: [first, second, third], place })
  }
}

function estimateFigure(
  lookup: Lookup,
  asked: {
    readonly name: 'estimate' | 'period' | 'alternative'
    readonly args: readonly [string, string, string]
    readonly place: Place
  },
): Part | null {
  const { name, place } = asked
  const [code, second, third] = asked.args
  const estimate = estimateOf(lookup, code, place)
  if (name === 'estimate') {
    const show = choice(lookup, {
      found: second,
      among: ['published', 'interval', 'min', 'max'] as const,
      place,
    })
    return asFigure(show, (shown) => ({ kind: 'estimate', estimate, show: shown }))
  }
  const parts = lookup.parts.get(code)
  const known = name === 'period' ? parts?.periods : parts?.alternatives
  if (known && choice(lookup, { found: second, among: known, place }) === null) return null
  if (name === 'period') {
    const show = choice(lookup, { found: third, among: ['total', 'occasions', 'size'] as const, place })
    return asFigure(show, (shown) => ({ kind: 'period', estimate, period: second, show: shown }))
  }
  const show = choice(lookup, { found: third, among: ['published', 'interval'] as const, place })
  return asFigure(show, (shown) => ({ kind: 'alternative', estimate, alternative: second, show: shown }))
}

function asFigure<Chosen>(chosen: Chosen | null, figure: (chosen: Chosen) => Figure): Part | null {
  return chosen === null ? null : { kind: 'figure', figure: figure(chosen) }
}

export type ComputedBlock =
  | { readonly kind: 'chart'; readonly chart: ChartAsked }
  | { readonly kind: 'computed'; readonly what: ComputedPart }

/** A chart or another computed part, alone on its line; null when it cannot be read, which is told. */
export function computedOf(lookup: Lookup, directive: RawDirective, at: Place): ComputedBlock | null {
  const name = named(lookup, { directive, at, forms: BLOCKS })
  if (name === null) return null
  const [first = '', second = ''] = directive.args
  const place = fieldAt(at, directive)
  switch (name) {
    case 'chart': {
      const estimate = estimateOf(lookup, second, place)
      const kind = choice(lookup, {
        found: first,
        among: ['intervals-by-period', 'pattern-timeline'] as const,
        place,
      })
      return kind && { kind: 'chart', chart: { kind, estimate } }
    }
    case 'derivation':
    case 'slips':
    case 'alternatives':
      return { kind: 'computed', what: { kind: name, estimate: estimateOf(lookup, first, place) } }
    case 'contradictions':
    case 'standings':
    case 'thresholds':
    case 'sources':
      return { kind: 'computed', what: { kind: name } }
  }
}

/** What carries a sentence; null when it cannot be read, which is told. */
export function groundOf(lookup: Lookup, directive: RawDirective, at: Place): Ground | null {
  const name = named(lookup, { directive, at, forms: GROUNDS })
  const to = { code: directive.args[0] ?? '', place: () => fieldAt(at, directive) }
  switch (name) {
    case null:
      return null
    case 'finding':
      return { kind: 'finding', finding: refer(lookup.reading, 'finding', to) }
    case 'claim':
      return { kind: 'claim', claim: refer(lookup.reading, 'claim', to) }
    case 'estimate':
      return { kind: 'estimate', estimate: refer(lookup.reading, 'estimate', to) }
  }
}

function estimateOf(lookup: Lookup, code: string, place: Place): EstimateId {
  return refer(lookup.reading, 'estimate', { code, place: () => place })
}

type Forms = Readonly<Record<string, readonly string[]>>

/** The name of a directive, when there is one such and it has as many words after it as it should. */
function named<Known extends Forms>(
  lookup: Lookup,
  { directive, at, forms }: { readonly directive: RawDirective; readonly at: Place; readonly forms: Known },
): (keyof Known & string) | null {
  const place = fieldAt(at, directive)
  const name = choice(lookup, { found: directive.name, among: keysOf(forms), place })
  if (name === null) return null
  const wanted = forms[name] ?? []
  if (directive.args.length === wanted.length) return name
  const expected = wanted.length === 0 ? `nothing after ${name}` : `after ${name}: ${wanted.join(', then ')}`
  const found = directive.args.length === 0 ? 'nothing' : quoted(directive.args.join(' '))
  wrong(lookup.reading, place, { expected, found })
  return null
}

function keysOf<Known extends Forms>(forms: Known): readonly (keyof Known & string)[] {
  const isKey = (key: string): key is keyof Known & string => Object.hasOwn(forms, key)
  return Object.keys(forms).filter(isKey)
}

function choice<Name extends string>(
  lookup: Lookup,
  { found, among, place }: { readonly found: string; readonly among: readonly Name[]; readonly place: Place },
): Name | null {
  const chosen = among.find((name) => name === found)
  if (chosen !== undefined) return chosen
  wrong(lookup.reading, place, {
    expected: oneOf(among, found),
    found: found === '' ? 'nothing' : quoted(found),
  })
  return null
}

function fieldAt(at: Place, directive: RawDirective): Place {
  return { ...at, field: directive.raw.slice(0, 100) }
}
