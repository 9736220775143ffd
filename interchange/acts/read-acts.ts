import {
  canonicalJson,
  derivedId,
  digestOf,
  jsonOf,
  whenFrom,
  type ClaimId,
  type When,
} from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { inReadingOrder, mistake, quoted, type Mistake } from '../folder/mistake.ts'
import type { ActFiles } from './act-files.ts'
import { ACT_TABLES, type ActMapping, type ActTable } from './act-mapping.ts'

/**
 * What a row of acts would claim: everything of a claim that a table can say. Who says it, on which passage of which document, and how they know, the
 * table does not tell: a person must. People go by their numbers in the database, never by their names.
 */
export interface ClaimToBe extends Pick<
  Claim,
  'id' | 'code' | 'mode' | 'topic' | 'proposition' | 'roles' | 'when' | 'polarity'
> {
  /** A place in the database's words; no entry of a register yet. */
  readonly placeSaid: string | null
  /** The row, and those that it refers to, in words: what a passage would quote. */
  readonly words: string
}

/** A row that was taken in: under which id, and of what content, so that the next time shows what moved. */
export interface RowMade {
  readonly row: string
  readonly claim: ClaimId
  readonly sha256: string
}

export interface ActsRead {
  readonly claims: readonly (ClaimToBe & {
    readonly stands: 'new' | 'changed' | 'same'
    /** The number of its row, and the line that this stands in. */
    readonly row: string
    readonly line: number
  })[]
  /** To be kept with the mapping, and handed in the next time. */
  readonly made: readonly RowMade[]
  /** Who is who, by number. Names stand apart from all else, to be sealed. */
  readonly persons: readonly { readonly number: string; readonly name: string }[]
  /** Rows of the last time that are not there now. They are told and not taken away. */
  readonly gone: readonly RowMade[]
  readonly aside: readonly Mistake[]
}

export type ActsResult =
  | { readonly ok: true; readonly acts: ActsRead }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

export interface ActsAsked {
  /** Names the database: rows of one database keep their ids, whoever reads them. */
  readonly database: string
  readonly mapping: ActMapping
  /** What was made the last time. */
  readonly before: readonly RowMade[]
}

/**
 * Acts of an OpenEvSys-style database as claims to be. The same row gives the same id at each reading, so that it is changed and not made twice.
 * A table that lacks a column of the mapping refuses the whole; a row without a number or type, with a number that is used
 * before, or with a date that is none, is set aside.
 * @param files by table; `acts` must be there
 */
export function readActs(files: ActFiles, { database, mapping, before }: ActsAsked): ActsResult {
  const opened = openTables(files, mapping)
  if (!opened.ok) return opened
  const { acts, persons, ...around } = opened.tables
  const file = files.acts?.name ?? 'acts'
  const others = othersOf(around)
  const aside: Mistake[] = []
  const seen = new Set<string>()
  const claims: ClaimToBe[] = []
  const rows: { readonly row: string; readonly line: number }[] = []
  for (const record of acts) {
    const read = claimOf(record, { file, database, seen, others })
    if ('sentence' in read) {
      aside.push(read)
      continue
    }
    claims.push(read)
    rows.push({ row: record.cells.id ?? '', line: record.line })
  }
  const made = claims.map((claim, i): RowMade => {
    return { row: rows[i]?.row ?? '', claim: claim.id, sha256: digestOf(canonicalJson(jsonOf(claim))) }
  })
  const there = new Set(rows.map(({ row }) => row))
  const last = new Map(before.map((one) => [one.claim, one.sha256]))
  return {
    ok: true,
    acts: {
      claims: claims.map((claim, i) => ({
        ...claim,
        ...(rows[i] ?? { row: '', line: 1 }),
        stands: standsOf(last.get(claim.id), made[i]),
      })),
      made,
      persons: persons.flatMap(({ cells: { id, name } }) =>
        id === undefined || name === undefined ? [] : [{ number: id, name }],
      ),
      gone: before.filter((one) => !there.has(one.row)),
      aside: inReadingOrder(aside),
    },
  }
}

function standsOf(last: string | undefined, made: RowMade | undefined): 'new' | 'changed' | 'same' {
  if (last === undefined) return 'new'
  return last === made?.sha256 ? 'same' : 'changed'
}

/** A row by the fields of the mapping. */
interface ActRecord {
  readonly line: number
  readonly cells: Readonly<Record<string, string | undefined>>
}
type Tables = Readonly<Record<ActTable, readonly ActRecord[]>>

function openTables(
  files: ActFiles,
  mapping: ActMapping,
):
  | { readonly ok: true; readonly tables: Tables }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = []
  const open = (table: ActTable): readonly ActRecord[] => {
    const [given, fields] = [files[table], mapping[table]]
    if (given === undefined && table === 'acts')
      mistakes.push(
        mistake({ file: table, line: null, field: null }, { expected: 'a table of acts', found: 'none' }),
      )
    if (given === undefined || fields === null) return []
    const { name: file, columns, rows, lines } = given
    const places = Object.entries(fields).flatMap(([field, column]) => {
      if (column === null) return []
      const at = columns.indexOf(column)
      if (at === -1)
        mistakes.push(
          mistake({ file, line: 1, field }, { expected: `a column ${quoted(column)}`, found: 'none' }),
        )
      return [[field, at] as const]
    })
    return rows.map((row, i) => ({
      line: lines[i] ?? 1,
      cells: Object.fromEntries(places.map(([field, at]) => [field, filled(row[at])])),
    }))
  }
  const [events = [], acts = [], persons = [], involvement = []] = ACT_TABLES.map(open)
  if (mistakes.length > 0) return { ok: false, mistakes: inReadingOrder(mistakes) }
  return { ok: true, tables: { events, acts, persons, involvement } }
}

/** What an act refers to, by what it refers with. */
interface Others {
  readonly event: ReadonlyMap<string, ActRecord['cells']>
  readonly involvedInAct: ReadonlyMap<string | undefined, readonly ActRecord[]>
  /** Of rows that name no act. */
  readonly involvedInEvent: ReadonlyMap<string | undefined, readonly ActRecord[]>
}

/** Of two events under one number the first counts. */
function othersOf({ events, involvement }: Pick<Tables, 'events' | 'involvement'>): Others {
  const numbered = events.flatMap(({ cells }) => (cells.id === undefined ? [] : [[cells.id, cells] as const]))
  return {
    event: new Map(numbered.toReversed()),
    involvedInAct: Map.groupBy(involvement, ({ cells }) => cells.act),
    involvedInEvent: Map.groupBy(
      involvement.filter(({ cells }) => cells.act === undefined),
      ({ cells }) => cells.event,
    ),
  }
}

interface Around {
  /** The name of the file of acts. */
  readonly file: string
  readonly database: string
  readonly seen: Set<string>
  readonly others: Others
}

function claimOf({ line, cells }: ActRecord, { file, database, seen, others }: Around): ClaimToBe | Mistake {
  const { id, type } = cells
  const wrong = (field: string, expected: string, found: string) =>
    mistake({ file, line, field }, { expected, found })
  if (id === undefined) return wrong('id', 'a number of its own', 'nothing')
  if (type === undefined) return wrong('type', 'a type of act', 'nothing')
  if (seen.has(id)) return wrong('id', 'a number of its own', `${quoted(id)}, which is used before`)
  const row = joined(cells, others)
  const when = whenOf(row)
  if (when === 'not-a-time') return wrong('from', 'a date such as 2013-05-02', quoted(saidOf(row)))
  seen.add(id)
  const { victim, place: placeSaid = null } = row
  const title = victim === undefined ? type : `${type}: victim ${victim}`
  return {
    id: derivedId('claim', 'acts', database, id),
    code: id.replaceAll(/[^A-Za-z0-9._-]+/g, '-'),
    ...{ mode: 'incident', topic: topicOf(type), polarity: 'affirmed' },
    ...{ proposition: { en: title }, roles: rolesOf(row), when, placeSaid },
    words: inWords({ act: id, type, ...row }),
  }
}

/** What is known of an act: its own row, and where that is silent, its event's; with those who took part. */
interface Joined {
  readonly victim: string | undefined
  readonly involved: readonly ActRecord[]
  readonly from: string | undefined
  readonly to: string | undefined
  readonly place: string | undefined
  readonly method: string | undefined
  readonly event: string | undefined
}

function joined(cells: ActRecord['cells'], others: Others): Joined {
  const event = others.event.get(cells.event ?? '')
  const dates = cells.from === undefined && cells.to === undefined ? event : cells
  const ofEvent = cells.event === undefined ? [] : (others.involvedInEvent.get(cells.event) ?? [])
  return {
    ...{ victim: cells.victim, from: dates?.from, to: dates?.to, place: cells.place ?? event?.place },
    involved: [...(others.involvedInAct.get(cells.id) ?? []), ...ofEvent].sort((a, b) => a.line - b.line),
    method: cells.method,
    event: filled([cells.event, event?.title].filter((part) => part !== undefined).join(', ')),
  }
}

/** An empty cell is no cell. */
function filled(cell: string | undefined): string | undefined {
  const written = cell?.trim()
  return written === '' ? undefined : written
}

function rolesOf({ victim, involved }: Joined): Claim['roles'] {
  const role = (part: 'victim' | 'perpetrator', number: string | undefined) =>
    number === undefined ? [] : [{ part, who: { en: number }, register: null }]
  return [
    ...role('victim', victim),
    ...involved.flatMap(({ cells }) => role('perpetrator', cells.perpetrator)),
  ]
}

/** `0000-00-00`, and parts of it, are how such databases write what is not known. */
function whenOf({ from, to }: Joined): When | null | 'not-a-time' {
  const [first, last] = [edtfOf(from), edtfOf(to)]
  if (first === null && last === null) return null
  const edtf = first === null || last === null || first === last ? (first ?? last ?? '') : `${first}/${last}`
  const when = whenFrom(edtf, saidOf({ from, to }))
  return when.ok ? when.value : 'not-a-time'
}

function saidOf({ from, to }: Pick<Joined, 'from' | 'to'>): string {
  return [from, to].filter((day) => day !== undefined).join(' to ')
}

function edtfOf(written: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written ?? '') ?? []
  if (year === undefined) return written ?? null
  if (year === '0000') return null
  if (month === undefined || month === '00') return year
  return day === undefined || day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`
}

function topicOf(type: string): string {
  const words = type.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  return words.replaceAll(/^-|-$/g, '') || 'act'
}

function inWords({ involved, ...said }: Joined & { readonly act: string; readonly type: string }): string {
  const perpetrators = involved.map(({ cells: { perpetrator, degree } }) =>
    [perpetrator, degree].filter((part) => part !== undefined).join(', '),
  )
  const lines = Object.entries({ ...said, perpetrators: filled(perpetrators.join('; ')) })
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join('\n')
}
