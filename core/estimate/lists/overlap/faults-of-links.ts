import type { ListId } from '@corroborate/base'
import type { RowLink } from './linked-rows.ts'

export type LinkFaultReason =
  'list-unknown' | 'row-unknown' | 'row-linked-twice' | 'person-unnamed' | 'draw-unusable'

/** A link that cannot be followed: which, and which part of it. */
export interface LinkFault {
  /** The place of the link among the links, counted from 0. */
  readonly at: number
  readonly part: 'list' | 'row' | 'person' | 'draw'
  readonly reason: LinkFaultReason
  readonly expected: string
  readonly found: string
}

/** A list, and how many rows it has. */
export interface ListSize {
  readonly id: ListId
  readonly code: string
  readonly rows: number
}

/**
 * Every link that cannot be followed: of a list that is not there, of a row that the list does not have, of a row that the same draw links
 * already, of nobody, of a draw that is none. A row that all draws link is in no single draw again.
 */
export function faultsOfLinks(links: readonly RowLink[], lists: readonly ListSize[]): readonly LinkFault[] {
  const byId = new Map(lists.map((list) => [list.id, list]))
  const met = new Map<string, Set<number | null>>()
  return links.flatMap((link, at) => {
    const fault = faultOf(link, byId) ?? repeated(link, { met, code: byId.get(link.list)?.code ?? '' })
    return fault === null ? [] : [{ at, ...fault }]
  })
}

type Fault = Omit<LinkFault, 'at'>

function faultOf({ list, row, person, draw }: RowLink, byId: ReadonlyMap<ListId, ListSize>): Fault | null {
  const known = byId.get(list)
  if (known === undefined)
    return { part: 'list', reason: 'list-unknown', expected: 'a list of the investigation', found: 'none' }
  if (!Number.isInteger(row) || row < 1 || row > known.rows) {
    const expected = `a row of list ${known.code}, which has ${known.rows}`
    return { part: 'row', reason: 'row-unknown', expected, found: String(row) }
  }
  if (person.trim() === '')
    return { part: 'person', reason: 'person-unnamed', expected: 'the key of a person', found: 'nothing' }
  if (draw !== null && (!Number.isInteger(draw) || draw < 1))
    return {
      ...{ part: 'draw', reason: 'draw-unusable', expected: 'the number of a draw, from 1' },
      found: String(draw),
    }
  return null
}

function repeated(
  { list, row, draw }: RowLink,
  { met, code }: { readonly met: Map<string, Set<number | null>>; readonly code: string },
): Fault | null {
  const name = `${list} ${row}`
  const draws = met.get(name) ?? new Set()
  met.set(name, draws)
  const again = draws.has(draw) || draws.has(null) || (draw === null && draws.size > 0)
  draws.add(draw)
  if (!again) return null
  const found = `row ${row} of ${code} a second time`
  return { part: 'row', reason: 'row-linked-twice', expected: 'each row once in a draw', found }
}
