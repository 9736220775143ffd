import { valueOf } from '@corroborate/base'
import { modelTable, type ModelTable, type Overlap } from '@corroborate/estimate'
import { beside, repeated } from './beside.ts'
import { callsOf } from './reference.ts'

/**
 * All log-linear models of a table, beside Rcapture 1.4-4 (`rcap2`: to order 2; `rcapfull`: all) and MultipleSystemsEstimation 1.2.0
 * (`msebic0`: to order 3, of three lists to order 2).
 */
const [RUNS, AIM] = [5, 20]
const ORDERS = [
  ['rcap2', () => 2],
  ['msebic0', ({ lists }: Overlap) => Math.min(3, lists.length - 1)],
  ['rcapfull', ({ lists }: Overlap) => lists.length - 1],
] as const

for (const [method, orderFor] of ORDERS)
  for (const { table, overlap, theirs } of callsOf(method)) {
    const mostOrder = orderFor(overlap)
    const run = await repeated(RUNS, () => valueOf(modelTable(overlap, { mostOrder })))
    beside(`${method} ${table}, ${countOf(run.value)} models to order ${mostOrder}`, run, {
      theirs,
      aim: AIM,
    })
  }

/** The reference has no time for all models of five lists. */
const [uk5] = callsOf('rcap2').filter(({ table }) => table === 'uk5')
if (uk5) {
  const run = await repeated(RUNS, () => valueOf(modelTable(uk5.overlap, { mostOrder: 5 })))
  console.log(`  uk5, all ${countOf(run.value)} models: ${run.median.toFixed(2)} CPU s`)
}

function countOf({ fitted, setAside }: Pick<ModelTable, 'fitted' | 'setAside'>): number {
  return fitted.length + setAside.length
}
