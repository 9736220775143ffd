import { describe, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { givenFileOf } from '../bytes/given-file.ts'
import { actFileOf, readActFiles } from './act-files.ts'
import { actMappingOf, actMappingShape, proposeActMapping, type ActMapping } from './act-mapping.ts'
import { readActs, type ActsRead, type RowMade } from './read-acts.ts'

/** Invented, in the columns of an "events standard" database. */
const EVENTS =
  'Event Record Number,Event Title,Initial Date,Geographical Term\nE1,At the checkpoint,2013-05-02,Old Town\n'
const ACTS =
  'Act Record Number,Event,Victim,Type of Act,Initial Date,Final Date\nA1,E1,P1,Arbitrary detention,,\nA2,E1,P2,Torture,2013-06-00,2013-07-00\n'
const PERSONS = 'Person Record Number,Person Name\nP1,Name One\nP2,Name Two\nP9,Name Nine\n'
const INVOLVEMENT =
  'Involvement Record Number,Act,Perpetrator,Degree of Involvement\nI1,A2,P9,gave the order\n'
const TABLES = { events: EVENTS, acts: ACTS, persons: PERSONS, involvement: INVOLVEMENT }

const columns = Object.fromEntries(
  Object.entries(TABLES).map(([name, csv]) => [name, (csv.split('\n')[0] ?? '').split(',')]),
)
const MAPPING = mappingOf(columns)

function mappingOf(there: typeof columns): ActMapping {
  const proposed = actMappingOf(proposeActMapping(there, null))
  if (proposed === null) throw new Error('no mapping')
  return proposed
}

function filesOf(tables: Partial<typeof TABLES>) {
  return Object.fromEntries(
    Object.entries(tables).map(([table, csv]) => [table, valueOf(actFileOf(`${table}.csv`, csv))]),
  )
}

function read(tables: Partial<typeof TABLES>, before: readonly RowMade[] = []): ActsRead {
  const result = readActs(filesOf(tables), { database: 'field-office', mapping: MAPPING, before })
  if (!result.ok) throw new Error(result.mistakes.map(({ sentence }) => sentence).join('\n'))
  return result.acts
}

test('columns are proposed by their usual names, and what is proposed can be kept', () => {
  expect(MAPPING.acts).toEqual({
    ...{ id: 'Act Record Number', event: 'Event', victim: 'Victim', type: 'Type of Act' },
    ...{ from: 'Initial Date', to: 'Final Date', place: null, method: null },
  })
  expect(actMappingShape.parse(JSON.parse(JSON.stringify(MAPPING)))).toEqual(MAPPING)
  expect(actMappingOf(proposeActMapping({ acts: ['a', 'b'] }, null))).toBeNull()
})

test('an act becomes a claim to be, with what its event and involvement add; people by number, never by name', () => {
  const { claims, persons } = read(TABLES)
  expect(claims).toMatchObject([
    {
      code: 'A1',
      topic: 'arbitrary-detention',
      when: { edtf: '2013-05-02' },
      placeSaid: 'Old Town',
      stands: 'new',
    },
    {
      code: 'A2',
      proposition: { en: 'Torture: victim P2' },
      roles: [
        { part: 'victim', who: { en: 'P2' } },
        { part: 'perpetrator', who: { en: 'P9' } },
      ],
      when: { edtf: '2013-06/2013-07', earliest: '2013-06-01', latest: '2013-07-31' },
    },
  ])
  expect(claims[1]?.words).toContain('perpetrators: P9, gave the order')
  expect(JSON.stringify(claims)).not.toContain('Name')
  expect(persons).toContainEqual({ number: 'P9', name: 'Name Nine' })
})

test('read again, rows are known by their numbers: the same, changed, new, gone', () => {
  const first = read(TABLES)
  const changed = ACTS.replace('Torture', 'Ill-treatment').replace('A1,', 'A3,')
  const second = read({ ...TABLES, acts: changed }, first.made)
  expect(second.claims.map(({ code, stands }) => [code, stands])).toEqual([
    ['A3', 'new'],
    ['A2', 'changed'],
  ])
  expect(second.claims[1]?.id).toBe(first.claims[1]?.id)
  expect(second.gone.map(({ row }) => row)).toEqual(['A1'])
  expect(read(TABLES, first.made).claims.map(({ stands }) => stands)).toEqual(['same', 'same'])
})

describe('what cannot be read is told with its place', () => {
  test('a row is set aside', () => {
    const { aside, claims } = read({
      acts: `${ACTS}A1,,,Torture,,\n,,,Torture,,\nA5,,,,,\nA6,,,Torture,yesterday,\n`,
    })
    expect(claims).toHaveLength(2)
    expect(aside.map(({ sentence }) => sentence)).toEqual([
      'acts.csv, line 4, id: expected a number of its own, found “A1”, which is used before.',
      'acts.csv, line 5, id: expected a number of its own, found nothing.',
      'acts.csv, line 6, type: expected a type of act, found nothing.',
      'acts.csv, line 7, from: expected a date such as 2013-05-02, found “yesterday”.',
    ])
  })

  test.each([
    ['no table of acts', { events: EVENTS }, 'acts: expected a table of acts, found none.'],
    [
      'a column that is gone',
      { acts: ACTS.replace('Victim', 'Person') },
      'acts.csv, line 1, victim: expected a column “Victim”, found none.',
    ],
  ])('%s refuses the whole', (_, tables, sentence) => {
    const result = readActs(filesOf(tables), { database: 'x', mapping: MAPPING, before: [] })
    expect(result.ok ? [] : result.mistakes.map((one) => one.sentence)).toContain(sentence)
  })
})

test('what was kept of a table holds, and a table that is there for the first time is proposed', () => {
  const kept = actMappingOf(proposeActMapping({ acts: columns.acts ?? [] }, null))
  const acts = { ...MAPPING.acts, victim: null }
  const draft = proposeActMapping(columns, kept && { ...kept, acts })
  expect(draft).toMatchObject({ acts, events: MAPPING.events })
  expect(actMappingOf({ ...draft, events: { id: null } })).toMatchObject({ acts, events: null })
})

describe('files of a database', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))

  test('each is the table that its name says; UTF-16 with its mark is read', async () => {
    const [events, acts] = [givenFileOf('my events.csv', bytes(EVENTS)), givenFileOf('t.csv', utf16(ACTS))]
    expect(await readActFiles([events, acts])).toEqual({
      ok: true,
      value: {
        events: valueOf(actFileOf('my events.csv', EVENTS)),
        acts: valueOf(actFileOf('t.csv', ACTS)),
      },
    })
  })

  test.each([';', '\t', '|'])('cells may be parted by %j, as programs in other countries write', (sign) => {
    const apart = `Act${sign}Type${sign}Note\nA1${sign}killing${sign}"of two, or${sign} three"\n`
    expect(actFileOf('acts.csv', apart)).toMatchObject({
      ok: true,
      value: { columns: ['Act', 'Type', 'Note'], rows: [['A1', 'killing', `of two, or${sign} three`]] },
    })
  })

  test.each([
    [
      'twice the same table',
      [givenFileOf('acts.csv', bytes(ACTS)), givenFileOf('acts2.csv', bytes(ACTS))],
      'acts2.csv: expected one table of acts, found “acts.csv” beside it.',
    ],
    [
      'the letters of another encoding',
      [givenFileOf('acts.csv', Uint8Array.of(...bytes('Act,Type\nA1,'), 0xca, 0xda, 0xd0, 0xed, 0xc8))],
      'acts.csv: expected CSV in UTF-8, or in UTF-16 with a mark of byte order, found bytes that are neither: save it as CSV in UTF-8.',
    ],
    [
      'no table',
      [givenFileOf('events.csv', bytes('a,a\n1,2,3\n'))],
      'events.csv, line 1: expected each column once, found “a” twice.\nevents.csv, line 2: expected 2 cells, as in the header, found 3.',
    ],
    [
      'a damaged letter',
      [givenFileOf('acts.csv', Uint8Array.of(...bytes('Act,Type\nA1,تعذيب'), 0xff, ...bytes('\n')))],
      'acts.csv, line 2: expected CSV in UTF-8, or in UTF-16 with a mark of byte order, found a character that is none.',
    ],
  ])('%s is refused with its place', async (_, files, sentence) => {
    expect(await readActFiles(files)).toEqual({ ok: false, reason: 'table-unreadable', detail: sentence })
  })
})
