import { ok, refuse, type ClaimId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { affirmed, sizeOf, type PeriodRead } from '../read-period.ts'
import { refusePart, type Read, type Refused } from '../refusal.ts'
import { occasionsDrawn } from './drawn-occasions.ts'
import { mixed, quantilesOf, wrongShape, type QuantileFunction } from './quantile-function.ts'
import type { PeriodModel } from './simulate.ts'
import {
  FEWEST_DRAWS,
  MOST_DRAWS,
  type PeriodSpreads,
  type SimulationRequest,
  type SizeSpread,
  type WeightedClaim,
} from './simulation-request.ts'

/** Draws × periods: what a worker does in about a minute. */
const MOST_WORK = 200_000_000

type Claims = ReadonlyMap<ClaimId, Claim>

/** Every period as it is to be drawn, or why it cannot be: a mode outside its range, a weight of 0, draws without end. */
export function modelsOf(
  read: readonly PeriodRead[],
  claims: Claims,
  request: SimulationRequest,
): Read<readonly PeriodModel[]> {
  const wrong = wrongSettings(request, read)
  if (wrong !== null) return wrong
  const models: PeriodModel[] = []
  for (const period of read) {
    const spreads = spreadsOf(period, request)
    const occasions = occasionsDrawn(period, spreads.rate, request.occasions)
    if (!occasions.ok) return occasions
    const size = sizeDrawn(period, spreads.size, claims)
    if (!size.ok) return size
    const sizeKey = JSON.stringify([spreads.size, size.value.range])
    models.push({ code: period.code, occasions: occasions.value, size: size.value, sizeKey })
  }
  return ok(models)
}

export function spreadsOf({ code }: PeriodRead, { spreads, inPeriods }: SimulationRequest): PeriodSpreads {
  return inPeriods.find(({ period }) => period === code) ?? spreads
}

function sizeDrawn(period: PeriodRead, spread: SizeSpread, claims: Claims): Read<QuantileFunction> {
  if (spread.kind === 'claims') return sizeFromClaims(period, spread.claims, claims)
  const wrong = wrongShape(spread, period.size)
  return wrong === null
    ? ok(quantilesOf(spread, period.size))
    : refusePart(
        { period: period.code, part: 'size', claim: period.claims.size.code },
        'mode-outside-range',
        wrong,
      )
}

function sizeFromClaims(
  { code }: PeriodRead,
  weighted: readonly WeightedClaim[],
  claims: Claims,
): Read<QuantileFunction> {
  const at = { period: code, part: 'size' }
  const whole = weighted.reduce((sum, { weight }) => sum + weight, 0)
  if (weighted.length === 0 || !weighted.every(({ weight }) => weight > 0) || !Number.isFinite(whole))
    return refusePart(
      at,
      'weights-unusable',
      'each claim needs a weight above 0, and there must be one claim.',
    )
  const parts: { chance: number; quantiles: QuantileFunction }[] = []
  for (const { claim, weight } of weighted) {
    const found = affirmed({ period: code, part: 'size' }, claims.get(claim))
    if (!found.ok) return found
    const size = sizeOf(code, found.value)
    if (!size.ok) return size
    parts.push({ chance: weight / whole, quantiles: quantilesOf({ kind: 'uniform' }, size.value) })
  }
  return ok(mixed(parts))
}

function wrongSettings(request: SimulationRequest, read: readonly PeriodRead[]): Refused | null {
  const { draws, seed, correlation, inPeriods } = request
  if (!Number.isInteger(draws) || draws < FEWEST_DRAWS || draws > MOST_DRAWS)
    return refuse(
      'draws-unusable',
      `A simulation has a whole number of draws from ${FEWEST_DRAWS} to ${MOST_DRAWS}, found ${String(draws)}.`,
    )
  if (draws * read.length > MOST_WORK)
    return refuse(
      'draws-unusable',
      `${draws} draws of ${read.length} periods are more than ${MOST_WORK} together.`,
    )
  if (!Number.isSafeInteger(seed))
    return refuse('seed-unusable', `A seed is a whole number, found ${String(seed)}.`)
  for (const value of [correlation.withinPeriod, correlation.betweenPeriods])
    if (!(value >= 0 && value <= 1))
      return refuse('correlation-unusable', `A correlation is from 0 to 1 here, found ${String(value)}.`)
  return wrongPeriods(
    inPeriods.map(({ period }) => period),
    read,
  )
}

function wrongPeriods(named: readonly string[], read: readonly PeriodRead[]): Refused | null {
  const unknown = named.find((code) => !read.some((period) => period.code === code))
  if (unknown !== undefined)
    return refuse('period-unknown', `The simulation has spreads for period ${unknown}, and there is none.`)
  const twice = named.find((code, index) => named.indexOf(code) !== index)
  return twice === undefined
    ? null
    : refuse('period-twice', `The simulation has spreads for period ${twice} twice.`)
}
