import { printNumber, type Locale } from '@corroborate/base'
import type { PatternRequest, SimulationRequest } from '@corroborate/estimate'
import { say } from '@corroborate/words'

const DRAWS = 100_000
const QUICK_DRAWS = 10_000
const CORRELATION = { withinPeriod: 0.3, betweenPeriods: 0.3 }

/** Drawn where a file does not say how: the plainest spreads there are. No source says so, and an assumption tells it. */
const BY_DEFAULT: SimulationRequest = {
  draws: DRAWS,
  seed: 1,
  occasions: 'as-reckoned',
  correlation: CORRELATION,
  spreads: { rate: { along: 'rate', shape: { kind: 'uniform' } }, size: { kind: 'uniform' } },
  inPeriods: [],
}

/** The request with what its draws need; what the file does not say, and what was asked for on the command line, stand among the assumptions. */
export function drawnFor(
  request: PatternRequest,
  { seed, quick }: { readonly seed: number | null; readonly quick: boolean },
): PatternRequest {
  const said = request.simulation ?? BY_DEFAULT
  const draws = quick ? Math.min(QUICK_DRAWS, said.draws) : said.draws
  const [first, ...others] = request.assumptions
  return {
    ...request,
    simulation: { ...said, draws, seed: seed ?? said.seed },
    assumptions: [
      first,
      ...others,
      ...(request.simulation === undefined ? [assumed('draws-by-default', draws)] : []),
      ...(draws < said.draws ? [assumed('draws-quick', draws, said.draws)] : []),
      ...((request.witnesses ?? []).length > 0 ? [assumed('first-source', draws)] : []),
      assumed('file-origins', draws),
    ],
  }
}

type Assumed = 'draws-by-default' | 'draws-quick' | 'first-source' | 'file-origins'

function assumed(what: Assumed, draws: number, of = draws) {
  const words = (locale: Locale) =>
    say(locale, `command.estimate.${what}`, {
      draws: printNumber(locale, draws),
      of: printNumber(locale, of),
      percent: printNumber(locale, CORRELATION.withinPeriod * 100),
    })
  return { code: `command.${what}`, words: { en: words('en'), ar: words('ar') } }
}
