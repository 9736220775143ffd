import type { ClassState } from './class-state.ts'

/** Room for trajectories, and the length of their steps. */
export interface Flow {
  stepLength: number
  /** Moving classes in their order, the first `moving.count` of these. */
  readonly active: Int32Array
  readonly moving: { count: number }
  /** Log weights by class, then log odds class by class. */
  readonly place: Float64Array
  readonly momentum: Float64Array
  readonly slope: Float64Array
  readonly ratio: Float64Array
  readonly kept: {
    readonly weight: Float64Array
    readonly logWeight: Float64Array
    readonly listed: Float64Array
    readonly spared: Float64Array
  }
}

export function flowFor(state: ClassState): Flow {
  const classes = state.weight.length
  const rates = classes * state.table.lists
  return {
    stepLength: 0.05,
    active: new Int32Array(classes),
    moving: { count: 0 },
    place: new Float64Array(classes + rates),
    momentum: new Float64Array(classes + rates),
    slope: new Float64Array(classes + rates),
    ratio: new Float64Array(state.table.cells),
    kept: {
      weight: new Float64Array(classes),
      logWeight: new Float64Array(classes),
      listed: new Float64Array(rates),
      spared: new Float64Array(rates),
    },
  }
}
