import { canonicalJson, digestOf, jsonOf } from '@corroborate/base'
import type { ListStudyInput } from '../../study-input.ts'
import type { Watch } from '../answer.ts'
import { missedMatches } from '../combine/re-estimate.ts'
import { averageOverGraphs } from '../graphs/average-over-graphs.ts'
import { GRAPH_SETTINGS } from '../graphs/graph-settings.ts'
import { priorSensitivity } from '../graphs/prior-sensitivity.ts'
import type { ListStudy, StratumStudied, SupposedAnswer, VariedAnswer } from '../list-study.ts'
import { varyClassPrior } from '../latent-class/vary-class-prior.ts'
import { LATENT_CLASS_SETTINGS } from '../latent-class/latent-class-settings.ts'
import { varyHighestOrder, varyPairs } from '../loglinear/sensitivity.ts'
import { diagnosisOf } from '../overlap/diagnosis.ts'
import type { Overlap } from '../overlap.ts'
import { UNDIVIDED } from '../overlap/strata.ts'
import { assumptionsOf } from './list-assumptions.ts'
import { methodsOf, type MethodsAsked } from './methods-of.ts'
import { classesAnswered, graphsAnswered, plainAnswer } from './pictures.ts'
import { recommend } from './recommend.ts'
import { reason } from './verdict-of.ts'
import { strataVerdict } from './strata-verdict.ts'

/**
 * Everything that is asked of lists that overlap: all methods side by side, without each list, under other priors and untestable suppositions, in each
 * stratum, and the verdict. The same counts, settings and seed give the same bytes.
 * @param watch told the share that is done, step by step
 * @see docs/methods/verdict.md
 */
export function studyLists(
  { seed, overlaps, completed, weakened, software, settings }: Omit<ListStudyInput, 'kind'>,
  watch: Watch = () => undefined,
): ListStudy {
  const [first] = overlaps
  const { whole } = first
  const [lent = first, ...moreLent] = completed
  const divided = lent.strata.filter(({ name }) => name !== UNDIVIDED)
  const done = counting(STEPS + divided.length, watch)
  const asked: MethodsAsked = { seed, settings, done }
  const recommended = recommend(whole, { seed, effective: settings.effective })
  done()
  const methods = methodsOf(whole, recommended, asked)
  const strata = divided.map((stratum): StratumStudied => {
    const own = recommend(stratum.overlap, {
      seed: `${seed}/${stratum.name}`,
      effective: settings.effective,
    })
    done()
    const both = [graphsAnswered(own.graphs), classesAnswered(own.latentClass)]
    return {
      ...stratum,
      methods: both.map(({ method, answer }) => ({ method, answer })),
      verdict: own.verdict,
    }
  })
  const varied = variedOf(whole, asked)
  done()
  return {
    overlap: whole,
    diagnosis: diagnosisOf(whole, first.strata),
    chances: recommended.chances,
    methods,
    without: recommended.without.map(({ list, answer }) => ({
      list,
      methods: [{ method: 'decomposable-graphs', answer: plainAnswer(answer) }],
    })),
    varied,
    supposed: supposedOf(whole),
    missed: missedMatches(weakened, (overlap) => averageOverGraphs(overlap, GRAPH_SETTINGS)),
    strata,
    undivided: recommended.verdict,
    verdict:
      strata.length === 0
        ? opinionsVerdict(overlaps, recommended.verdict, asked)
        : strataVerdict(completed.length > 0 ? [lent, ...moreLent] : overlaps, strata, {
            seed,
            effective: settings.effective,
          }),
    assumptions: assumptionsOf({
      overlap: whole,
      strata: strata.length,
      opinions: overlaps.length,
      lent: completed.length,
    }),
    settings,
    seed,
    digest: digestOf(canonicalJson(jsonOf({ overlaps, completed, weakened, settings, seed }))),
    software,
  }
}

/** The recommended methods, the six of `methodsOf`, other priors. */
const STEPS = 8

/** Tells the share that is done each time a step is. */
function counting(steps: number, watch: Watch): () => void {
  let made = 0
  return () => {
    made += 1
    watch(Math.min(1, made / steps))
  }
}

/** Where the linkage is itself uncertain, the undivided table is one stratum of each opinion. */
function opinionsVerdict(
  overlaps: ListStudyInput['overlaps'],
  verdict: ListStudy['verdict'],
  { seed, settings }: MethodsAsked,
): ListStudy['verdict'] {
  if (overlaps.length === 1) return verdict
  const [first, ...others] = overlaps
  const undivided = (overlap: typeof first) => ({
    ...overlap,
    strata: [{ name: UNDIVIDED, overlap: overlap.whole }],
  })
  const whole = { name: UNDIVIDED, overlap: first.whole, verdict }
  const combined = strataVerdict([undivided(first), ...others.map(undivided)], [whole], {
    seed,
    effective: settings.effective,
  })
  if (combined.kind === 'interval' || verdict.kind === 'interval') return combined
  const [one, ...more] = verdict.reasons
  // With one stratum, what was said of it is the reason, and not that a stratum had one.
  return { ...combined, reasons: [one, ...more, reason('links-combined', { opinions: overlaps.length })] }
}

function variedOf(overlap: Overlap, { seed, settings }: MethodsAsked): readonly VariedAnswer[] {
  const graphs = priorSensitivity(overlap, GRAPH_SETTINGS)
  const classes = varyClassPrior(overlap, seed, {
    ...LATENT_CLASS_SETTINGS,
    effective: Math.min(200, settings.effective),
  })
  return [
    ...(graphs.ok
      ? graphs.value.map(({ varied, value, averaged }): VariedAnswer => ({
          method: 'decomposable-graphs',
          setting: reason(varied, { value }),
          point: averaged.median,
          interval: { min: averaged.lower, max: averaged.upper },
        }))
      : []),
    ...classes.flatMap(({ prior, answer }): readonly VariedAnswer[] => {
      if (!answer.ok) return []
      const { classes: value, concentration } = prior
      const setting =
        concentration === LATENT_CLASS_SETTINGS.concentration
          ? reason('classes', { value })
          : reason('concentration', concentration)
      const { point, interval } = answer.value
      return [{ method: 'latent-class', setting, point, interval }]
    }),
  ]
}

/** Odds ratios that are supposed: halved and doubled, and by half in between. */
const RATIOS = [0.5, 2 / 3, 1.5, 2] as const

function supposedOf(overlap: Overlap): readonly SupposedAnswer[] {
  const pairs = varyPairs(overlap, RATIOS)
  const all = varyHighestOrder(overlap, RATIOS)
  const rows = [
    ...(pairs.ok ? pairs.value : []),
    ...(all.ok ? [{ lists: overlap.lists, answers: all.value }] : []),
  ]
  return rows.flatMap(({ lists, answers }) =>
    answers.map(({ ratio, estimate }) => ({ lists, ratio, people: Math.round(estimate) })),
  )
}
