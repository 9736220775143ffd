import type { Answered, PopulationAnswer } from '../answer.ts'
import { bayesianThreshold } from '../bayesian-threshold/bayesian-threshold.ts'
import { THRESHOLD_SETTINGS } from '../bayesian-threshold/threshold-settings.ts'
import { bicModelsFor, bootstrapByBic } from '../bootstrap/bootstrap-by-bic.ts'
import { answerByHeterogeneity } from '../capture-models/capture-answers.ts'
import type { MethodAnswered, StudySettings } from '../list-study.ts'
import { answerByAverage, answerByIndependence } from '../loglinear/log-linear-answers.ts'
import { modelTable, MOST_LISTS_IN_TABLE } from '../loglinear/model-table.ts'
import type { Overlap } from '../overlap.ts'
import { stepwise, STEPWISE_THRESHOLD } from '../stepwise/stepwise.ts'
import { answerByChapman } from '../two-lists/chapman.ts'
import {
  answered,
  averageAnswered,
  bootstrapAnswered,
  classesAnswered,
  graphsAnswered,
  thresholdAnswered,
} from './pictures.ts'
import { LEVEL, type Recommended } from './recommend.ts'

export interface MethodsAsked {
  readonly seed: string
  readonly settings: StudySettings
  /** Called when a step of the work is done. */
  readonly done: () => void
}

/** Every method on one table, in the order in which they are shown: what is recommended, then log-linear models, then bounds and suppositions. */
export function methodsOf(
  overlap: Overlap,
  recommended: Recommended,
  asked: MethodsAsked,
): readonly MethodAnswered[] {
  if (overlap.lists.length === 2)
    return [
      answered('chapman', answerByChapman(overlap, { level: LEVEL })),
      answered('chao-lower-bound', recommended.lowerBound),
    ]
  const step = (method: MethodAnswered): MethodAnswered => {
    asked.done()
    return method
  }
  const { replicates, effective } = asked.settings
  const bootstrap = { replicates, level: LEVEL, seed: asked.seed }
  return [
    graphsAnswered(recommended.graphs),
    classesAnswered(recommended.latentClass),
    step(bootstrapAnswered('log-linear-bic', byBic(overlap, bootstrap))),
    step(averageAnswered(averaged(overlap))),
    step(bootstrapAnswered('stepwise', stepwise(overlap, { ...bootstrap, threshold: STEPWISE_THRESHOLD }))),
    step(
      thresholdAnswered(
        bayesianThreshold(overlap, asked.seed, { ...THRESHOLD_SETTINGS, effective, level: LEVEL }),
      ),
    ),
    step(answered('independence', answerByIndependence(overlap, { level: LEVEL }))),
    answered('chao-lower-bound', recommended.lowerBound),
    step(answered('heterogeneity', heterogeneity(overlap))),
  ]
}

type Bootstrap = Parameters<typeof stepwise>[1]

function byBic(overlap: Overlap, settings: Omit<Bootstrap, 'threshold'>) {
  return bootstrapByBic(overlap, { ...settings, ...bicModelsFor(overlap.lists.length) })
}

/** Every hierarchical model up to four lists; of five, those of pairs alone. Beyond, the models are too many, and the table refuses. */
function averaged(overlap: Overlap) {
  const mostOrder = overlap.lists.length === MOST_LISTS_IN_TABLE ? 2 : overlap.lists.length - 1
  const table = modelTable(overlap, { mostOrder })
  return table.ok ? answerByAverage(table.value, { level: LEVEL, criterion: 'bic' }) : table
}

/** One tail of many that fit as well; it is shown for what it is, beside its cautions. */
function heterogeneity(overlap: Overlap): Answered<PopulationAnswer> {
  return answerByHeterogeneity(overlap, { level: LEVEL, tail: 'Darroch' })
}
