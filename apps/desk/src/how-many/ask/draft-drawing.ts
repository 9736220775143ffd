import { ok, type ClaimId, type Outcome } from '@corroborate/base'
import type { RateSpread, Shape, SimulationRequest, SizeSpread, WeightedClaim } from '@corroborate/estimate'
import { allFaults, freeCode, missing, type Faults } from './draft.ts'
import { numberFrom, percentOf, shareFrom } from './draft-numbers.ts'

/** What is to be drawn from, as it is being put together. */
export interface DraftDrawing {
  readonly draws: string
  readonly seed: string
  readonly occasions: SimulationRequest['occasions']
  readonly withinPeriod: string
  readonly betweenPeriods: string
  readonly spreads: DraftSpreads
  readonly inPeriods: readonly (DraftSpreads & { readonly period: string })[]
}

export interface DraftSpreads {
  readonly rate: { readonly along: RateSpread['along']; readonly shape: DraftShape }
  readonly size: DraftSizeSpread
}

export type DraftShape =
  { readonly kind: 'uniform' } | { readonly kind: 'triangular' | 'pert'; readonly mode: string }

export type DraftSizeSpread =
  DraftShape | { readonly kind: 'claims'; readonly claims: readonly DraftWeight[] }

export interface DraftWeight {
  /** For this draft only: a claim is chosen later. */
  readonly code: string
  readonly claim: ClaimId | null
  readonly weight: string
}

/** Nothing is believed that nobody wrote: the correlations are left empty, and the rest is shown as it stands. */
export function emptyDrawing(seed: number): DraftDrawing {
  return {
    ...{ draws: '200000', seed: String(seed), occasions: 'as-reckoned' },
    ...{ withinPeriod: '', betweenPeriods: '' },
    ...{ spreads: UNIFORM, inPeriods: [] },
  }
}

const UNIFORM: DraftSpreads = {
  rate: { along: 'rate', shape: { kind: 'uniform' } },
  size: { kind: 'uniform' },
}

export function draftDrawing(asked: SimulationRequest): DraftDrawing {
  const { draws, seed, occasions, correlation, spreads, inPeriods } = asked
  return {
    ...{ draws: String(draws), seed: String(seed), occasions },
    withinPeriod: percentOf(correlation.withinPeriod),
    betweenPeriods: percentOf(correlation.betweenPeriods),
    spreads: draftSpreads(spreads),
    inPeriods: inPeriods.map((own) => ({ period: own.period, ...draftSpreads(own) })),
  }
}

export function emptyWeight(taken: readonly DraftWeight[]): DraftWeight {
  return { code: freeCode(taken, 'w'), claim: null, weight: '1' }
}

/** The claims whose sizes are drawn from, each once. */
export function claimsWeighted({ spreads, inPeriods }: DraftDrawing): readonly ClaimId[] {
  const sizes = [spreads, ...inPeriods].map(({ size }) => size)
  return sizes
    .flatMap((size) => (size.kind === 'claims' ? size.claims.map(({ claim }) => claim) : []))
    .filter((id) => id !== null)
}

/** Where a fault of a spread stands; null for the spread of all periods. */
export function fieldOfSpread(ofPeriod: string | null, part: 'rate' | 'size'): string {
  return ofPeriod === null ? `drawing.${part}` : `drawing.own.${ofPeriod}.${part}`
}

/** The simulation as it would be asked, null while something is missing; spreads of periods that are no more are left out. */
export function drawingOf(
  draft: DraftDrawing,
  periods: readonly string[],
): { readonly asked: SimulationRequest | null; readonly faults: Faults } {
  const [draws, seed] = [numberFrom(draft.draws), numberFrom(draft.seed)]
  const [within, between] = [shareFrom(draft.withinPeriod), shareFrom(draft.betweenPeriods)]
  const own = draft.inPeriods
    .filter(({ period }) => periods.includes(period))
    .map((spreads) => ({ period: spreads.period, read: spreadsOf(spreads, spreads.period) }))
  const all = spreadsOf(draft.spreads, null)
  const faults: Faults = allFaults(
    {
      'drawing.draws': draws.ok ? undefined : draws,
      'drawing.seed': seed.ok ? undefined : seed,
      'drawing.within-period': within.ok ? undefined : within,
      'drawing.between-periods': between.ok ? undefined : between,
    },
    all.faults,
    ...own.map(({ read }) => read.faults),
  )
  const inPeriods = own.flatMap(({ period, read }) =>
    read.asked === null ? [] : [{ period, ...read.asked }],
  )
  const whole = draws.ok && seed.ok && within.ok && between.ok && inPeriods.length === own.length
  if (!whole || all.asked === null) return { asked: null, faults }
  return {
    asked: {
      ...{ draws: draws.value, seed: seed.value, occasions: draft.occasions },
      correlation: { withinPeriod: within.value, betweenPeriods: between.value },
      ...{ spreads: all.asked, inPeriods },
    },
    faults,
  }
}

function spreadsOf({ rate, size }: DraftSpreads, ofPeriod: string | null) {
  const [ofRate, ofSize] = [shapeOf(rate.shape), sizeSpreadOf(size)]
  const faults: Faults = {
    [fieldOfSpread(ofPeriod, 'rate')]: ofRate.ok ? undefined : ofRate,
    [fieldOfSpread(ofPeriod, 'size')]: ofSize.ok ? undefined : ofSize,
  }
  return ofRate.ok && ofSize.ok
    ? { asked: { rate: { along: rate.along, shape: ofRate.value }, size: ofSize.value }, faults }
    : { asked: null, faults }
}

function shapeOf(draft: DraftShape): Outcome<Shape> {
  if (draft.kind === 'uniform') return ok({ kind: 'uniform' })
  const mode = numberFrom(draft.mode)
  return mode.ok ? ok({ kind: draft.kind, mode: mode.value }) : mode
}

function sizeSpreadOf(draft: DraftSizeSpread): Outcome<SizeSpread> {
  if (draft.kind !== 'claims') return shapeOf(draft)
  const claims: WeightedClaim[] = []
  for (const { claim, weight } of draft.claims) {
    const number = numberFrom(weight)
    if (claim === null) return missing('claim-size')
    if (!number.ok) return number
    claims.push({ claim, weight: number.value })
  }
  return claims.length === 0 ? missing('claim-size') : ok({ kind: 'claims', claims })
}

function draftSpreads({ rate, size }: SimulationRequest['spreads']): DraftSpreads {
  return {
    rate: { along: rate.along, shape: draftShape(rate.shape) },
    size:
      size.kind === 'claims'
        ? {
            kind: 'claims',
            claims: size.claims.map(({ claim, weight }, at) => ({
              ...{ code: `w${at + 1}`, claim, weight: String(weight) },
            })),
          }
        : draftShape(size),
  }
}

function draftShape(shape: Shape): DraftShape {
  return shape.kind === 'uniform' ? shape : { kind: shape.kind, mode: String(shape.mode) }
}

/** A whole number by chance: a seed is only there to be written down. */
export function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1
}
