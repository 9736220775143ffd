import { valueOf } from '@corroborate/base'
import { studyPattern } from '@corroborate/estimate'
import { readPeriods } from '../../core/estimate/patterns/pattern-arithmetic.ts'
import { modelsOf } from '../../core/estimate/patterns/simulation/period-models.ts'
import { simulate } from '../../core/estimate/patterns/simulation/simulate.ts'
import { sobolOfPattern } from '../../core/estimate/patterns/sensitivity/sobol-of-pattern.ts'
import { ONE_ORIGIN, SAYDNAYA, saydnaya, UNIFORM } from '../../core/estimate/patterns/testing/saydnaya.ts'
import { against } from '../measure.ts'
import { repeated } from './beside.ts'

/** The claims of the public record, read by the calendar: three periods, 217 to 382 occasions. */
const read = valueOf(readPeriods(saydnaya().periods, SAYDNAYA))
const models = valueOf(modelsOf(read, SAYDNAYA, UNIFORM))

/** The reference has no time for these: the aims are those that were set. */
const median = async (work: () => unknown) => (await repeated(9, work)).median

/** Other work on the machine takes cache and clock from us and never gives any: the least of many runs is nearest to the cost. */
const drawing = async (draws: number, aim: number) => {
  const { median, least } = await repeated(25, () => simulate(models, { ...UNIFORM, draws }))
  return `${against(aim, median * 1000, 'CPU ms')}; the least of 25 runs ${(least * 1000).toFixed(0)}`
}
console.log(`  1,000,000 draws, 250,000 under each of four dependences: ${await drawing(250_000, 150)}`)
console.log(`  4,000,000 draws, 1,000,000 under each: ${await drawing(1_000_000, 600)}`)
const sobol = await median(() => sobolOfPattern(read, models, 20170207))
console.log(`  Sobol indices, first and total, with errors: ${against(1, sobol, 'CPU s')}`)
const study = await median(() =>
  studyPattern(saydnaya({ simulation: UNIFORM, thresholds: [{ side: 'under', people: 5_000 }] }), SAYDNAYA, {
    ...{ contradictions: [], origins: ONE_ORIGIN, software: 'bench' },
  }),
)
console.log(`  the whole study with 200,000 draws under each: ${against(1, study, 'CPU s')}`)
