import { ok, refuse, type ListId, type Outcome } from '@corroborate/base'
import type { Caution } from '../answer.ts'
import type { StratumSource } from '../list-request.ts'
import type { ListRows, RowLink } from './linked-rows.ts'

/** Rows that were brought together to people: who is on which lists, and what divides them. */
export interface PeopleOnLists {
  /** Codes of the lists, in the order of the bits of the masks. */
  readonly lists: readonly string[]
  /** Names of what divides the people. */
  readonly divisions: readonly string[]
  readonly people: readonly ListedPerson[]
  readonly cautions: readonly Caution[]
}

export interface ListedPerson {
  /** Bit i is set when a row of list i is this person. */
  readonly mask: number
  /** The value of each division, in their order; null where no row says it. */
  readonly labels: readonly (string | null)[]
}

export interface LinkedRows {
  /** The lists that were chosen, in the order of the bits. */
  readonly lists: readonly ListRows[]
  /** The links of one opinion; those of other lists are left alone. */
  readonly links: readonly RowLink[]
  readonly strata: readonly StratumSource[]
}

export type LinkedRefusal =
  'list-unknown' | 'row-unknown' | 'row-linked-twice' | 'column-unknown' | 'division-twice'

/**
 * Who is on which lists, by a linkage. A person with several rows on one list is counted once; a row that no link names is
 * a person of its own; both are said, because both move the answer.
 * A person's label is what most of his rows say; of labels that equally many say, the one of the list that was chosen first.
 * Labels are compared without spaces at their ends and in Unicode's composed form, otherwise letter by letter.
 * @returns people in the order of their first row, or the link, list or column that cannot be followed
 */
export function peopleOnLists(input: LinkedRows): Outcome<PeopleOnLists, LinkedRefusal> {
  const keys = personOfRow(input)
  if (!keys.ok) return keys
  const columns = columnsOf(input)
  if (!columns.ok) return columns
  const persons = gathered(input, keys.value)
  const conflicts = columns.value.map(() => 0)
  const people = persons.map(({ rows }) => ({
    mask: rows.reduce((mask, { list }) => mask | (1 << list), 0),
    labels: columns.value.map(({ places }, division) => {
      const label = labelOf(input, places, rows)
      if (label.conflict) conflicts[division] = (conflicts[division] ?? 0) + 1
      return label.value
    }),
  }))
  return ok({
    lists: input.lists.map(({ code }) => code),
    divisions: input.strata.map(({ name }) => name),
    people,
    cautions: [
      ...unlinkedSaid(input, keys.value),
      ...twiceSaid(input, persons),
      ...labelsSaid(input, people, conflicts),
    ],
  })
}

/** A row by the place of its list among the chosen, and its own, both counted from 0. */
interface RowPlace {
  readonly list: number
  readonly row: number
}

interface Gathered {
  readonly rows: readonly RowPlace[]
}

/** For each list, the key of each of its rows; null for a row that no link names. */
type Keys = readonly (readonly (string | null)[])[]

function personOfRow({ lists, links }: LinkedRows): Outcome<Keys, LinkedRefusal> {
  const place = new Map(lists.map(({ id }, at) => [id, at]))
  const keys = lists.map(({ rows }) => rows.map((): string | null => null))
  for (const { list, row, person } of links) {
    const at = place.get(list)
    const ofList = at === undefined ? undefined : keys[at]
    if (at === undefined || ofList === undefined) continue
    const code = lists[at]?.code ?? ''
    const before = ofList[row - 1]
    if (before === undefined)
      return refuse('row-unknown', `List ${code} has no row ${String(row)}; it has ${ofList.length}.`)
    if (before !== null && before !== person)
      return refuse(
        'row-linked-twice',
        `Row ${row} of list ${code} is linked to ${before} and to ${person}; a row is one person.`,
      )
    ofList[row - 1] = person
  }
  return ok(keys)
}

interface Columns {
  /** For each list, which cell holds the label; null where the list does not have it. */
  readonly places: readonly (number | null)[]
}

function columnsOf({ lists, strata }: LinkedRows): Outcome<readonly Columns[], LinkedRefusal> {
  const seen = new Set<string>()
  for (const { name } of strata) {
    if (seen.has(name)) return refuse('division-twice', `The people are divided by ${name} twice.`)
    seen.add(name)
  }
  const found: Columns[] = []
  for (const { name, columns } of strata) {
    const places = new Map<ListId, number>()
    for (const { list, column } of columns) {
      const rows = lists.find(({ id }) => id === list)
      if (rows === undefined)
        return refuse('list-unknown', `${name}: a list is named that is not among those compared.`)
      const at = rows.columns.indexOf(column)
      if (at < 0) return refuse('column-unknown', `${name}: list ${rows.code} has no column ${column}.`)
      places.set(list, at)
    }
    found.push({ places: lists.map(({ id }) => places.get(id) ?? null) })
  }
  return ok(found)
}

/** Rows by person, in the order of lists and rows. */
function gathered({ lists }: LinkedRows, keys: Keys): readonly Gathered[] {
  const byKey = new Map<string, RowPlace[]>()
  const persons: { readonly rows: RowPlace[] }[] = []
  for (const list of lists.keys())
    for (const [row, key] of (keys[list] ?? []).entries()) {
      const before = key === null ? undefined : byKey.get(key)
      if (before) before.push({ list, row })
      else {
        const rows = [{ list, row }]
        persons.push({ rows })
        if (key !== null) byKey.set(key, rows)
      }
    }
  return persons
}

function labelOf(
  { lists }: LinkedRows,
  places: Columns['places'],
  rows: readonly RowPlace[],
): { readonly value: string | null; readonly conflict: boolean } {
  const said = new Map<string, number>()
  for (const { list, row } of rows) {
    const column = places[list] ?? null
    const cell = column === null ? '' : (lists[list]?.rows[row]?.[column] ?? '').trim().normalize('NFC')
    if (cell !== '') said.set(cell, (said.get(cell) ?? 0) + 1)
  }
  let best: string | null = null
  // Rows come in the order of the lists, and a Map keeps it: the first of equals stays.
  for (const [label, times] of said) if (best === null || times > (said.get(best) ?? 0)) best = label
  return { value: best, conflict: said.size > 1 }
}

function unlinkedSaid({ lists }: LinkedRows, keys: Keys): readonly Caution[] {
  return lists.flatMap(({ code }, list) => {
    const all = keys[list] ?? []
    const rows = all.filter((key) => key === null).length
    return rows === 0 ? [] : [{ code: 'rows-without-link', args: { list: code, rows, of: all.length } }]
  })
}

function twiceSaid({ lists }: LinkedRows, persons: readonly Gathered[]): readonly Caution[] {
  return lists.flatMap(({ code }, list) => {
    const counts = persons.map(({ rows }) => rows.filter((row) => row.list === list).length)
    const several = counts.filter((count) => count > 1)
    if (several.length === 0) return []
    const rows = several.reduce((sum, count) => sum + count, 0)
    return [{ code: 'people-twice-on-list', args: { list: code, people: several.length, rows } }]
  })
}

function labelsSaid(
  { strata }: LinkedRows,
  people: readonly ListedPerson[],
  conflicts: readonly number[],
): readonly Caution[] {
  return strata.flatMap(({ name }, division) => {
    const missing = people.filter(({ labels }) => labels[division] === null).length
    const against = conflicts[division] ?? 0
    const of = people.length
    return [
      ...(against === 0 ? [] : [{ code: 'label-conflicts', args: { division: name, people: against, of } }]),
      ...(missing === 0 ? [] : [{ code: 'label-missing', args: { division: name, people: missing, of } }]),
    ]
  })
}
