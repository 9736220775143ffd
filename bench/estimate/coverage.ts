import { parseArgs } from 'node:util'
import { recommend, type Overlap, type PopulationAnswer, type Verdict } from '@corroborate/estimate'
import { closureOf, fitModel, workspaceFor } from '@corroborate/estimate'
import { stepwise } from '@corroborate/estimate'
import { percentile } from '../measure.ts'
import { DESIGNS, diceOf, fittedDesign, type Design } from './designs.ts'
import { reference, tableNamed, type BaselineRow } from './reference.ts'

/**
 * `npm run coverage [-- --repetitions 200 --designs sim1,mh_05 --effective 400]`: people of whom the truth is known are drawn onto lists, and the recommended
 * default is asked how many there are. Prints how often its interval holds the truth, whatever the verdict, and how often what the verdict says
 * is true, beside what the R packages reach on the same designs (their own draws).
 */
const { values } = parseArgs({
  options: {
    repetitions: { type: 'string', default: '200' },
    designs: { type: 'string' },
    effective: { type: 'string', default: '400' },
  },
})
const repetitions = Number(values.repetitions)
const effective = Number(values.effective)
const file = reference()
const baseline = file?.coverage_baseline_own.results ?? []
const all = [...DESIGNS, ...ukStepwise()]
const asked = values.designs?.split(',') ?? all.map(({ code }) => code)

console.log(
  `Every design drawn ${repetitions} times; each sampler worth ${effective} independent draws. MC s.e. of a share near 0.95: ${Math.sqrt((0.95 * 0.05) / repetitions).toFixed(3)}.`,
)
console.log(
  'design     method        answers  cover95  median bias  RMSE log N  median width/N | R packages: best coverage',
)
for (const code of asked) {
  const design = all.find((one) => one.code === code)
  if (design === undefined) {
    console.error(`There is no design ${code}`)
    process.exitCode = 2
    continue
  }
  measure(design)
}

interface Answered {
  readonly point: number
  readonly min: number
  readonly max: number
}

function measure(design: Design): void {
  const rows: Record<'graphs' | 'classes' | 'recommended', (Answered | null)[]> = {
    graphs: [],
    classes: [],
    recommended: [],
  }
  const verdicts: Verdict[] = []
  const began = process.cpuUsage()
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const overlap = design.draw(diceOf(design, repetition))
    const found = recommend(overlap, { seed: `${design.code}/${repetition}`, effective })
    rows.graphs.push(found.graphs.ok ? answerOf(found.graphs.value) : null)
    rows.classes.push(found.latentClass.ok ? answerOf(found.latentClass.value) : null)
    rows.recommended.push(recommendedOf(found.verdict, [rows.graphs.at(-1), rows.classes.at(-1)]))
    verdicts.push(found.verdict)
  }
  const best = bestOf(baseline, design.code)
  for (const [method, answers] of Object.entries(rows))
    console.log(lineOf(design, method, answers, method === 'recommended' ? best : ''))
  console.log(verdictLine(design, verdicts))
  const { user, system } = process.cpuUsage(began)
  console.log(`${' '.repeat(11)}${((user + system) / 1e6 / repetitions).toFixed(2)} CPU s for each table`)
}

function answerOf({ point, interval }: PopulationAnswer): Answered {
  return { point: point ?? interval.min, ...interval }
}

/** The interval that is recommended, whether or not the verdict lets it stand as an answer. */
function recommendedOf(verdict: Verdict, answers: readonly (Answered | null | undefined)[]): Answered | null {
  if (verdict.kind === 'cannot-say' || verdict.interval === null) return null
  const points = answers.flatMap((answer) => (answer ? [answer.point] : []))
  return {
    point: points.reduce((sum, point) => sum + point, 0) / points.length,
    ...verdict.interval,
  }
}

function lineOf(
  { code, people }: Design,
  method: string,
  answers: readonly (Answered | null)[],
  best: string,
): string {
  const given = answers.filter((answer) => answer !== null)
  const covers = given.filter(({ min, max }) => min <= people && people <= max).length
  const logs = given.map(({ point }) => Math.log(point / people) ** 2)
  const rmse = Math.sqrt(logs.reduce((sum, one) => sum + one, 0) / given.length)
  const bias = percentile(
    given.map(({ point }) => point / people - 1),
    0.5,
  )
  const width = percentile(
    given.map(({ min, max }) => (max - min) / people),
    0.5,
  )
  return [
    code.padEnd(10),
    method.padEnd(13),
    String(given.length).padStart(7),
    (covers / answers.length).toFixed(3).padStart(8),
    `${(100 * bias).toFixed(1)} %`.padStart(12),
    rmse.toFixed(3).padStart(11),
    width.toFixed(2).padStart(15),
    best === '' ? '' : `| ${best}`,
  ].join(' ')
}

function verdictLine({ people }: Design, verdicts: readonly Verdict[]): string {
  const of = (kind: Verdict['kind']) => verdicts.filter((verdict) => verdict.kind === kind)
  const share = (count: number, among: number) => (among === 0 ? '–' : (count / among).toFixed(3))
  const intervals = verdicts.filter((verdict) => verdict.kind === 'interval')
  const right = intervals.filter(({ interval }) => interval.min <= people && people <= interval.max)
  const leasts = verdicts.filter((verdict) => verdict.kind === 'at-least')
  const true_ = leasts.filter(({ least }) => least <= people)
  return `${' '.repeat(11)}verdicts: interval ${share(intervals.length, verdicts.length)} (right in ${share(right.length, intervals.length)}), cannot say how many, at least … ${share(leasts.length, verdicts.length)} (true in ${share(true_.length, leasts.length)}), cannot say ${share(of('cannot-say').length, verdicts.length)}`
}

function bestOf(rows: readonly BaselineRow[], code: string): string {
  return rows
    .filter(({ design }) => design === code)
    .toSorted((a, b) => b.cover95 - a.cover95)
    .slice(0, 2)
    .map(
      ({ method, cover95, med_width_rel }) =>
        `${method} ${cover95.toFixed(3)} (width ${med_width_rel.toFixed(2)})`,
    )
    .join(', ')
}

/** The design of Chan, Silverman and Vincent 2021: the stepwise model of uk5 as the truth. Null where the table is not beside this project. */
function ukStepwise(): readonly Design[] {
  if (file === null) {
    console.warn('left out: the design uk5step, whose table is not beside this project (../shared/mse)')
    return []
  }
  const overlap = tableNamed(file, 'uk5')
  const { people, shares } = stepwiseCells(overlap)
  return [fittedDesign('uk5step', { people, lists: overlap.lists, shares })]
}

function stepwiseCells(overlap: Overlap): { readonly people: number; readonly shares: readonly number[] } {
  const chosen = stepwise(overlap, { threshold: 0.02, replicates: 200, level: 0.95, seed: 'design' })
  if (!chosen.ok) throw new Error(chosen.detail)
  const w = workspaceFor(overlap)
  const fit = fitModel(overlap, closureOf(overlap.lists.length, chosen.value.model.terms), w)
  if (!fit.ok) throw new Error(fit.detail)
  const people = fit.value.estimate
  const shares = Array.from(w.means, (mean, mask) => (mask === 0 ? people - overlap.observed : mean) / people)
  return { people: Math.round(people), shares }
}
