import { diceFrom, type Dice } from '@corroborate/base'
import { groupRows } from '../block/group-rows.ts'
import type { Comparer } from '../compare/comparer.ts'
import { OWN_ROOM } from '../compare/text-pool.ts'
import { estimateModel, type Session } from '../model/estimate-model.ts'
import { patternTally, type PatternCounts } from '../model/pattern-counts.ts'
import { drawPairs } from '../model/random-pairs.ts'
import { loosePairs, samplePairs, type LoosePairs } from '../model/sample-pairs.ts'
import type { LinkageModel } from '../scored.ts'
import type { ComparisonKind, LinkageSettings } from '../settings.ts'
import type { PreparedLinkage } from './prepare-linkage.ts'

/** No more pairs than this teach all; of more, about so many of a rule are taken. */
const ALL_UP_TO = 1_000_000
const PAIRS_OF_A_RULE = 250_000
/** Pairs drawn at random from all. */
const RANDOM_PAIRS = 500_000

/** A model, and all pairs there are by pattern, from which it was learned. */
export interface TrainedModel {
  readonly model: LinkageModel
  readonly population: PatternCounts
}

/**
 * Learns the model from the pairs of each rule and from all pairs, or from a sample where they are many; the same seed draws the same. Where
 * none is drawn, the order of rows changes nothing.
 */
export function trainModel(
  prepared: PreparedLinkage,
  comparers: readonly Comparer[],
  settings: LinkageSettings,
): TrainedModel {
  const dice = diceFrom(settings.seed).fork('model')
  const exact = prepared.allPairs <= ALL_UP_TO
  const population = patternTally()
  const sessions = prepared.blocking.flatMap((count, at): Session[] => {
    const rule = prepared.rules[at]
    if (!rule || count.pairs === 0) return []
    const seen = sampleRule(prepared, comparers, at, dice.fork(`rule ${at}`), exact ? null : population.add)
    const keyed = new Set(count.rule.keys.map(({ field }) => field))
    const fixed = settings.comparisons.map(
      ({ fields, by }) =>
        keyed.has(fields[0] ?? '') || (IN_ONE.has(by) && fields.some((field) => keyed.has(field))),
    )
    return [{ seen, fixed }]
  })
  if (exact) everyPair(prepared, comparers, population.add)
  else drawOthers(prepared, comparers, dice.fork('random pairs'), population.add)
  const all = population.counts()
  const { comparisons } = prepared
  return { model: estimateModel({ comparisons, sessions, population: all }), population: all }
}

/** What a key on any of their columns fixes. */
const IN_ONE: ReadonlySet<ComparisonKind> = new Set(['patronymic-chain', 'place'])

type Add = (pattern: number, weight: number) => void

/** Patterns of pairs of a rule; `population` is told of those that no earlier rule makes, for a pair counts once in it. */
function sampleRule(
  { rules, table, blocking }: PreparedLinkage,
  comparers: readonly Comparer[],
  at: number,
  dice: Dice,
  population: Add | null,
): PatternCounts {
  const rule = rules[at]
  const pairs = blocking[at]?.pairs ?? 0
  const stride = pairs <= ALL_UP_TO ? 1 : Math.ceil(pairs / PAIRS_OF_A_RULE)
  const earlier = rules.slice(0, at)
  const seen = patternTally()
  const loose = loosePairs(comparers, ({ count, patterns }, rows) => {
    for (let k = 0; k < count; k++) {
      const pattern = patterns[k] ?? 0
      seen.add(pattern, 1)
      if (population === null) continue
      const left = rows[2 * k] ?? 0
      const right = rows[2 * k + 1] ?? 0
      const madeEarlier = earlier.some(({ groupOf }) => groupOf[left] === groupOf[right])
      if (!madeEarlier) population(pattern, stride)
    }
  })
  if (rule) samplePairs(table, rule, gapOf(stride, dice), loose.add)
  loose.flush()
  return seen.counts()
}

/** All pairs, whether a rule makes them or not. */
function everyPair({ table }: PreparedLinkage, comparers: readonly Comparer[], add: Add): void {
  const loose = adding(comparers, add, 1)
  samplePairs(table, groupRows([], table.rows, OWN_ROOM), () => 1, loose.add)
  loose.flush()
}

/** Pairs that no rule makes; each stands for as many as it was drawn from. */
function drawOthers(
  { table, rules, allPairs }: PreparedLinkage,
  comparers: readonly Comparer[],
  dice: Dice,
  add: Add,
): void {
  const loose = adding(comparers, add, allPairs / RANDOM_PAIRS)
  drawPairs(table.lists, RANDOM_PAIRS, dice, (left, right) => {
    if (!rules.some(({ groupOf }) => groupOf[left] === groupOf[right])) loose.add(left, right)
  })
  loose.flush()
}

function adding(comparers: readonly Comparer[], add: Add, weight: number): LoosePairs {
  return loosePairs(comparers, ({ count, patterns }) => {
    for (let k = 0; k < count; k++) add(patterns[k] ?? 0, weight)
  })
}

/** Whole gaps with the stride as their mean: evenly from 1 to twice the stride less 1. */
function gapOf(stride: number, dice: Dice): () => number {
  return stride <= 1 ? () => 1 : () => 1 + Math.floor(dice.next() * (2 * stride - 1))
}
