import type { ActsTaken } from '@corroborate/casework'
import type { ActMapping, ActsRead } from '@corroborate/interchange'
import type { ActTableKept } from '@corroborate/store'
import { inCounts } from './exchange-said.ts'

/** Which databases were taken in, how many rows of each, and which of its columns was which. */
export function tablesInWords(tables: readonly ActTableKept[]): readonly string[] {
  if (tables.length === 0) return ['No table of acts was taken in yet.']
  return tables.flatMap(({ name, rows, at, by, mapping }) => [
    `${name}: ${rows.length} rows, taken in last on ${at.slice(0, 10)} by ${by}.`,
    `  ${JSON.stringify(mapping)}`,
  ])
}

/** How tables are read: which column is which, what each row would do, and what is set aside. */
export function readInWords({
  mapping,
  acts,
}: {
  readonly mapping: ActMapping
  readonly acts: ActsRead
}): readonly string[] {
  const { claims, gone, persons, aside } = acts
  const of = (stands: (typeof claims)[number]['stands']) => claims.filter((one) => one.stands === stands)
  const rows = (stands: 'new' | 'changed') => of(stands).map(({ row, line }) => `${row} (line ${line})`)
  return [
    ...columnsInWords(mapping),
    `${inCounts({ new: of('new').length, changed: of('changed').length, same: of('same').length, gone: gone.length })}, ${aside.length} set aside.`,
    ...listed('New', rows('new')),
    ...listed('Changed', rows('changed')),
    ...listed(
      'Gone',
      gone.map(({ row }) => row),
    ),
    ...(persons.length === 0 ? [] : [`Names of ${persons.length} people, which are not taken in.`]),
    ...aside.map(({ sentence }) => sentence),
  ]
}

/** What became of the rows, each by its number and line. */
export function takenInWords({ rows, gone }: ActsTaken, { claims, aside }: ActsRead): readonly string[] {
  const lines = new Map(claims.map(({ row, line }) => [row, line]))
  const of = (came: ActsTaken['rows'][number]['came']) =>
    rows.flatMap((one) => (one.came === came ? [`${one.row} (line ${lines.get(one.row) ?? 0})`] : []))
  const [created, changed, same] = [of('created'), of('changed'), of('unchanged')]
  return [
    `Taken in: ${inCounts({ new: created.length, changed: changed.length, same: same.length, gone: gone.length })}, ${aside.length} set aside.`,
    ...listed('New', created),
    ...listed('Changed', changed),
    ...listed('Gone, and not taken away', gone),
    ...aside.map(({ sentence }) => sentence),
  ]
}

const SHOWN = 40

function listed(title: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  const more = names.length > SHOWN ? `, and ${names.length - SHOWN} more` : ''
  return [`${title}: ${names.slice(0, SHOWN).join(', ')}${more}.`]
}

function columnsInWords(mapping: ActMapping): readonly string[] {
  return Object.entries(mapping).flatMap(([table, fields]) => {
    const said = Object.entries(fields ?? {}).flatMap(([field, column]) =>
      column === null ? [] : [`${field} is “${column}”`],
    )
    return said.length === 0 ? [] : [`${table}: ${said.join(', ')}.`]
  })
}
