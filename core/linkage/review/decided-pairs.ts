import type { Judgement, RecordName } from '../scored.ts'

/** A pair and the standing word of each person who judged it. */
export interface DecidedPair {
  readonly left: RecordName
  readonly right: RecordName
  readonly decision: Decision
  /** Who said what, one word for each person, in the order in which they were said. */
  readonly words: readonly Judgement[]
}

/** `disputed` when one says the same and another says different: then nobody has decided, and the pair goes back to the people. */
export type Decision = 'same' | 'different' | 'unsure' | 'disputed'

/**
 * What people hold of each pair now: the last word of each person counts, and a word taken back is none. "Unsure" gives way to a plain
 * word of somebody else.
 * @param judgements in any order
 * @returns pairs that somebody still judges, by left and right record
 */
export function decidedPairs(judgements: readonly Judgement[]): readonly DecidedPair[] {
  const words = new Map<string, Map<string, Judgement>>()
  for (const judgement of judgements.toSorted(bySaid)) {
    const key = pairKey(judgement)
    const ofPair = words.get(key) ?? new Map<string, Judgement>()
    ofPair.delete(judgement.by)
    if (judgement.verdict !== 'taken-back') ofPair.set(judgement.by, judgement)
    words.set(key, ofPair)
  }
  return [...words.values()].flatMap((ofPair) => decided([...ofPair.values()])).toSorted(byRecords)
}

/** One text for a record. */
export function recordKey({ list, row }: RecordName): string {
  return `${list}#${row}`
}

/** One text for a pair, whichever record stands first. */
export function pairKey({ left, right }: Pick<Judgement, 'left' | 'right'>): string {
  return inOrder(left, right).map(recordKey).join(' ')
}

function decided(words: readonly Judgement[]): readonly DecidedPair[] {
  const [first] = words
  if (first === undefined) return []
  const [left, right] = inOrder(first.left, first.right)
  return [{ left, right, decision: decisionOf(words), words }]
}

function decisionOf(words: readonly Judgement[]): Decision {
  const same = words.some((word) => word.verdict === 'same')
  const different = words.some((word) => word.verdict === 'different')
  if (same && different) return 'disputed'
  if (same) return 'same'
  return different ? 'different' : 'unsure'
}

function inOrder(left: RecordName, right: RecordName): readonly [RecordName, RecordName] {
  return compareRecords(left, right) <= 0 ? [left, right] : [right, left]
}

export function compareRecords(a: RecordName, b: RecordName): number {
  if (a.list !== b.list) return a.list < b.list ? -1 : 1
  return a.row - b.row
}

function byRecords(a: DecidedPair, b: DecidedPair): number {
  return compareRecords(a.left, b.left) || compareRecords(a.right, b.right)
}

function bySaid(a: Judgement, b: Judgement): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return 0
}
