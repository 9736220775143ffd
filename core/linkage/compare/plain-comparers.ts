import { NO_VALUE } from '../record-table.ts'
import type { Comparer, PairBatch } from './comparer.ts'

/** Few values, equal or not: sex, a status. */
export interface SameData {
  readonly kind: 'same'
  readonly ids: Int32Array
  /** What mostly decides it, as a given name decides the sex: where this agrees, agreement says nothing more. Null where nothing does. */
  readonly decidedBy: Int32Array | null
}

/** Whole numbers by how far they lie apart. */
export interface NumberData {
  readonly kind: 'number'
  readonly numbers: Int32Array
  /** Differences up to which each level holds, falling, from the level above "else" to the level under "same". */
  readonly within: readonly number[]
}

export function sameComparer(data: SameData): Comparer {
  let id = new Int32Array(0)
  let deciding = id
  return {
    radix: 3,
    makeRoom: (records) => {
      id = new Int32Array(records)
      deciding = new Int32Array(data.decidedBy === null ? 0 : records)
    },
    gather: (rows, from, to, at) => {
      gatherColumn(data.ids, id, rows, from, to, at)
      if (data.decidedBy !== null) gatherColumn(data.decidedBy, deciding, rows, from, to, at)
    },
    compare: (batch) => compareSame(id, deciding, batch),
  }
}

function compareSame(id: Int32Array, deciding: Int32Array, batch: PairBatch): void {
  const { left, right, patterns, count } = batch
  const isDecided = deciding.length > 0
  for (let k = 0; k < count; k++) {
    const i = left[k] ?? 0
    const j = right[k] ?? 0
    const a = id[i] ?? -1
    const b = id[j] ?? -1
    let digit = 0
    if (a >= 0 && b >= 0) {
      if (a !== b) digit = 1
      else if (!isDecided || (deciding[i] ?? -1) < 0 || deciding[i] !== deciding[j]) digit = 2
    }
    patterns[k] = (patterns[k] ?? 0) * 3 + digit
  }
}

export function numberComparer(data: NumberData): Comparer {
  const radix = data.within.length + 3
  let value = new Int32Array(0)
  return {
    radix,
    makeRoom: (records) => {
      value = new Int32Array(records)
    },
    gather: (rows, from, to, at) => gatherColumn(data.numbers, value, rows, from, to, at),
    compare: (batch) => compareNumbers(value, data.within, radix, batch),
  }
}

function compareNumbers(value: Int32Array, within: readonly number[], radix: number, batch: PairBatch): void {
  const { left, right, patterns, count } = batch
  for (let k = 0; k < count; k++) {
    const a = value[left[k] ?? 0] ?? NO_VALUE
    const b = value[right[k] ?? 0] ?? NO_VALUE
    let digit = 0
    if (a !== NO_VALUE && b !== NO_VALUE) {
      const apart = a > b ? a - b : b - a
      digit = 1
      if (apart === 0) digit = radix - 1
      else while (digit <= within.length && apart <= (within[digit - 1] ?? -1)) digit += 1
    }
    patterns[k] = (patterns[k] ?? 0) * radix + digit
  }
}

/** One column of rows[from..to) to the places from `at`. */
export function gatherColumn(
  column: Int32Array,
  into: Int32Array,
  rows: Int32Array,
  from: number,
  to: number,
  at: number,
): void {
  for (let n = from, t = at; n < to; n++, t++) into[t] = column[rows[n] ?? 0] ?? 0
}
