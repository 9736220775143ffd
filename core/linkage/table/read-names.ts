import type { Room } from '../compare/text-pool.ts'
import type { NamedColumns } from './read-column.ts'
import { valueColumn } from './read-column.ts'
import type { RawColumn } from './value-dictionary.ts'

export function readNamePart(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

export function nameColumns(field: string, raw: RawColumn, room: Room): NamedColumns {
  const part = (at: (words: string[]) => string | undefined) =>
    valueColumn(raw, (text) => at(text.trim().split(/\s+/)) ?? null, room)
  return [
    [`${field}/given`, part((words) => words[0])],
    [`${field}/father`, part((words) => (words.length > 2 ? words[1] : undefined))],
    [`${field}/grandfather`, part((words) => (words.length > 3 ? words[2] : undefined))],
    [`${field}/family`, part((words) => (words.length > 1 ? words.at(-1) : undefined))],
  ]
}
