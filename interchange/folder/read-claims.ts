import type { PassageId, SourceId } from '@corroborate/base'
import type { Basis, Claim, Pattern, Resolution, Role } from '@corroborate/claims'
import type { OriginLink, Passage, Text } from '@corroborate/testimony'
import type { z } from 'zod'
import {
  entries,
  idOf,
  openLists,
  refer,
  referAny,
  wrong,
  type Located,
  type Opened,
  type Reading,
} from './reading.ts'
import { claimShape, resolutionShape } from './record-shapes.ts'
import { maybeWhen } from './time.ts'

type RawClaim = z.infer<typeof claimShape>

/** What claims are held against. */
export interface Ground {
  readonly passages: readonly Passage[]
  readonly texts: readonly Text[]
  readonly links: readonly OriginLink[]
  readonly sourceCodes: ReadonlyMap<SourceId, string>
}

export function readClaims(reading: Reading, opened: Opened, ground: Ground): readonly Claim[] {
  const textOf = new Map(ground.texts.map((text) => [text.id, text]))
  const sourceOf = new Map(ground.passages.map((passage) => [passage.id, textOf.get(passage.text)?.source]))
  const reachable = reportedBy(ground.links)
  return entries(reading, claimShape, opened.get('claims')).map((found) => {
    const claim = claimFrom(reading, found)
    claim.passages.forEach((passage, index) => {
      const from = sourceOf.get(passage)
      if (from === undefined || reachable(from).has(claim.source)) return
      wrong(reading, found.placeOf(['passages', index]), {
        expected: `a passage in a text of ${found.value.source}, or of a source that depends on it`,
        found: `“${found.value.passages[index] ?? ''}”, in a text of ${ground.sourceCodes.get(from) ?? 'another source'}`,
      })
    })
    return claim
  })
}

/** For a source: itself and every source whose words it may report, by the links that make two sources one origin. */
function reportedBy(links: readonly OriginLink[]): (source: SourceId) => ReadonlySet<SourceId> {
  const next = new Map<SourceId, SourceId[]>()
  const join = (from: SourceId, to: SourceId) => next.set(from, [...(next.get(from) ?? []), to])
  for (const { from, to, kind } of links) {
    if (kind === 'same-recording') join(to, from)
    if (kind === 'same-recording' || kind === 'told-by' || kind === 'derived-from') join(from, to)
  }
  const found = new Map<SourceId, ReadonlySet<SourceId>>()
  return (source) => {
    const known = found.get(source)
    if (known) return known
    const reached = new Set([source])
    for (const at of reached) for (const to of next.get(at) ?? []) reached.add(to)
    found.set(source, reached)
    return reached
  }
}

function claimFrom(reading: Reading, found: Located<RawClaim>): Claim {
  const { value, placeOf } = found
  return {
    id: idOf(reading, 'claim', value.code),
    code: value.code,
    source: refer(reading, 'source', { code: value.source, place: () => placeOf(['source']) }),
    passages: passagesOf(reading, found),
    mode: value.mode,
    topic: value.topic,
    proposition: value.proposition,
    roles: rolesOf(reading, found),
    when: maybeWhen(reading, value.when, () => placeOf(['when'])),
    place: value.place
      ? refer(reading, 'place', { code: value.place, place: () => placeOf(['place']) })
      : null,
    quantity: value.quantity ? { ...value.quantity, best: value.quantity.best ?? null } : null,
    pattern: patternOf(reading, found),
    basis: basisOf(reading, found),
    certainty: value.certainty,
    polarity: value.polarity,
    coder: value.coder,
    secondCoder: value['second-coder'] ?? null,
    status: value.status,
  }
}

function passagesOf(reading: Reading, { value, placeOf }: Located<RawClaim>): Claim['passages'] {
  const [first, ...rest] = value.passages.map((code, index) =>
    refer(reading, 'passage', { code, place: () => placeOf(['passages', index]) }),
  )
  // The shape asks for one at least, so the other branch is never kept.
  return first === undefined ? [idOf(reading, 'passage', '') satisfies PassageId] : [first, ...rest]
}

function rolesOf(reading: Reading, { value, placeOf }: Located<RawClaim>): readonly Role[] {
  return (value.roles ?? []).map(({ part, who, register }, index) => {
    const place = () => placeOf(['roles', index, 'register'])
    if (register) referAny(reading, ['person', 'unit', 'place'], { code: register, place })
    return { part, who, register: register ?? null }
  })
}

function patternOf(reading: Reading, { value, placeOf }: Located<RawClaim>): Pattern | null {
  const { pattern } = value
  if (!pattern) return null
  return {
    rate: pattern.rate ?? null,
    weekdays: pattern.weekdays ?? [],
    weekdayConfidence: pattern['weekday-confidence'] ?? null,
    partOfDay: pattern['part-of-day'] ?? null,
    window: maybeWhen(reading, pattern.window, () => placeOf(['pattern', 'window'])),
    size: pattern.size ?? null,
    exceptions: pattern.exceptions ?? null,
    observed: pattern.observed,
    said: pattern.said,
  }
}

function basisOf(reading: Reading, { value, placeOf }: Located<RawClaim>): Basis {
  const { kind, chain, vantage } = value.basis
  const tellers = (chain ?? []).map((code, index) =>
    refer(reading, 'source', { code, place: () => placeOf(['basis', 'chain', index]) }),
  )
  return { kind, chain: tellers, vantage: vantage ?? null }
}

/** `resolutions.yaml`: what a person decided about two claims that cannot both be right. */
export function readResolutions(reading: Reading): readonly Resolution[] {
  const opened = openLists(reading, 'resolutions.yaml', { resolutions: { kind: null, required: false } })
  return entries(reading, resolutionShape, opened.get('resolutions')).map(({ value, placeOf }) => {
    const [first, second] = value.claims
    const { prefers } = value
    if (prefers && prefers !== first && prefers !== second)
      wrong(reading, placeOf(['prefers']), { expected: `${first} or ${second}`, found: `“${prefers}”` })
    if (first === second)
      wrong(reading, placeOf(['claims', 1]), {
        expected: `another claim than ${first}`,
        found: `“${second}”`,
      })
    return {
      claims: [
        refer(reading, 'claim', { code: first, place: () => placeOf(['claims', 0]) }),
        refer(reading, 'claim', { code: second, place: () => placeOf(['claims', 1]) }),
      ] as const,
      prefers: prefers ? idOf(reading, 'claim', prefers) : null,
      by: value.by,
      reason: value.reason,
    }
  })
}
