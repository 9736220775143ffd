import { ok, type Dice } from '@corroborate/base'
import type { Answered, PopulationAnswer } from '../answer.ts'
import { answerByChao } from '../capture-models/capture-answers.ts'
import { averageOverGraphs } from '../graphs/average-over-graphs.ts'
import type { GraphAnswer } from '../graphs/graph-answer.ts'
import { posteriorOverGraphs } from '../graphs/graph-posterior.ts'
import { GRAPH_SETTINGS } from '../graphs/graph-settings.ts'
import { drawMissing } from '../graphs/missing-posterior.ts'
import { groupsThatMeet } from '../graphs/usable-overlap.ts'
import { latentClass, type LatentClassAnswer } from '../latent-class/latent-class.ts'
import { LATENT_CLASS_SETTINGS } from '../latent-class/latent-class-settings.ts'
import type { Verdict } from '../list-study.ts'
import type { Overlap } from '../overlap.ts'
import { unequalChances, type ChancesTest } from './unequal-chances.ts'
import { verdictOf } from './verdict-of.ts'
import { withoutList } from './without-list.ts'

/** What is recommended for one table, and the answers it rests on. */
export interface Recommended {
  readonly graphs: Answered<GraphAnswer>
  readonly latentClass: Answered<LatentClassAnswer>
  readonly lowerBound: Answered<PopulationAnswer>
  readonly chances: ChancesTest
  /** Graph averaging without each list in turn. */
  readonly without: readonly { readonly list: string; readonly answer: Answered<GraphAnswer> }[]
  readonly verdict: Verdict
}

export interface RecommendSettings {
  readonly seed: string
  /** Independent draws that the chains are to be worth. */
  readonly effective: number
}

/**
 * The default for one table: graph averaging and the latent-class model side by side, Chao's bound, the test of equal chances, and the verdict on all of them.
 * What `npm run coverage` and `npm run consistency` measure is this function.
 * @see docs/methods/verdict.md
 */
export function recommend(overlap: Overlap, settings: RecommendSettings): Recommended {
  const found = {
    graphs: averageOverGraphs(overlap, GRAPH_SETTINGS),
    latentClass: classesOf(overlap, settings),
    lowerBound: answerByChao(overlap, { level: LEVEL }),
    chances: unequalChances(overlap),
    without: overlap.lists.flatMap((list) => {
      const rest = withoutList(overlap, list)
      return rest.ok ? [{ list, answer: averageOverGraphs(rest.value, GRAPH_SETTINGS) }] : []
    }),
  }
  return { ...found, verdict: verdictOf({ ...found, overlap, groups: groupsThatMeet(overlap) }) }
}

export const LEVEL = 0.95

/** The latent-class model as long as the settings let it work. */
export function classesOf(
  overlap: Overlap,
  { seed, effective }: RecommendSettings,
): Answered<LatentClassAnswer> {
  return latentClass(overlap, seed, { ...LATENT_CLASS_SETTINGS, effective })
}

/** How many people, drawn from a method's posterior: for sums over strata and over linkages. */
export type DrawPeople = (overlap: Overlap, count: number, dice: Dice) => Answered<Float64Array>

export const drawByGraphs: DrawPeople = (overlap, count, dice) => {
  const posterior = posteriorOverGraphs(overlap, GRAPH_SETTINGS)
  if (!posterior.ok) return posterior
  const missing = drawMissing(posterior.value.averaged, dice, count)
  return ok(missing.map((unseen) => unseen + overlap.observed))
}

/** Draws of the chains, thinned evenly or taken again from the beginning, to the number asked for. */
export function drawByClasses(effective: number): DrawPeople {
  return (overlap, count, dice) => {
    const answer = classesOf(overlap, { seed: `${dice.next()}`, effective })
    if (!answer.ok) return answer
    const { draws } = answer.value
    return ok(
      Float64Array.from(
        { length: count },
        (_, at) => draws[Math.floor((at * draws.length) / count)] ?? overlap.observed,
      ),
    )
  }
}
