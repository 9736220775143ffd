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
})
afterAll(() => rm(folder, { recursive: true }))

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
])('%j is told what is wanted', async (words, told) => {
  const { code, err } = await corroborate(words)
  expect(code).toBe(2)
  expect(err).toContain(told)
})

test('a project goes into the store once, and the second time nothing is changed', async () => {
  const data = ['--data', join(folder, 'store')]
  expect((await corroborate(['import', example, ...data])).code).toBe(0)
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

test('a file that is no project is refused with a sentence', async () => {
  await writeFile(join(folder, 'no.qdpx'), 'not one')
  const { code, err } = await corroborate(['exchange', 'in', join(folder, 'no.qdpx')])
  expect(code).toBe(2)
  expect(err).toContain('no.qdpx: expected an archive, or “no.qdpx” as XML')
})
