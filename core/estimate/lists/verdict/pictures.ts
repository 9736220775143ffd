import type { Answered, PopulationAnswer } from '../answer.ts'
import type { ThresholdAnswer } from '../bayesian-threshold/threshold-answer.ts'
import type { BootstrapAnswer } from '../bootstrap/bootstrap-answer.ts'
import type { GraphAnswer } from '../graphs/graph-answer.ts'
import type { ChainSummary, LatentClassAnswer } from '../latent-class/latent-class.ts'
import type { Density, MethodAnswered, MethodPictures } from '../list-study.ts'
import type { ModelAverageAnswer } from '../loglinear/log-linear-answers.ts'

const NO_PICTURES: MethodPictures = { density: null, models: [], traces: [] }

/** What is kept of an answer beside its pictures: the method's own details stay behind. */
export function plainAnswer(answer: Answered<PopulationAnswer>): Answered<PopulationAnswer> {
  if (!answer.ok) return { ok: false, reason: answer.reason, detail: answer.detail }
  const { method, point, interval, level, cautions } = answer.value
  return { ok: true, value: { method, point, interval, level, cautions } }
}

export function answered(
  method: MethodAnswered['method'],
  answer: Answered<PopulationAnswer>,
  pictures: Partial<MethodPictures> = {},
): MethodAnswered {
  return { method, answer: plainAnswer(answer), pictures: { ...NO_PICTURES, ...pictures } }
}

export function graphsAnswered(answer: Answered<GraphAnswer>): MethodAnswered {
  const pictures = answer.ok ? { density: answer.value.density, models: answer.value.dots } : {}
  return answered('decomposable-graphs', answer, pictures)
}

export function classesAnswered(answer: Answered<LatentClassAnswer>): MethodAnswered {
  if (!answer.ok) return answered('latent-class', answer)
  const { draws, chains, density } = answer.value
  return answered('latent-class', answer, {
    density: binned(draws, density.modes.length),
    traces: tracesOf(chains),
  })
}

export function thresholdAnswered(answer: Answered<ThresholdAnswer>): MethodAnswered {
  if (!answer.ok) return answered('bayesian-threshold', answer)
  const { chains, density } = answer.value
  return answered('bayesian-threshold', answer, { density, traces: tracesOf(chains) })
}

/** A bootstrap chooses its models again and again: their weights are the shares of the resampled tables that chose them. */
export function bootstrapAnswered(
  method: 'stepwise' | 'log-linear-bic',
  answer: Answered<BootstrapAnswer>,
): MethodAnswered {
  if (!answer.ok) return answered(method, answer)
  const { density, models } = answer.value
  return answered(method, answer, {
    density,
    models: models.map(({ name, share, median }) => ({ name, weight: share, point: median, interval: null })),
  })
}

export function averageAnswered(answer: Answered<ModelAverageAnswer>): MethodAnswered {
  return answered('log-linear-average', answer, answer.ok ? { models: answer.value.dots } : {})
}

function tracesOf(chains: readonly ChainSummary[]): MethodPictures['traces'] {
  return chains.map((chain) => ({ draws: chain.trace, median: chain.quantiles.q50 }))
}

const BINS = 80
/** Left out of the picture at each end: a few wild draws must not press all others into one bin. */
const LEFT_OUT = 0.01

/** The middle 98 % of draws of whole people in bins of one width. */
function binned(draws: readonly number[], modes: number): Density {
  const sorted = draws.toSorted((a, b) => a - b)
  const from = sorted[Math.floor(LEFT_OUT * (sorted.length - 1))] ?? 0
  const to = sorted[Math.ceil((1 - LEFT_OUT) * (sorted.length - 1))] ?? from
  const width = Math.max(1, Math.ceil((to - from + 1) / BINS))
  const shares = Array.from({ length: Math.ceil((to - from + 1) / width) }, () => 0)
  for (const draw of sorted) {
    const bin = Math.floor((draw - from) / width)
    if (draw <= to && bin >= 0) shares[bin] = (shares[bin] ?? 0) + 1 / sorted.length
  }
  return { from, width, shares, modes: Math.max(1, modes) }
}
