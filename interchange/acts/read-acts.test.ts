import { describe, expect, test } from 'vitest'
import { actMappingShape, proposeActMapping, type ActMapping } from './act-mapping.ts'
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
  const proposed = proposeActMapping(there)
  if (proposed === null) throw new Error('no mapping')
  return proposed
}

function read(tables: Partial<typeof TABLES>, before: readonly RowMade[] = []): ActsRead {
  const result = readActs(tables, { database: 'field-office', mapping: MAPPING, before })
  if (!result.ok) throw new Error(result.mistakes.map(({ sentence }) => sentence).join('\n'))
  return result.acts
}

test('columns are proposed by their usual names, and what is proposed can be kept', () => {
  expect(MAPPING.acts).toEqual({
    ...{ id: 'Act Record Number', event: 'Event', victim: 'Victim', type: 'Type of Act' },
    ...{ from: 'Initial Date', to: 'Final Date', place: null, method: null },
  })
  expect(actMappingShape.parse(JSON.parse(JSON.stringify(MAPPING)))).toEqual(MAPPING)
  expect(proposeActMapping({ acts: ['a', 'b'] })).toBeNull()
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
      'acts, line 4, id: expected a number of its own, found “A1”, which is used before.',
      'acts, line 5, id: expected a number of its own, found nothing.',
      'acts, line 6, type: expected a type of act, found nothing.',
      'acts, line 7, from: expected a date such as 2013-05-02, found “yesterday”.',
    ])
  })

  test.each([
    ['no table of acts', { events: EVENTS }, 'acts: expected a table of acts, found none.'],
    [
      'a column that is gone',
      { acts: ACTS.replace('Victim', 'Person') },
      'acts, line 1, victim: expected a column “Victim”, found none.',
    ],
    [
      'no table',
      { ...TABLES, events: 'a,a\n' },
      'events, line 1: expected each column once, found “a” twice.',
    ],
  ])('%s refuses the whole', (_, tables, sentence) => {
    const result = readActs(tables, { database: 'x', mapping: MAPPING, before: [] })
    expect(result.ok ? [] : result.mistakes.map((one) => one.sentence)).toContain(sentence)
  })
})
