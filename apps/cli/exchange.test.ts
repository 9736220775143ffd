import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { corroborate, root } from './testing/run.ts'

vi.setConfig({ testTimeout: 120_000 })
let folder: string
const example = join(root, 'examples/training')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corroborate-exchange-'))
  expect((await corroborate(['import', example, ...store()])).code).toBe(0)
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

const store = () => ['--data', join(folder, 'store')]
const out = (name: string, to: string) => [
  'exchange',
  'out',
  example,
  '--out',
  join(folder, name),
  '--for',
  to,
]

test('what goes out for other programs is read back whole, and what consent holds back is counted', async () => {
  const wrote = await corroborate([...out('a.qdpx', 'own-team'), '--json'])
  expect(wrote.code).toBe(0)
  const sent = JSON.parse(wrote.out) as { claims: number; withheld: { claims: number } }
  expect(sent.claims).toBeGreaterThan(0)
  const back = await corroborate(['exchange', 'in', join(folder, 'a.qdpx'), '--json'])
  const read = JSON.parse(back.out) as { ours: { claims: readonly unknown[] }; warnings: readonly unknown[] }
  expect(read.warnings).toEqual([])
  expect(read.ours.claims).toHaveLength(sent.claims)

  const abroad = await corroborate([...out('b.csv', 'public'), '--json'])
  const few = JSON.parse(abroad.out) as typeof sent
  expect(few.claims + few.withheld.claims).toBe(sent.claims + sent.withheld.claims)
  expect(few.claims).toBeLessThan(sent.claims)
  const rows = (await readFile(join(folder, 'b.csv'), 'utf8'))
    .split('\r\n')
    .filter((row) => row.startsWith('urn:uuid:'))
  expect(rows).toHaveLength(few.claims)
})

test.each([
  [['exchange', 'out', example, '--out', 'a.docx', '--for', 'icc'], 'ends in .qdpx, .qdc, .jsonld, .csv'],
  [['exchange', 'out', example, '--out', 'a.csv'], 'needs --for with one of own-team'],
  [['exchange', 'up'], 'exchange takes "out"'],
  [['exchange', 'acts'], 'exchange acts takes the CSV files of a database'],
  [['exchange', 'acts', 'a.csv', '--investigation', 'x'], 'exchange acts needs --name'],
  [['exchange', 'acts', 'a.csv', '--mapping-of', 'x'], '--mapping-of needs --investigation'],
])('%j is told what is wanted', async (words, told) => {
  const { code, err } = await corroborate(words)
  expect(code).toBe(2)
  expect(err).toContain(told)
})

test('a project goes into the store once, and the second time nothing is changed', async () => {
  const data = store()
  const book = join(folder, 'book.qdc')
  await writeFile(
    book,
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="00000000-0000-4000-8000-0000000000c1" name="Movement"/></Codes></CodeBook>',
  )
  const take = ['exchange', 'in', book, '--investigation', 'training', '--json', ...data]
  const astray = await corroborate(['exchange', 'in', book, '--investigation', 'none', ...data])
  expect(astray.err).toContain('There is no investigation none; there are: training.')
  const first = await corroborate(take)
  expect(JSON.parse(first.out)).toMatchObject({ ok: true, added: { codes: 1, texts: 0 } })
  const second = await corroborate(take)
  expect(second.code).toBe(2)
  expect(second.out).toContain('nothing of book.qdc is new here')
  const back = join(folder, 'back.qdc')
  const give = ['exchange', 'out', '--investigation', 'training', '--out', back, '--for', 'partners']
  expect((await corroborate([...give, ...data])).out).toContain('entered in the ledger')
  expect(await readFile(back, 'utf8')).toContain('name="Movement"')
})

/** Invented, with its columns named as nobody names them. */
const ACTS = 'Nr,Who,What,Of\nA1,P1,Torture,E1\nA2,P2,Killing,E1\nA3,P3,,\n'
const EVENTS = 'Event ID,Initial Date,Location\nE1,2013-05-02,Old Town\n'

test('tables of acts are shown, taken in under a mapping that is kept, and known again by their numbers', async () => {
  const data = [...store(), '--investigation', 'training']
  const [acts, events, mapping] = ['acts.csv', 'events.csv', 'mapping.json'].map((name) => join(folder, name))
  if (acts === undefined || events === undefined || mapping === undefined) throw new Error('no paths')
  await writeFile(acts, ACTS)
  await writeFile(events, EVENTS)
  const unknown = await corroborate(['exchange', 'acts', acts])
  expect(unknown.err).toBe(
    'acts.csv: expected a column for id and type of an act, found “Nr”, “Who”, “What”, “Of”. Say which is which by --mapping.\n',
  )
  const said = { id: 'Nr', event: 'Of', victim: 'Who', type: 'What', from: null, to: null, place: null }
  const others = { persons: null, involvement: null }
  const ofEvents = { id: 'Event ID', title: null, from: 'Initial Date', to: null, place: 'Location' }
  await writeFile(mapping, JSON.stringify({ acts: { ...said, method: null }, events: ofEvents, ...others }))
  const files = ['exchange', 'acts', acts, events]
  const shown = await corroborate([...files, '--mapping', mapping])
  expect(shown.out.split('\n')).toEqual([
    'events: id is “Event ID”, from is “Initial Date”, place is “Location”.',
    'acts: id is “Nr”, event is “Of”, victim is “Who”, type is “What”.',
    '2 new, 0 changed, 0 same, 0 gone, 1 set aside.',
    'New: A1 (line 2), A2 (line 3).',
    'acts.csv, line 4, type: expected a type of act, found nothing.',
    '',
  ])
  const office = [...data, '--name', 'Field office']
  const nowhere = await corroborate([...files, ...office, '--mapping', mapping])
  expect(nowhere.err).toContain('Nothing named Field office was taken in yet: --source says')
  const first = await corroborate([...files, ...office, '--mapping', mapping, '--source', 'D01'])
  expect(first.out).toContain('Taken in: 2 new, 0 changed, 0 same, 0 gone, 1 set aside.\nNew: A1 (line 2)')

  expect((await corroborate([...files, ...office])).err).toMatch(
    /^no row of “Field office” is new or changed/,
  )
  await writeFile(acts, ACTS.replace('A1,P1,Torture', 'A4,P1,Beating').replace('Killing', 'Shooting'))
  const dry = await corroborate([...files, ...office, '--dry'])
  expect(dry.out).toContain('1 new, 1 changed, 0 same, 1 gone, 1 set aside.')
  const second = JSON.parse((await corroborate([...files, ...office, '--json'])).out) as object
  expect(second).toMatchObject({
    rows: [
      { row: 'A4', came: 'created' },
      { row: 'A2', came: 'changed' },
    ],
    gone: ['A1'],
  })
  const kept = await corroborate(['exchange', 'acts', ...data])
  expect(kept.out).toMatch(
    /^Field office: 3 rows, taken in last on \d{4}-\d\d-\d\d by .+[.]\n {2}\{.*"id":"Nr"/,
  )
  const other = [...data, '--name', 'Other office', '--dry', '--mapping-of']
  expect((await corroborate([...files, ...other, 'Field office'])).out).toContain('2 new')
  expect((await corroborate([...files, ...other, 'Nobody'])).err).toBe(
    'No mapping was kept of Nobody; there are: Field office.\n',
  )
})

test('a table of acts that cannot be read is told with its file and place', async () => {
  const [acts, mapping] = [join(folder, 'bad-acts.csv'), join(folder, 'bad.json')]
  const read = (...more: readonly string[]) => corroborate(['exchange', 'acts', acts, ...more])
  await writeFile(mapping, '{"acts": {"id": 3}}')
  await writeFile(acts, 'Act,Type\nA1,Torture,more\n')
  expect(await read()).toMatchObject({
    ...{ code: 2, err: 'bad-acts.csv, line 2: expected 2 cells, as in the header, found 3.\n' },
  })
  await writeFile(acts, 'Act,Type\nA1,Torture\n')
  expect((await read('--mapping', mapping)).err).toContain('bad.json, field “')
  await writeFile(acts, Uint8Array.of(...Buffer.from('Act,Type\nA1,'), 0xca, 0xda, 0xd0))
  expect((await read()).err).toContain('bad-acts.csv: expected CSV in UTF-8')
  await rm(acts)
  expect((await read()).err).toContain('bad-acts.csv: expected a file, found none')
})

test('a file that is no project is refused with a sentence', async () => {
  await writeFile(join(folder, 'no.qdpx'), 'not one')
  const { code, err } = await corroborate(['exchange', 'in', join(folder, 'no.qdpx')])
  expect(code).toBe(2)
  expect(err).toContain('no.qdpx: expected an archive, or “no.qdpx” as XML')
})
