import {
  addDays,
  isDay,
  ok,
  printRange,
  refuse,
  type ClaimId,
  type Range,
  type Words,
} from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Assumption } from '../parts-of-estimate.ts'
import type { DayRange, Step } from './parts-of-pattern.ts'
import { reckonRead } from './pattern-arithmetic.ts'
import type { ProjectionRequest } from './projection-request.ts'
import type { PeriodRead } from './read-period.ts'
import type { Read } from './refusal.ts'

/**
 * What would have followed if a pattern had gone on past everything that the claims cover. It is no estimate and has no
 * `interval`: nothing that adds up intervals can take it in by mistake.
 */
export interface Projection {
  readonly kind: 'projection'
  readonly code: string
  readonly hypothetical: true
  /** The days that no claim covers. */
  readonly beyond: DayRange
  /** People over those days alone, if all of `assumptions` held; beside the estimate, never within it. */
  readonly ifContinued: Range
  readonly derivation: readonly Step[]
  readonly claims: readonly ClaimId[]
  readonly assumptions: readonly [Assumption, ...Assumption[]]
  /** Says in every language that this is an "if". */
  readonly words: Words
}

/** @returns refused when there is no such period, or the day named is none, or not past every window */
export function projectionOf(request: ProjectionRequest, read: readonly PeriodRead[]): Read<Projection> {
  const { code, period: carried, until } = request
  const period = read.find((candidate) => candidate.code === carried)
  if (period === undefined)
    return refuse('period-unknown', `Projection ${code} carries on period ${carried}, and there is none.`)
  const last = read.map(({ window }) => window.last).reduce((a, b) => (a > b ? a : b))
  if (!isDay(until))
    return refuse('projection-unusable', `Projection ${code}: “${request.until}” is no day of the calendar.`)
  if (until <= last)
    return refuse(
      'projection-unusable',
      `Projection ${code} ends on ${until}, and the windows reach ${last}: there is nothing to project.`,
    )
  const beyond = { first: addDays(last, 1), last: until }
  const reckoning = reckonRead([{ ...period, code, window: beyond }], { kind: 'none' })
  if (!reckoning.ok) return refuse(reckoning.reason, `Projection ${code}: ${reckoning.detail}`)
  const { interval, derivation } = reckoning.value
  const [first, ...others] = request.assumptions
  return ok({
    ...{ kind: 'projection', code, hypothetical: true, beyond, ifContinued: interval },
    // The window is the projection's own: no claim says it.
    derivation: derivation.map((step) => (step.kind === 'window' ? { ...step, claims: [] } : step)),
    claims: [...new Set([period.claims.rate.id, period.claims.size.id])],
    assumptions: [first, ...others, goesOn(carried, beyond)],
    words: wordsOf(carried, beyond, interval),
  })
}

function goesOn(period: string, { first, last }: DayRange): Assumption {
  const args = { period, first, last }
  const key = 'estimate.projection.goes-on'
  return { code: 'projection.goes-on', words: { en: say('en', key, args), ar: say('ar', key, args) } }
}

function wordsOf(period: string, { first, last }: DayRange, people: Range): Words {
  const key = 'estimate.projection.words'
  return {
    en: say('en', key, { period, first, last, range: printRange('en', people) }),
    ar: say('ar', key, { period, first, last, range: printRange('ar', people) }),
  }
}
