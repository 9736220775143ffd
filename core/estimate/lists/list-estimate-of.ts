import { ok, refuse, type Outcome, type Range } from '@corroborate/base'
import { inAllLanguages } from '../patterns/conventions.ts'
import { roundedBy } from '../patterns/pattern-arithmetic.ts'
import type { Alternative, Assumption, RoundingRule } from '../parts-of-estimate.ts'
import type { PopulationAnswer } from './answer.ts'
import { cautionInWords } from './caution-in-words.ts'
import type { ListEstimate } from './list-estimate.ts'
import type { ListRequest } from './list-request.ts'
import type { ListStudy, Verdict } from './list-study.ts'

/** Why a study of lists gives no number; each comes with a sentence. */
export type ListEstimateRefusal = 'cannot-say' | 'rounding-unusable' | 'rounding-leaves-nothing'

/** A verdict that gives a number, whether with an upper end or without. */
type Said = Exclude<Verdict, { kind: 'cannot-say' }>

/**
 * The answer that a study of lists carries, as the investigation asked it: what its verdict says, rounded as was asked, with every
 * other method and every list left out beside it as alternatives.
 * @returns the estimate; `cannot-say` with the reasons of the verdict, which is a result and no failure
 */
export function listEstimateOf(
  request: ListRequest,
  study: ListStudy,
): Outcome<ListEstimate, ListEstimateRefusal> {
  const { verdict } = study
  if (verdict.kind === 'cannot-say')
    return refuse('cannot-say', verdict.reasons.map((reason) => cautionInWords('en', reason)).join(' '))
  const { rounding } = request
  if (rounding.kind === 'down-to' && !(Number.isSafeInteger(rounding.unit) && rounding.unit > 0))
    return refuse(
      'rounding-unusable',
      `Rounding needs a whole number above 0 to round down to, found ${String(rounding.unit)}.`,
    )
  const interval = intervalOf(verdict, study)
  const published = roundedBy(rounding, interval)
  if (published.min === 0 && interval.min > 0)
    return refuse(
      'rounding-leaves-nothing',
      `Rounded down, the minimum of ${String(interval.min)} would be published as 0: choose a smaller unit.`,
    )
  const { id, code, question } = request
  return ok({
    ...{ id, code, question, method: 'lists', bound: verdict.kind },
    ...{ interval, published: { range: published, rule: rounding } },
    point: verdict.kind === 'interval' ? verdict.point : null,
    level: verdict.kind === 'interval' ? verdict.level : null,
    observed: study.overlap.observed,
    assumptions: assumptionsOf(request, study),
    alternatives: alternativesOf(study, rounding),
    ...{ claims: [], seed: study.seed, digest: study.digest, software: study.software, study },
  })
}

/** A least number has the highest end that any method gave as its upper one, so that no consumer finds a narrow interval. */
function intervalOf(verdict: Said, study: ListStudy): Range {
  if (verdict.kind === 'interval') return verdict.interval
  const ends = study.methods.flatMap(({ answer }) => (answer.ok ? [answer.value.interval.max] : []))
  return { min: verdict.least, max: Math.max(verdict.least, verdict.interval?.max ?? 0, ...ends) }
}

/** Those of the author and those of the methods, each once. */
function assumptionsOf(request: ListRequest, study: ListStudy): readonly [Assumption, ...Assumption[]] {
  const [first, ...others] = request.assumptions
  const asked = new Set(request.assumptions.map((assumption) => assumption.code))
  return [first, ...others, ...study.assumptions.filter((assumption) => !asked.has(assumption.code))]
}

function alternativesOf(study: ListStudy, rounding: RoundingRule): readonly Alternative[] {
  const answered = (
    code: string,
    words: Alternative['words'],
    answer: (typeof study.methods)[number]['answer'],
  ) => (answer.ok ? [alternative({ code, words }, answer.value, rounding)] : [])
  return [
    ...study.methods.flatMap(({ method, answer }) =>
      answered(method, inAllLanguages(`estimate.method.${method}`), answer),
    ),
    ...study.without.flatMap(({ list, methods }) =>
      methods.flatMap(({ method, answer }) => {
        const argsIn = (words: { readonly en?: string; readonly ar?: string }, locale: 'en' | 'ar') => ({
          list,
          method: words[locale] ?? method,
        })
        const named = inAllLanguages(`estimate.method.${method}`)
        const words = inAllLanguages('estimate.alternative.without-list', {
          en: argsIn(named, 'en'),
          ar: argsIn(named, 'ar'),
        })
        return answered(`${method}-without-${list}`, words, answer)
      }),
    ),
  ]
}

function alternative(
  named: Pick<Alternative, 'code' | 'words'>,
  { interval }: PopulationAnswer,
  rounding: RoundingRule,
): Alternative {
  return { ...named, interval, published: roundedBy(rounding, interval), claims: [] }
}
