import {
  NO_VALUE,
  type Column,
  type FieldSetting,
  type ListInTable,
  type RecordTable,
} from '@corroborate/linkage'
import { described } from '../folder/mistake.ts'
import type { ListMapping } from './list-mapping.ts'
import type { ListRow } from './list-rows.ts'
import { readCell, type CellReason, type CellRead } from './read-cell.ts'

/** A cell that could not be read, and so says nothing. */
export interface CellFault {
  readonly reason: CellReason
  readonly line: number
  readonly column: string
  readonly expected: string
  readonly found: string
}

/** Puts the rows of lists together as the table that is linked. Memory is four or eight bytes for a row and field, and the distinct values. */
export interface RecordBuilder {
  /** Begins a list; the rows that follow are its. */
  readonly begin: (list: { readonly code: string; readonly clean: boolean }, from: ListReading) => void
  /** @returns the cells that could not be read */
  readonly add: (row: ListRow) => readonly CellFault[]
  readonly table: () => RecordTable
}

export interface ListReading {
  readonly columns: readonly string[]
  readonly mapping: ListMapping
}

interface Growing {
  readonly setting: FieldSetting
  readonly put: (row: number, read: CellRead) => void
  readonly done: (rows: number) => Column
}

const NONE: readonly CellFault[] = []

/** @param fields those of all lists, in the order in which the table has them */
export function recordBuilder(fields: readonly FieldSetting[]): RecordBuilder {
  const growing = fields.map(growingColumn)
  const lists: { code: string; first: number; rows: number; clean: boolean }[] = []
  let listOf = new Int32Array(1_024)
  let rows = 0
  let sources: readonly (readonly [at: number, column: string])[] = []
  let order: ListMapping['dateOrder'] = 'day-first'
  return {
    begin: ({ code, clean }, { columns, mapping }) => {
      lists.push({ code, first: rows, rows: 0, clean })
      order = mapping.dateOrder
      sources = fields.map(({ field }) => {
        const column = mapping.columns.find(({ into }) => into?.field === field)?.column ?? ''
        return [columns.indexOf(column), column] as const
      })
    },
    add: ({ line, cells }) => {
      const list = lists.at(-1)
      if (list === undefined) throw new Error('a row came before its list')
      if (rows === listOf.length) listOf = grown(listOf, 0)
      listOf[rows] = lists.length - 1
      let faults: CellFault[] | null = null
      for (const [i, { setting, put }] of growing.entries()) {
        const [at, column] = sources[i] ?? [-1, '']
        const cell = at === -1 ? '' : (cells[at] ?? '')
        const read = readCell(cell, setting, order)
        put(rows, read)
        if (read.kind !== 'trouble') continue
        const { reason, expected } = read
        ;(faults ??= []).push({ reason, line, column, expected, found: described(cell) })
      }
      list.rows++
      rows++
      return faults ?? NONE
    },
    table: () => ({
      rows,
      lists: lists satisfies readonly ListInTable[],
      listOf: listOf.slice(0, rows),
      columns: new Map(growing.map(({ setting, done }) => [setting.field, done(rows)])),
    }),
  }
}

function growingColumn(setting: FieldSetting): Growing {
  switch (setting.kind) {
    case 'day':
      return growingDays(setting)
    case 'age':
    case 'whole-number':
      return growingNumbers(setting)
    case 'full-name':
    case 'given-name':
    case 'father-name':
    case 'grandfather-name':
    case 'family-name':
    case 'text':
    case 'place':
    case 'category':
    case 'identifier':
      return growingValues(setting)
  }
}

function growingValues(setting: FieldSetting): Growing {
  let ids = new Int32Array(1_024).fill(-1)
  const counts: number[] = []
  const known = new Map<string, number>()
  return {
    setting,
    put: (row, read) => {
      if (row >= ids.length) ids = grown(ids, -1)
      if (read.kind !== 'text') return
      let id = known.get(read.text)
      if (id === undefined) {
        id = known.size
        known.set(detached(read.text), id)
        counts.push(0)
      }
      counts[id] = (counts[id] ?? 0) + 1
      ids[row] = id
    },
    done: (rows) => ({
      kind: 'values',
      ids: fitted(ids, rows, -1),
      values: [...known.keys()],
      counts: Int32Array.from(counts),
    }),
  }
}

function growingDays(setting: FieldSetting): Growing {
  let earliest = new Int32Array(1_024).fill(NO_VALUE)
  let latest = new Int32Array(1_024).fill(NO_VALUE)
  return {
    setting,
    put: (row, read) => {
      if (row >= earliest.length) {
        earliest = grown(earliest, NO_VALUE)
        latest = grown(latest, NO_VALUE)
      }
      if (read.kind !== 'days') return
      earliest[row] = read.earliest
      latest[row] = read.latest
    },
    done: (rows) => ({
      kind: 'days',
      earliest: fitted(earliest, rows, NO_VALUE),
      latest: fitted(latest, rows, NO_VALUE),
    }),
  }
}

function growingNumbers(setting: FieldSetting): Growing {
  let numbers = new Int32Array(1_024).fill(NO_VALUE)
  return {
    setting,
    put: (row, read) => {
      if (row >= numbers.length) numbers = grown(numbers, NO_VALUE)
      if (read.kind === 'number') numbers[row] = read.number
    },
    done: (rows) => ({ kind: 'whole-numbers', numbers: fitted(numbers, rows, NO_VALUE) }),
  }
}

function grown(array: Int32Array<ArrayBuffer>, empty: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  if (empty !== 0) larger.fill(empty, array.length)
  return larger
}

function fitted(array: Int32Array<ArrayBuffer>, rows: number, empty: number): Int32Array {
  return rows <= array.length ? array.slice(0, rows) : grown(array, empty).slice(0, rows)
}

/** A text of its own: a cell cut out of a piece of a file would keep the whole piece in memory. */
function detached(text: string): string {
  const copy: unknown = JSON.parse(JSON.stringify(text))
  return typeof copy === 'string' ? copy : text
}
