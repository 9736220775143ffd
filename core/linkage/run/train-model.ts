import { diceFrom, type Dice } from '@corroborate/base'
import { ALL_ONCE, compareBlocks, type PairChoice, type PairWork } from '../compare/compare-blocks.ts'
import type { Comparer } from '../compare/comparer.ts'
import { estimateModel, type Session } from '../model/estimate-model.ts'
import { patternTally } from '../model/pattern-counts.ts'
import { compareRandomPairs } from '../model/random-pairs.ts'
import type { LinkageModel } from '../scored.ts'
import type { LinkageSettings } from '../settings.ts'
import type { PreparedLinkage } from './prepare-linkage.ts'

/** Pairs of each rule from which the model learns, all if they are fewer. */
const PAIRS_OF_A_RULE = 250_000
/** Pairs drawn at random from all. */
const RANDOM_PAIRS = 1_000_000

/** Learns the model from a sample of the pairs of each rule and of all pairs; the same seed draws the same. */
export function trainModel(
  prepared: PreparedLinkage,
  comparers: readonly Comparer[],
  settings: LinkageSettings,
): LinkageModel {
  const { rules, table, comparisons } = prepared
  const work: PairWork = { rules, lists: table.lists, comparers }
  const dice = diceFrom(settings.seed).fork('model')
  const population = patternTally()
  const sessions: Session[] = []
  for (const [rule, { pairs, rule: setting }] of prepared.blocking.entries()) {
    const stride = Math.ceil(pairs / PAIRS_OF_A_RULE)
    if (stride === 0) continue
    const part = { rule, from: 0, to: rules[rule]?.groups ?? 0 }
    const once = { ...ALL_ONCE, gap: gapOf(stride, dice.fork(`once ${rule}`)) }
    sample(work, part, once, (pattern) => population.add(pattern, stride))
    const seen = patternTally()
    const all: PairChoice = { onceOnly: false, gap: gapOf(stride, dice.fork(`rule ${rule}`)) }
    sample(work, part, all, (pattern) => seen.add(pattern, 1))
    const keyed = new Set(setting.keys.map(({ field }) => field))
    const fixed = settings.comparisons.map(({ fields }) => fields.some((field) => keyed.has(field)))
    sessions.push({ seen: seen.counts(), fixed })
  }
  if (prepared.blocking.some(({ rule }) => rule.keys.length > 0))
    drawOthers(prepared, comparers, dice, population.add)
  return estimateModel({ comparisons, sessions, population: population.counts() })
}

/** Pairs outside the blocks; each stands for as many as it was drawn from. */
function drawOthers(
  prepared: PreparedLinkage,
  comparers: readonly Comparer[],
  dice: Dice,
  add: (pattern: number, weight: number) => void,
): void {
  const weight = prepared.allPairs / RANDOM_PAIRS
  const input = {
    lists: prepared.table.lists,
    rules: prepared.rules,
    comparers,
    draws: RANDOM_PAIRS,
    dice: dice.fork('random pairs'),
  }
  compareRandomPairs(input, ({ count, patterns }) => {
    for (let k = 0; k < count; k++) add(patterns[k] ?? 0, weight)
  })
}

/** Gaps around a stride, evenly from 1 to twice the stride less 1; null where every pair is taken. */
function gapOf(stride: number, dice: Dice): (() => number) | null {
  return stride <= 1 ? null : () => 1 + Math.floor(dice.next() * (2 * stride - 1))
}

function sample(
  work: PairWork,
  part: { readonly rule: number; readonly from: number; readonly to: number },
  choice: PairChoice,
  add: (pattern: number) => void,
): void {
  compareBlocks(work, part, choice, ({ count, patterns }) => {
    for (let k = 0; k < count; k++) add(patterns[k] ?? 0)
  })
}
