import { ok, refuse, type Outcome } from '@corroborate/base'
import { combinedKeys, countPairs, type PairsOfGroups } from '../block/group-rows.ts'
import { keyColumn } from '../block/key-column.ts'
import type { RecordTable } from '../record-table.ts'
import type { BlockingKey, BlockingRule } from '../settings.ts'

export interface LearnBlocking {
  /** What rules may be made of. */
  readonly keys: readonly BlockingKey[]
  /** Rows, two and two, that people held to be one person. */
  readonly same: readonly (readonly [number, number])[]
  /** The most candidate pairs that all rules together may make, each counted under every rule that makes it. */
  readonly mostPairs: number
}

export interface LearnedBlocking {
  /** In the order in which they were chosen. */
  readonly rules: readonly LearnedRule[]
  /** Pairs that the rules make. */
  readonly pairs: number
  /** Of the pairs that were given, those that no rule makes. */
  readonly uncovered: readonly (readonly [number, number])[]
}

export interface LearnedRule extends PairsOfGroups {
  readonly rule: BlockingRule
  /** Of the given pairs, how many it makes that no rule before it makes. */
  readonly covers: number
}

/** A rule of more keys misses what any of them misses. */
const MOST_KEYS = 3

/**
 * Blocking rules from pairs that people hold to be one person: conjunctions of up to three keys, the pairs of each counted before one is made. Again and
 * again the rule is taken that covers most pairs not yet covered for each pair it makes, while the budget lasts; of equal ones the earlier. It is greedy, so
 * not always the best set within the budget (set cover by cost: Chvatal 1979). What the given pairs do not show, the rules do not know: pairs that were
 * found by blocking are those that blocking finds.
 * @returns rules and what they miss; `no-pairs` where no pair was given; `unknown-field` where a key reads what is not there
 */
export function learnBlocking(
  table: RecordTable,
  { keys, same, mostPairs }: LearnBlocking,
): Outcome<LearnedBlocking, 'no-pairs' | 'unknown-field'> {
  if (same.length === 0)
    return refuse('no-pairs', 'no pair was judged to be one person: nothing can be learned')
  const missing = keys.find(({ field }) => !table.columns.has(field))
  if (missing)
    return refuse('unknown-field', `a key reads the field ${missing.field}, which the records do not have`)
  const columns = keys.map((key): KeyOfRows => ({ key, numbers: numbersOf(table, key) }))
  const candidates = candidatesOf(table, columns, same)
  const covered = new Set<number>()
  const rules: LearnedRule[] = []
  let pairs = 0
  for (;;) {
    const best = bestOf(candidates, covered, mostPairs - pairs)
    if (best === null) break
    const covers = best.covers.filter((at) => !covered.has(at)).length
    for (const at of best.covers) covered.add(at)
    rules.push({ rule: best.rule, ...best.counted, covers })
    pairs += best.counted.pairs
  }
  return ok({ rules, pairs, uncovered: same.filter((_, at) => !covered.has(at)) })
}

/** Of pairs of rows those that no rule makes; every key must read a column of the table. */
export function uncoveredBy(
  table: RecordTable,
  rules: readonly BlockingRule[],
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const made = rules.map(({ keys }) => keys.map((key) => numbersOf(table, key)))
  return pairs.filter((pair) => !made.some((keys) => keys.every((numbers) => isEqualAt(numbers, pair))))
}

function numbersOf(table: RecordTable, key: BlockingKey): Int32Array {
  const column = table.columns.get(key.field)
  if (!column) throw new Error(`no column ${key.field}`)
  return keyColumn(column, key)
}

interface KeyOfRows {
  readonly key: BlockingKey
  readonly numbers: Int32Array
}

interface Candidate {
  readonly rule: BlockingRule
  readonly counted: PairsOfGroups
  /** Positions of the given pairs that it makes. */
  readonly covers: readonly number[]
}

/** Conjunctions that make a given pair; those that make none are not counted, nor what is longer than they. */
function candidatesOf(
  table: RecordTable,
  columns: readonly KeyOfRows[],
  same: readonly (readonly [number, number])[],
): readonly Candidate[] {
  const all = same.map((_, at) => at)
  const candidates: Candidate[] = []
  const extend = (chosen: readonly KeyOfRows[], covers: readonly number[], from: number) => {
    for (const [at, next] of columns.entries()) {
      if (at < from) continue
      const left = covers.filter((pair) => isEqualAt(next.numbers, same[pair]))
      if (left.length === 0) continue
      const keys = [...chosen, next]
      candidates.push({
        rule: { keys: keys.map(({ key }) => key) },
        counted: countOf(table, keys),
        covers: left,
      })
      if (keys.length < MOST_KEYS) extend(keys, left, at + 1)
    }
  }
  extend([], all, 0)
  return candidates
}

function isEqualAt(numbers: Int32Array, pair: readonly [number, number] | undefined): boolean {
  const number = numbers[pair?.[0] ?? -1] ?? -1
  return number >= 0 && number === numbers[pair?.[1] ?? -1]
}

function countOf(table: RecordTable, keys: readonly KeyOfRows[]): PairsOfGroups {
  const { groupOf, groups } = combinedKeys(keys.map(({ numbers }) => numbers))
  return countPairs(groupOf, groups, table.lists)
}

/** Which covers most for each pair it makes, of those that the budget allows; null where none covers more. */
function bestOf(
  candidates: readonly Candidate[],
  covered: ReadonlySet<number>,
  budget: number,
): Candidate | null {
  let [best, most]: [Candidate | null, number] = [null, 0]
  for (const candidate of candidates) {
    if (candidate.counted.pairs > budget) continue
    const more = candidate.covers.reduce((sum, at) => sum + (covered.has(at) ? 0 : 1), 0)
    const worth = more / Math.max(1, candidate.counted.pairs)
    if (worth > most) [best, most] = [candidate, worth]
  }
  return best
}
