import type { RowGroups } from '../block/group-rows.ts'
import type { ListInTable } from '../record-table.ts'
import type { Comparer, PairBatch } from './comparer.ts'

/** Pairs per batch: their places and patterns stay in the first cache of the processor. */
const AT_ONCE = 4096
/** Rows of small blocks that are gathered together; a larger block is gathered alone. */
const ROWS_AT_ONCE = 2048

/** Blocks [from, to) of one rule: what a thread takes at a time. */
export interface Part {
  readonly rule: number
  readonly from: number
  readonly to: number
}

export interface PairWork {
  readonly rules: readonly RowGroups[]
  readonly lists: readonly ListInTable[]
  readonly comparers: readonly Comparer[]
}

/** A batch whose pairs have been compared: `rows` gives the row of each place. */
export interface ComparedBatch extends PairBatch {
  readonly rows: Int32Array
}

/**
 * Makes the pairs of the blocks of a part, compares them, and hands them on in batches. Pairs within a clean list are not made. A pair is
 * made by the first rule whose keys it shares.
 */
export function compareBlocks(work: PairWork, part: Part, take: (batch: ComparedBatch) => void): void {
  const rule = work.rules[part.rule]
  if (!rule) throw new Error(`no rule ${part.rule}`)
  const earlier = work.rules.slice(0, part.rule).map((other) => other.groupOf)
  const gathering = gatheringOf(work, rule, earlier)
  const batch = emptyBatch()
  const flush = () => {
    dropMadeEarlier(batch, gathering.earlier)
    if (batch.count > 0) {
      batch.patterns.fill(0, 0, batch.count)
      for (const comparer of work.comparers) comparer.compare(batch)
      take({ ...batch, rows: gathering.rows })
    }
    batch.count = 0
  }
  const pairsOf = everyPair(batch, flush)
  let group = part.from
  while (group < part.to) {
    const next = blocksThatFit(rule.starts, group, part.to)
    gathering.gather(group, next)
    pairsOf(gathering.places, gathering.partners, gathering.ends)
    flush()
    group = next
  }
}

/** How many blocks from `group` on fit into one gathering: at least one. */
function blocksThatFit(starts: Int32Array, group: number, last: number): number {
  const first = starts[group] ?? 0
  let next = group + 1
  while (next < last && (starts[next + 1] ?? 0) - first <= ROWS_AT_ONCE) next += 1
  return next
}

function emptyBatch(): PairBatch {
  return {
    count: 0,
    left: new Int32Array(AT_ONCE),
    right: new Int32Array(AT_ONCE),
    patterns: new Int32Array(AT_ONCE),
  }
}

interface Gathering {
  rows: Int32Array
  /** Per place, from which later place its partners begin, and where they end. */
  partners: Int32Array
  ends: Int32Array
  places: number
  readonly earlier: Int32Array[]
  readonly gather: (group: number, next: number) => void
}

function gatheringOf(work: PairWork, rule: RowGroups, earlierGroups: readonly Int32Array[]): Gathering {
  const bounds = listBounds(work.lists)
  let capacity = 0
  const gathering: Gathering = {
    rows: new Int32Array(0),
    partners: new Int32Array(0),
    ends: new Int32Array(0),
    places: 0,
    earlier: earlierGroups.map(() => new Int32Array(0)),
    gather(group, next) {
      const from = rule.starts[group] ?? 0
      const to = rule.starts[next] ?? 0
      if (to - from > capacity) {
        capacity = Math.max(ROWS_AT_ONCE, (to - from) * 2)
        makeRoom(capacity)
      }
      gathering.places = to - from
      gathering.rows.set(rule.rows.subarray(from, to))
      for (let g = group; g < next; g++) {
        findPartners(gathering, (rule.starts[g] ?? 0) - from, (rule.starts[g + 1] ?? 0) - from, bounds)
      }
      for (const [n, groupOf] of earlierGroups.entries()) {
        gatherInto(groupOf, rule.rows, from, to, gathering.earlier[n])
      }
      for (const comparer of work.comparers) comparer.gather(rule.rows, from, to, 0)
    },
  }
  const makeRoom = (records: number) => {
    gathering.rows = new Int32Array(records)
    gathering.partners = new Int32Array(records)
    gathering.ends = new Int32Array(records)
    for (const n of gathering.earlier.keys()) gathering.earlier[n] = new Int32Array(records)
    for (const comparer of work.comparers) comparer.makeRoom(records)
  }
  return gathering
}

function gatherInto(
  column: Int32Array,
  rows: Int32Array,
  from: number,
  to: number,
  into: Int32Array | undefined,
): void {
  if (!into) return
  for (let n = from, t = 0; n < to; n++, t++) into[t] = column[rows[n] ?? 0] ?? 0
}

/** Ends of the clean lists: partners of a row of one begin behind it. Null where no list is clean. */
export function listBounds(lists: readonly ListInTable[]): readonly ListInTable[] | null {
  return lists.some((list) => list.clean) ? lists : null
}

/** From which place on the partners of each place begin, and where they end: for a block at [from, to), its rows rising. */
export function findPartners(
  { rows, partners, ends }: Pick<Gathering, 'rows' | 'partners' | 'ends'>,
  from: number,
  to: number,
  lists: readonly ListInTable[] | null,
): void {
  if (lists === null) {
    for (let t = from; t < to; t++) {
      partners[t] = t + 1
      ends[t] = to
    }
    return
  }
  let list = 0
  let t = from
  while (t < to) {
    const row = rows[t] ?? 0
    while (row >= endOf(lists[list])) list += 1
    const listEnd = endOf(lists[list])
    let behind = t
    while (behind < to && (rows[behind] ?? 0) < listEnd) behind += 1
    const clean = lists[list]?.clean === true
    for (; t < behind; t++) {
      partners[t] = clean ? behind : t + 1
      ends[t] = to
    }
  }
}

function endOf(list: ListInTable | undefined): number {
  return list ? list.first + list.rows : Infinity
}

type PairMaker = (places: number, partners: Int32Array, ends: Int32Array) => void

function everyPair(batch: PairBatch, flush: () => void): PairMaker {
  const { left, right } = batch
  return (places, partners, ends) => {
    for (let i = 0; i < places; i++) {
      let j = partners[i] ?? 0
      const end = ends[i] ?? 0
      while (j < end) {
        let count = batch.count
        const until = Math.min(end, j + AT_ONCE - count)
        for (; j < until; j++) {
          left[count] = i
          right[count] = j
          count += 1
        }
        batch.count = count
        if (count === AT_ONCE) flush()
      }
    }
  }
}

/** Keeps the pairs that no earlier rule makes. */
function dropMadeEarlier(batch: PairBatch, earlier: readonly Int32Array[]): void {
  const { left, right } = batch
  for (const groups of earlier) {
    let kept = 0
    for (let k = 0; k < batch.count; k++) {
      const i = left[k] ?? 0
      const j = right[k] ?? 0
      left[kept] = i
      right[kept] = j
      if (groups[i] !== groups[j]) kept += 1
    }
    batch.count = kept
  }
}
