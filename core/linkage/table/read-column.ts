import {
  NO_VALUE,
  type Column,
  type DayColumn,
  type ValueColumn,
  type WholeNumberColumn,
} from '../record-table.ts'
import { OWN_ROOM, type Room } from '../compare/text-pool.ts'
import { readDay } from './read-day.ts'
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
  const ids = room.int32(raw.ids.length)
  const counts = new Int32Array(values.length)
  for (let row = 0; row < ids.length; row++) {
    const id = numberOf[raw.ids[row] ?? -1] ?? -1
    ids[row] = id
    if (id >= 0) counts[id] = (counts[id] ?? 0) + 1
  }
  return {
    kind: 'values',
    ids,
    values: values.filter((value) => value !== null),
    counts,
    names: null,
    twins: null,
  }
}

export function dayColumn(raw: RawColumn, room: Room = OWN_ROOM): DayColumn {
  const days = raw.texts.map(readDay)
  const column = (of: (day: ReturnType<typeof readDay>) => number) =>
    spread(raw.ids, Int32Array.from(days, of), room)
  return {
    kind: 'days',
    earliest: column((day) => day.earliest),
    latest: column((day) => day.latest),
    digits: column((day) => day.digits),
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
  return { kind: 'whole-numbers', numbers: spread(raw.ids, numbers, room) }
}

function spread(ids: Int32Array, ofValue: Int32Array, room: Room): Int32Array {
  const column = room.int32(ids.length)
  for (let row = 0; row < column.length; row++) column[row] = ofValue[ids[row] ?? -1] ?? NO_VALUE
  return column
}

/** Columns by name. */
export type NamedColumns = readonly (readonly [string, Column])[]
