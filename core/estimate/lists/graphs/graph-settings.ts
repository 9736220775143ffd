import { refuse } from '@corroborate/base'
import { wholePower } from '../../numerics/elementary.ts'
import type { ListRefused } from '../answer.ts'

/** What is believed before the lists are read, and how far is looked. Nothing here is silent: all of it moves the answer. */
export interface GraphSettings {
  /** Prior people in each of the 2^lists cells; null: 2^-lists, one person in all (Madigan & York 1997). */
  readonly cell: number | null
  readonly prior: PriorOnPeople
  /** The fewest people held possible on no list. The R package dga was always run from 1 in the reference. */
  readonly fewestMissing: 0 | 1
  readonly bound: BoundOnMissing
  /** The share of the posterior that the interval is to hold. */
  readonly level: number
  /** For the walkers of the search, where there are more lists than can be gone through. */
  readonly seed: string
}

/** The prior on how many people there are, on the lists or not. */
export type PriorOnPeople =
  /** Proportional to 1/N: every doubling is as likely as any other. */
  | { readonly kind: 'log-uniform' }
  /** Poisson whose mean is gamma with this shape and scale (Madigan & York 1997, section 4): shape × scale people are expected. */
  | { readonly kind: 'poisson-gamma'; readonly shape: number; readonly scale: number }

/** The most people held possible on no list. */
export type BoundOnMissing =
  /** So many times those observed; enlarged threefold while the posterior leans on it, up to `mostTimes`. */
  | { readonly kind: 'times-observed'; readonly times: number; readonly mostTimes: number }
  | { readonly kind: 'missing'; readonly most: number }
  /** All people, on the lists or not. */
  | { readonly kind: 'people'; readonly most: number }

/** The setting of the reference: 2^-lists in each cell, 1/N, from 1 to 30 times the observed; enlarged where that is too little. */
export const GRAPH_SETTINGS: GraphSettings = {
  cell: null,
  prior: { kind: 'log-uniform' },
  fewestMissing: 1,
  bound: { kind: 'times-observed', times: 30, mostTimes: 2430 },
  level: 0.95,
  seed: 'decomposable-graphs',
}

/** Beyond this many people on no list nothing is looked for. */
export const MOST_MISSING = 1e10

/** Prior people in each cell of the full table. */
export function priorCell(settings: GraphSettings, lists: number): number {
  return settings.cell ?? wholePower(2, -lists)
}

/** The most people on no list that are looked at, for so many observed and so many times them. */
export function mostMissing(bound: BoundOnMissing, observed: number, times: number): number {
  switch (bound.kind) {
    case 'times-observed':
      return Math.floor(observed * times)
    case 'missing':
      return bound.most
    case 'people':
      return bound.most - observed
  }
}

/** Why these settings cannot be used on so many observed; null when they can. */
export function wrongSettings(settings: GraphSettings, observed: number): ListRefused | null {
  const { bound, cell, level, prior } = settings
  if (cell !== null && !(cell > 1e-9 && cell <= 1e6))
    return refuse(
      'settings-unusable',
      `A prior of ${cell} people in each cell is not between 0.000000001 and 1,000,000.`,
    )
  if (!(level > 0 && level < 1))
    return refuse('settings-unusable', `A level of ${level} is not between 0 and 1.`)
  if (prior.kind === 'poisson-gamma' && !(finiteAbove0(prior.shape) && finiteAbove0(prior.scale)))
    return refuse('settings-unusable', 'Shape and scale of the prior on people must be above 0.')
  const times = bound.kind === 'times-observed' ? bound.times : 1
  const most = mostMissing(bound, observed, times)
  if (!(most >= settings.fewestMissing && most <= MOST_MISSING) || most !== Math.floor(most))
    return refuse(
      'settings-unusable',
      `At most ${most} people on no list: not a whole number up to ${MOST_MISSING}.`,
    )
  return null
}

function finiteAbove0(value: number): boolean {
  return value > 0 && value < Infinity
}
