import { calibrateGraphs } from './calibrate-graphs.ts'
import { calibrateLatentClass } from './calibrate-latent-class.ts'
import { calibrateThreshold } from './calibrate-threshold.ts'
import type { Calibration } from './calibration.ts'

/** Every Bayesian method of this room: one that is not here is not calibrated. */
export const CALIBRATIONS: readonly Calibration[] = [
  calibrateGraphs({
    name: 'decomposable graphs, 3 lists, prior 1/N',
    ...{ lists: 3, cell: null, prior: { kind: 'log-uniform' }, mostPeople: 1500, withComplete: false },
  }),
  calibrateGraphs({
    name: 'decomposable graphs, 4 lists, half a person in each cell, Poisson-gamma',
    ...{ lists: 4, cell: 0.5, prior: { kind: 'poisson-gamma', shape: 4, scale: 60 }, mostPeople: 2000 },
    withComplete: false,
  }),
  calibrateGraphs({
    name: 'decomposable graphs, 3 lists, the complete one among them, Poisson-gamma',
    ...{ lists: 3, cell: 1, prior: { kind: 'poisson-gamma', shape: 4, scale: 60 }, mostPeople: 2000 },
    withComplete: true,
  }),
  calibrateLatentClass(800),
  calibrateThreshold({ lists: 4, truths: 2000 }),
]
