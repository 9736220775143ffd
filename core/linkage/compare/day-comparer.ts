import { NO_VALUE } from '../record-table.ts'
import type { Comparer, PairBatch } from './comparer.ts'

/** Days of any precision, and the digits as they were written: for every row the number of its day, and of each day what `DayColumn` says. */
export interface DayData {
  readonly kind: 'day'
  readonly ids: Int32Array
  readonly earliest: Int32Array
  readonly latest: Int32Array
  readonly digits: Int32Array
}

/** From the lowest: else, within a year, compatible, within a month, one slip, same. */
const RADIX = 7
const ELSE = 1
const WITHIN_A_YEAR = 2
const COMPATIBLE = 3
const WITHIN_A_MONTH = 4
const ONE_SLIP = 5
const SAME = 6

export function dayComparer(data: DayData): Comparer {
  let earliest = new Int32Array(0)
  let latest = earliest
  let digits = earliest
  return {
    radix: RADIX,
    makeRoom: (records) => {
      earliest = new Int32Array(records)
      latest = new Int32Array(records)
      digits = new Int32Array(records)
    },
    gather: (rows, from, to, at) => {
      for (let n = from, t = at; n < to; n++, t++) {
        const day = data.ids[rows[n] ?? 0] ?? -1
        earliest[t] = day < 0 ? NO_VALUE : (data.earliest[day] ?? NO_VALUE)
        latest[t] = day < 0 ? NO_VALUE : (data.latest[day] ?? NO_VALUE)
        digits[t] = day < 0 ? NO_VALUE : (data.digits[day] ?? NO_VALUE)
      }
    },
    compare: (batch) => compareDays(earliest, latest, digits, batch),
  }
}

function compareDays(earliest: Int32Array, latest: Int32Array, digits: Int32Array, batch: PairBatch): void {
  const { left, right, patterns, count } = batch
  for (let k = 0; k < count; k++) {
    const i = left[k] ?? 0
    const j = right[k] ?? 0
    const a = digits[i] ?? NO_VALUE
    const b = digits[j] ?? NO_VALUE
    const bothWritten = a !== NO_VALUE && b !== NO_VALUE
    let digit = SAME
    if (bothWritten && a !== b && oneDateSlip(a, b)) digit = ONE_SLIP
    else if (!bothWritten || a !== b) digit = byBounds(earliest, latest, i, j, bothWritten)
    patterns[k] = (patterns[k] ?? 0) * RADIX + digit
  }
}

/** By how far the bounds lie apart. A day that there is not has none: then two written days are merely not the same. */
function byBounds(
  earliest: Int32Array,
  latest: Int32Array,
  i: number,
  j: number,
  bothWritten: boolean,
): number {
  const fromA = earliest[i] ?? NO_VALUE
  const fromB = earliest[j] ?? NO_VALUE
  if (fromA === NO_VALUE || fromB === NO_VALUE) return bothWritten ? ELSE : 0
  const apart = fromA > fromB ? fromA - (latest[j] ?? 0) : fromB - (latest[i] ?? 0)
  if (apart > 366) return ELSE
  if (apart > 31) return WITHIN_A_YEAR
  return apart > 0 ? WITHIN_A_MONTH : COMPATIBLE
}

/**
 * Whether two dates, as eight decimal digits year-month-day, differ by one digit, by two neighbouring digits of year, month or day
 * exchanged, or by month and day exchanged. Equal dates never come here.
 */
export function oneDateSlip(a: number, b: number): boolean {
  const differing = a ^ b
  const shift = 28 - ((Math.clz32(differing) >> 2) << 2)
  const rest = differing & ~(15 << shift)
  if (rest === 0) return true
  // The second digits of the year's two halves are neighbours too; a digit never changes place with one of the next part.
  if (shift !== 16 && shift !== 8 && shift !== 0 && (rest & ~(15 << (shift - 4))) === 0) {
    const first = (a >>> shift) & 15
    const second = (a >>> (shift - 4)) & 15
    if (((b >>> shift) & 15) === second && ((b >>> (shift - 4)) & 15) === first) return true
  }
  return differing >>> 16 === 0 && (a & 255) === ((b >>> 8) & 255) && (b & 255) === ((a >>> 8) & 255)
}
