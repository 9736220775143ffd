import { bicModelsFor } from '../../core/estimate/lists/bootstrap/bootstrap-by-bic.ts'
import { reselectByBic } from '../../core/estimate/lists/bootstrap/reselect-by-bic.ts'
import { accelerationOf } from '../../core/estimate/lists/bootstrap/bca.ts'
import { jackknife, resample, type Reselecting } from '../../core/estimate/lists/bootstrap/resample.ts'
import { modelTable } from '../../core/estimate/lists/loglinear/model-table.ts'
import { countsByMask, type Overlap } from '../../core/estimate/lists/overlap.ts'
import { reselectStepwise } from '../../core/estimate/lists/stepwise/reselect-stepwise.ts'
import { deviationsFrom, ENDPOINTS } from '../../core/estimate/lists/testing/bootstrap-batches.ts'
import { figureOf } from '../../core/estimate/lists/testing/reference-tables.ts'
import { diceFrom } from '@corroborate/base'
import { beside, repeated } from './beside.ts'
import { callsOf } from './reference.ts'

/**
 * The bootstrap with the choice of the model inside: CPU seconds for 1,000 replicates and the jackknife beside the R packages', and how many bootstrap
 * standard errors their ends lie from those of 20,000 replicates here.
 */
const [RUNS, AIM] = [3, 20]

function byBic(overlap: Overlap): Reselecting {
  const { mostOrder, competing } = bicModelsFor(overlap.lists.length)
  const table = modelTable(overlap, { mostOrder })
  if (!table.ok) throw new Error(table.detail)
  const models = table.value.fitted.slice(0, competing).map(({ terms }) => terms)
  return reselectByBic(overlap.lists.length, countsByMask(overlap), models)
}

function byStep(overlap: Overlap): Reselecting {
  return reselectStepwise(overlap.lists.length, countsByMask(overlap), 0.02)
}

const beyond: number[] = []
for (const [method, reselectingOf] of [
  ['sparseboot', byStep],
  ['msestep', byStep],
  ['msebic', byBic],
] as const)
  for (const { table, overlap, entry, theirs } of callsOf(method)) {
    const counts = countsByMask(overlap)
    const cells = overlap.cells.map(({ mask }) => mask)
    const run = await repeated(RUNS, () => {
      const reselecting = reselectingOf(overlap)
      resample(counts, reselecting, { cells, replicates: 1000, dice: diceFrom(1234) })
      return accelerationOf(jackknife(counts, reselecting))
    })
    const ends = ENDPOINTS.map(({ name }) => figureOf(entry, name))
    const compared = deviationsFrom(ends, {
      overlap,
      reselecting: reselectingOf(overlap),
      replicates: 20_000,
    })
    beyond.push(...compared.map(({ deviations }) => Math.abs(deviations)))
    beside(`${method} ${table}`, run, { theirs, aim: AIM })
    compared.forEach(({ ours, deviations }, at) => {
      console.log(
        `    ${ENDPOINTS[at]?.name ?? ''} ${ours.toFixed(0)}, theirs ${(ends[at] ?? NaN).toFixed(0)}: ${deviations.toFixed(2)} s.e.`,
      )
    })
  }
console.log(`  ${beyond.filter((x) => x > 2).length} of ${beyond.length} ends beyond 2 standard errors`)
