import { wholePower } from '../../numerics/elementary.ts'
import { ok } from '@corroborate/base'
import type { Answered } from '../answer.ts'
import type { Overlap } from '../overlap.ts'
import type { GraphPosterior } from './graph-answer.ts'
import { posteriorOverGraphs } from './graph-posterior.ts'
import type { GraphSettings } from './graph-settings.ts'
import { quantileOf, type MissingPosterior } from './missing-posterior.ts'

/** The same question with one part of the prior changed: what was not learned from the lists. */
export interface PriorVaried {
  readonly varied: 'cell' | 'bound'
  /** Prior people in each cell; or how many times the observed may be missing. */
  readonly value: number
  readonly averaged: Quantiles
  readonly withComplete: Quantiles
  readonly complete: number
}

/** At the level that was asked for. */
export interface Quantiles {
  readonly lower: number
  readonly median: number
  readonly upper: number
}

const CELLS = [1, 0.5, 0.1, 0.01]
const TIMES = [5, 10, 30]

/**
 * How far the prior decides: the answer with 1, 1/2, 1/10, 1/100 and 2^-lists people in each cell, and with at most 5, 10 and 30 times the
 * observed missing. Nothing is enlarged and nothing refused for what the posterior looks like: a table of failures is what it is for.
 */
export function priorSensitivity(
  overlap: Overlap,
  settings: GraphSettings,
): Answered<readonly PriorVaried[]> {
  const cells = [...CELLS, wholePower(2, -overlap.lists.length)].toSorted((a, b) => b - a)
  const asked = [
    ...cells.map(
      (value) =>
        ({ varied: 'cell', value, settings: { ...settings, cell: value, bound: upTo(30) } }) as const,
    ),
    ...TIMES.map(
      (value) => ({ varied: 'bound', value, settings: { ...settings, bound: upTo(value) } }) as const,
    ),
  ]
  const rows: PriorVaried[] = []
  for (const { varied, value, settings: changed } of asked) {
    const found = posteriorOverGraphs(overlap, changed)
    if (!found.ok) return found
    rows.push({ varied, value, ...inShort(found.value) })
  }
  return ok(rows)
}

function upTo(times: number): GraphSettings['bound'] {
  return { kind: 'times-observed', times, mostTimes: times }
}

function inShort({ averaged, withComplete, complete, observed, settings: { level } }: GraphPosterior) {
  const of = (posterior: MissingPosterior): Quantiles => ({
    lower: observed + quantileOf(posterior, (1 - level) / 2),
    median: observed + quantileOf(posterior, 0.5),
    upper: observed + quantileOf(posterior, (1 + level) / 2),
  })
  return { averaged: of(averaged), withComplete: of(withComplete), complete }
}
