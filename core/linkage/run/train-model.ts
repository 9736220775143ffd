import { diceFrom, type Dice } from '@corroborate/base'
import type { Comparer } from '../compare/comparer.ts'
import { estimateModel, type Session } from '../model/estimate-model.ts'
import { patternTally } from '../model/pattern-counts.ts'
import { drawPairs } from '../model/random-pairs.ts'
import { loosePairs, samplePairs } from '../model/sample-pairs.ts'
import type { LinkageModel } from '../scored.ts'
import type { LinkageSettings } from '../settings.ts'
import type { PreparedLinkage } from './prepare-linkage.ts'

/** Rules that make no more pairs than this teach by all of them; a larger one by about so many. */
const ALL_UP_TO = 1_000_000
const PAIRS_OF_A_RULE = 250_000
/** Pairs drawn at random from all. */
const RANDOM_PAIRS = 500_000

/** Learns the model from a sample of the pairs of each rule and of all pairs; the same seed draws the same. */
export function trainModel(
  prepared: PreparedLinkage,
  comparers: readonly Comparer[],
  settings: LinkageSettings,
): LinkageModel {
  const { rules, table, comparisons } = prepared
  const dice = diceFrom(settings.seed).fork('model')
  const population = patternTally()
  const sessions: Session[] = []
  for (const [at, { pairs, rule: setting }] of prepared.blocking.entries()) {
    const rule = rules[at]
    if (!rule || pairs === 0) continue
    // In the population a pair counts once, under the rule that makes it.
    const earlier = rules.slice(0, at)
    const stride = pairs <= ALL_UP_TO ? 1 : Math.ceil(pairs / PAIRS_OF_A_RULE)
    const seen = patternTally()
    const loose = loosePairs(comparers, ({ count, patterns }, rows) => {
      for (let k = 0; k < count; k++) {
        const [left, right] = [rows[2 * k] ?? 0, rows[2 * k + 1] ?? 0]
        seen.add(patterns[k] ?? 0, 1)
        const madeEarlier = earlier.some(({ groupOf }) => groupOf[left] === groupOf[right])
        if (!madeEarlier) population.add(patterns[k] ?? 0, stride)
      }
    })
    samplePairs(table, rule, gapOf(stride, dice.fork(`rule ${at}`)), loose.add)
    loose.flush()
    const keyed = new Set(setting.keys.map(({ field }) => field))
    const fixed = settings.comparisons.map(({ fields }) => fields.some((field) => keyed.has(field)))
    sessions.push({ seen: seen.counts(), fixed })
  }
  if (prepared.blocking.some(({ rule }) => rule.keys.length > 0)) {
    drawOthers(prepared, comparers, dice.fork('random pairs'), population.add)
  }
  return estimateModel({ comparisons, sessions, population: population.counts() })
}

/** Pairs outside the blocks; each stands for as many as it was drawn from. */
function drawOthers(
  { table, rules, allPairs }: PreparedLinkage,
  comparers: readonly Comparer[],
  dice: Dice,
  add: (pattern: number, weight: number) => void,
): void {
  const weight = allPairs / RANDOM_PAIRS
  const loose = loosePairs(comparers, ({ count, patterns }) => {
    for (let k = 0; k < count; k++) add(patterns[k] ?? 0, weight)
  })
  drawPairs(table.lists, RANDOM_PAIRS, dice, (left, right) => {
    if (!rules.some(({ groupOf }) => groupOf[left] === groupOf[right])) loose.add(left, right)
  })
  loose.flush()
}

/** Whole gaps with the stride as their mean: evenly from 1 to twice the stride less 1. */
function gapOf(stride: number, dice: Dice): () => number {
  return stride <= 1 ? () => 1 : () => 1 + Math.floor(dice.next() * (2 * stride - 1))
}
