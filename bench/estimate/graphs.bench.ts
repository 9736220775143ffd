import { valueOf } from '@corroborate/base'
import { averageOverGraphs, GRAPH_SETTINGS } from '@corroborate/estimate'
import { beside, repeated } from './beside.ts'
import { callsOf } from './reference.ts'

/**
 * The average over decomposable graphs beside the R package dga 2.0.2, which is called for the posterior alone; here quantiles, density, the share of each graph
 * and the posterior with the complete graph are counted in. The aim is for calls that keep a person waiting (uk5, 822 graphs, 7.2 s): what dga does in a few
 * milliseconds is here mostly those additions.
 */
const [RUNS, AIM, WAITING] = [9, 20, 0.5]

for (const { table, overlap, theirs } of callsOf('dga')) {
  const run = await repeated(RUNS, () => valueOf(averageOverGraphs(overlap, GRAPH_SETTINGS)))
  beside(table, run, { theirs, aim: theirs < WAITING ? null : AIM })
}
