import {
  NO_VALUE,
  type Column,
  type DayColumn,
  type ValueColumn,
  type WholeNumberColumn,
} from '../record-table.ts'
import { OWN_ROOM, type Room } from '../compare/text-pool.ts'
import { readDay, type ReadDay } from './read-day.ts'
import type { RawColumn } from './value-dictionary.ts'

/** A column of values from a raw one: each distinct text is read once; null says nothing. */
export function valueColumn(
  raw: RawColumn,
  read: (text: string) => string | null,
  room: Room = OWN_ROOM,
): ValueColumn {
  const readTexts = raw.texts.map(read)
  const values = [...new Set(readTexts)].filter((value) => value !== null && value !== '').sort()
  const numbers = new Map(values.map((value, n) => [value, n]))
  const numberOf = Int32Array.from(readTexts, (value) => numbers.get(value) ?? -1)
  const ids = spread(raw.ids, numberOf, -1, room)
  return {
    kind: 'values',
    ids,
    values: values.filter((value) => value !== null),
    counts: countsOf(ids, values.length),
    names: null,
    twins: null,
  }
}

/** Texts that mean the same day are one. */
export function dayColumn(raw: RawColumn, room: Room = OWN_ROOM): DayColumn {
  const numbers = new Map<string, number>()
  const days: ReadDay[] = []
  const numberOf = Int32Array.from(raw.texts, (text) => {
    const day = readDay(text)
    if (day.earliest === NO_VALUE && day.digits === NO_VALUE) return -1
    const key = `${day.earliest} ${day.latest} ${day.digits}`
    const number = numbers.get(key) ?? days.push(day) - 1
    numbers.set(key, number)
    return number
  })
  return {
    kind: 'days',
    ids: spread(raw.ids, numberOf, -1, room),
    earliest: Int32Array.from(days, ({ earliest }) => earliest),
    latest: Int32Array.from(days, ({ latest }) => latest),
    digits: Int32Array.from(days, ({ digits }) => digits),
  }
}

/** @param bounds numbers outside them say nothing: an age of -1 or of 999 stands for none in many lists */
export function wholeNumberColumn(
  raw: RawColumn,
  { least, most }: { readonly least: number; readonly most: number },
  room: Room = OWN_ROOM,
): WholeNumberColumn {
  const numbers = Int32Array.from(raw.texts, (text) => {
    const number = Number(text.trim())
    return text.trim() !== '' && Number.isInteger(number) && number >= least && number <= most
      ? number
      : NO_VALUE
  })
  return { kind: 'whole-numbers', numbers: spread(raw.ids, numbers, NO_VALUE, room) }
}

/** A column of rows from what each distinct text is read as. */
export function spread(ids: Int32Array, ofValue: Int32Array, nothing: number, room: Room): Int32Array {
  const column = room.int32(ids.length)
  for (let row = 0; row < column.length; row++) {
    const id = ids[row] ?? -1
    column[row] = id < 0 ? nothing : (ofValue[id] ?? nothing)
  }
  return column
}

/** How many rows hold each value. */
export function countsOf(ids: Int32Array, values: number): Int32Array {
  const counts = new Int32Array(values)
  for (const id of ids) if (id >= 0) counts[id] = (counts[id] ?? 0) + 1
  return counts
}

/** Columns by name. */
export type NamedColumns = readonly (readonly [string, Column])[]
