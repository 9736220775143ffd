import { printNumber, type Locale } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Assumption } from '../parts-of-estimate.ts'
import { inAllLanguages } from './conventions.ts'
import type { PeriodRead } from './read-period.ts'
import { spreadsOf } from './simulation/period-models.ts'
import type { PeriodSpreads, SimulationRequest } from './simulation/simulation-request.ts'

/** What drawing assumes beyond the arithmetic, and everything that the request chose: one assumption each, never silent. */
export function assumptionsOfSimulation(
  request: SimulationRequest,
  read: readonly PeriodRead[],
): readonly Assumption[] {
  const { withinPeriod, betweenPeriods } = request.correlation
  const percents = (locale: Locale) => ({
    within: printNumber(locale, withinPeriod * 100),
    between: printNumber(locale, betweenPeriods * 100),
  })
  return [
    plain('four-dependences'),
    {
      code: 'simulation.correlation',
      words: inAllLanguages('estimate.simulation.correlation', { en: percents('en'), ar: percents('ar') }),
    },
    plain('rates-apart'),
    plain(request.occasions === 'nearest-whole' ? 'nearest-whole' : 'as-reckoned'),
    ...spreadsAssumed(request, read),
    plain('one-value-a-claim'),
  ]
}

function plain(
  code: 'four-dependences' | 'rates-apart' | 'nearest-whole' | 'as-reckoned' | 'one-value-a-claim',
): Assumption {
  return { code: `simulation.${code}`, words: inAllLanguages(`estimate.simulation.${code}`) }
}

/** Periods with the same spread are named together. */
function spreadsAssumed(request: SimulationRequest, read: readonly PeriodRead[]): readonly Assumption[] {
  return (['rate', 'size'] as const).flatMap((part) => {
    const groups = new Map<string, { spread: PeriodSpreads; codes: string[] }>()
    for (const period of read) {
      const spread = spreadsOf(period, request)
      const key = JSON.stringify(spread[part])
      const group = groups.get(key) ?? { spread, codes: [] }
      group.codes.push(period.code)
      groups.set(key, group)
    }
    return [...groups.values()].map(({ spread, codes }) => ({
      code: `simulation.spread-${part}`,
      words: {
        en: spreadText('en', part, { spread, which: codes.join(', ') }),
        ar: spreadText('ar', part, { spread, which: codes.join('، ') }),
      },
    }))
  })
}

function spreadText(
  locale: Locale,
  part: 'rate' | 'size',
  { spread, which }: { readonly spread: PeriodSpreads; readonly which: string },
): string {
  const shape = part === 'rate' ? spread.rate.shape : spread.size
  const mode = 'mode' in shape ? printNumber(locale, shape.mode) : ''
  return part === 'rate'
    ? say(locale, 'estimate.simulation.spread-rate', {
        which,
        shape: shape.kind,
        mode,
        along: spread.rate.along,
      })
    : say(locale, 'estimate.simulation.spread-size', { which, shape: shape.kind, mode })
}
