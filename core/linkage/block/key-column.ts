import { scriptOf } from '../names/script-of.ts'
import { relaxedSkeleton, skeletonOf } from '../names/skeleton.ts'
import { NO_VALUE, type Column, type DayColumn, type ValueColumn } from '../record-table.ts'
import type { BlockingKey } from '../settings.ts'

/** For every row the number of its key, dense from 0; -1 where it has none. */
export function keyColumn(column: Column, key: BlockingKey): Int32Array {
  switch (column.kind) {
    case 'values':
      return key.by === 'value' ? column.ids : ofValues(column, key)
    case 'days':
      return keysOfRows(column.ids, numbered(dayKeys(column, key.by)))
    case 'whole-numbers':
      return numbered(column.numbers)
  }
}

function keysOfRows(ids: Int32Array, keyOfValue: Int32Array): Int32Array {
  return ids.map((id) => (id < 0 ? -1 : (keyOfValue[id] ?? -1)))
}

function ofValues(column: ValueColumn, key: BlockingKey): Int32Array {
  const numbers = new Map<string, number>()
  const ofValue = Int32Array.from(column.values, (value) => {
    const text = keyText(value, key)
    if (text === '') return -1
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size)
    return numbers.size - 1
  })
  return keysOfRows(column.ids, ofValue)
}

const LETTERS = 3

function keyText(value: string, key: BlockingKey): string {
  switch (key.by) {
    case 'first-letters':
      return value.slice(0, LETTERS)
    case 'last-letters':
      return value.slice(-LETTERS)
    case 'skeleton':
      return skeletonOf(value, scriptOf(value))
    case 'relaxed-skeleton':
      return relaxedSkeleton(skeletonOf(value, scriptOf(value)))
    case 'value':
      return value
    case 'year':
    case 'month-and-day':
    case 'day':
      throw new Error(`${key.field} holds no days`)
  }
}

/** For every distinct day; they are numbered in the order of their first rows, and so are the keys. */
function dayKeys(column: DayColumn, by: BlockingKey['by']): Int32Array {
  const { digits, earliest, latest } = column
  const keys = new Int32Array(digits.length)
  for (let day = 0; day < keys.length; day++) {
    const written = digits[day] ?? NO_VALUE
    if (written !== NO_VALUE)
      keys[day] = by === 'year' ? written >> 16 : by === 'month-and-day' ? written & 0xffff : written
    else keys[day] = by === 'year' ? commonYear(earliest[day] ?? NO_VALUE, latest[day] ?? NO_VALUE) : NO_VALUE
  }
  return keys
}

/** The year, as four digits of four bits, when both bounds lie in it. */
function commonYear(earliest: number, latest: number): number {
  if (earliest === NO_VALUE) return NO_VALUE
  const year = Math.floor((earliest + 0.5) / 365.2425) + 1970
  const sameYear = latest - earliest < 366 && Math.floor((latest + 0.5) / 365.2425) + 1970 === year
  return sameYear ? parseInt(String(year), 16) : NO_VALUE
}

function numbered(values: Int32Array): Int32Array {
  const numbers = new Map<number, number>()
  const keys = new Int32Array(values.length)
  for (let at = 0; at < keys.length; at++) {
    const value = values[at] ?? NO_VALUE
    if (value === NO_VALUE) {
      keys[at] = -1
      continue
    }
    let number = numbers.get(value)
    if (number === undefined) {
      number = numbers.size
      numbers.set(value, number)
    }
    keys[at] = number
  }
  return keys
}
