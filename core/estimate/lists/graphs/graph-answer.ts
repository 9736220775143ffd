import type { PopulationAnswer } from '../answer.ts'
import type { Density, ModelDot } from '../list-study.ts'
import type { GraphGroup } from './graph-group.ts'
import type { GraphSettings } from './graph-settings.ts'
import type { MissingPosterior } from './missing-posterior.ts'

/** What the average over decomposable graphs answers. All numbers of people are on the lists or not; all are whole but the mean. */
export interface GraphAnswer extends PopulationAnswer {
  readonly method: 'decomposable-graphs'
  /** Without the complete graph, under which the data say nothing about people on no list; `point` and `interval` are from here. */
  readonly averaged: GraphSummary
  /** The complete graph with its share: what the R package dga reports. */
  readonly withComplete: GraphSummary
  /** The complete graph's share of the posterior when it stands among the others. */
  readonly complete: number
  /**
   * The graphs that hold most, the most probable first, at most 20, each by its cliques: within one all lists depend on each other, without a
   * common one they are independent given the rest. Weights are without the complete graph.
   */
  readonly dots: readonly ModelDot[]
  /** How many graphs were looked at, the complete one included. */
  readonly considered: number
  /** Where there were too many graphs to go through: what was found. */
  readonly search: SearchOutcome | null
  /** The posterior without the complete graph, for drawing. */
  readonly density: Density
  /** What was held possible: people, on the lists or not. */
  readonly range: { readonly min: number; readonly max: number }
  readonly settings: GraphSettings
}

/** Quantiles are the fewest people with at least that probability at or below them. */
export interface GraphSummary {
  readonly median: number
  readonly lower: number
  readonly upper: number
  readonly q10: number
  readonly q90: number
  readonly mean: number
  readonly mode: number
}

export interface SearchOutcome {
  readonly weighed: number
  readonly kept: number
  /** What the kept graphs seem to hold of the posterior, by walks that did not choose them. */
  readonly share: number
}

/** The posterior itself, for draws and for combining strata. */
export interface GraphPosterior {
  readonly observed: number
  readonly lists: readonly string[]
  readonly averaged: MissingPosterior
  readonly withComplete: MissingPosterior
  readonly complete: number
  readonly group: GraphGroup
  readonly considered: number
  readonly search: SearchOutcome | null
  /** The most missing that were held possible. */
  readonly most: number
  /** How many times the range was enlarged because the posterior leaned on its end. */
  readonly enlarged: number
  readonly settings: GraphSettings
}
