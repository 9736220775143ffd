import { ok, type ClaimId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { affirmed, sizeOf, type PeriodRead } from '../read-period.ts'
import { refusePart, type Read } from '../refusal.ts'
import { occasionsDrawn } from './drawn-occasions.ts'
import { mixed, quantilesOf, wrongShape, type QuantileFunction } from './quantile-function.ts'
import type { PeriodModel } from './simulate.ts'
import type { PeriodSpreads, SimulationRequest, SizeSpread, WeightedClaim } from './simulation-request.ts'
import { wrongSettings } from './wrong-settings.ts'

type Claims = ReadonlyMap<ClaimId, Claim>

/** Every period as it is to be drawn, or why it cannot be: a mode outside its range, a weight of 0, draws without end. */
export function modelsOf(
  read: readonly PeriodRead[],
  claims: Claims,
  request: SimulationRequest,
): Read<readonly PeriodModel[]> {
  const [wrong] = wrongSettings(request, read)
  if (wrong !== undefined) return wrong.refusal
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

/** How the size of a period is drawn, or why it cannot be. */
export function sizeDrawn(period: PeriodRead, spread: SizeSpread, claims: Claims): Read<QuantileFunction> {
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
