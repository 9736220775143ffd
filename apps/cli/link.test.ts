import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { workbook } from '../../interchange/lists/testing/workbook.ts'
import { corroborate } from './testing/run.ts'

vi.setConfig({ testTimeout: 120_000 })
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corroborate-link-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Invented. */
const NAMES = ['Samir Haddad', 'Nadia Khoury', 'Omar Nasser', 'Salma Mansour', 'Karim Saleh', 'Layla Daher']
const rowsFrom = (from: number) =>
  [0, 1, 2, 3].map((i) => [NAMES[(from + i) % 6] ?? '', String(20 + ((from + i) % 6) * 5)] as const)

test('shows how a list would be read, what is set aside and where, and writes nothing', async () => {
  const file = join(folder, 'a.csv')
  await writeFile(file, 'Name;Sex;Date of birth;Note\nSamir;m;31/02/2013;x\nNadia;f\nOmar;m;2/5/1990;\n')
  const { code, out } = await corroborate(['lists', 'read', file])
  expect(code).toBe(0)
  expect(out).toContain('a.csv: CSV in utf-8, parted by semicolons\n2 rows, 1 set aside, 0 blank.')
  expect(out).toContain('a.csv, line 3: expected 4 cells, as in the header, found 2.')
  expect(out).toContain('  Date of birth: birth (day), by its name\n  Note: kept for display')
  expect(out).toContain(
    'a.csv, line 2, column “Date of birth”: expected a day that the calendar has, found “31/02/2013”.',
  )
  const json = await corroborate(['lists', 'read', file, '--json'])
  expect(JSON.parse(json.out)).toMatchObject({
    ok: true,
    rows: 2,
    aside: 1,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  })
})

test('refuses a list that cannot be read whole, with exit code 2 and the place', async () => {
  const file = join(folder, 'open.csv')
  await writeFile(file, 'name,place\nA,"B\nC,D\n')
  const { code, err } = await corroborate(['lists', 'read', file])
  expect({ code, err }).toEqual({
    code: 2,
    err: 'open.csv, line 2: expected a quote that closes the one opened here, found none to the end of the file.\nNothing of it would be taken in.\n',
  })
  expect(await corroborate(['link', file, '--out', join(folder, 'none')])).toMatchObject({ code: 2 })
  expect(await corroborate(['link', file])).toMatchObject({ code: 2 })
})

test('links a CSV and a workbook to clusters and an overlap that estimate takes, twice to the byte', async () => {
  const [csv, xlsx] = [join(folder, 'ministry.csv'), join(folder, 'families.xlsx')]
  await writeFile(
    csv,
    `name,age\n${rowsFrom(0)
      .map((row) => row.join(','))
      .join('\n')}\n`,
  )
  const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const rows = [['Name', 'Age'], ...rowsFrom(2)].map((row) => row.map((value) => cell(value)).join(''))
  await writeFile(xlsx, workbook({ sheets: [{ name: 'S', rows }] }))
  const made = async (name: string) => {
    const out = join(folder, name)
    const run = await corroborate(['link', csv, xlsx, '--out', out, '--seed', '7'])
    expect(run).toMatchObject({ code: 0, err: '' })
    return Promise.all(
      ['clusters.csv', 'overlap.csv', 'linkage.json'].map((file) => readFile(join(out, file), 'utf8')),
    )
  }
  const first = await made('first')
  expect(await made('second')).toEqual(first)
  expect(first[0]).toMatch(/^person,list,row,line\np1,ministry,1,2\n/)
  expect(first[1]).toMatch(/^ministry,families,count\n/)
  const told = await corroborate(['estimate', join(folder, 'first', 'overlap.csv'), '--quick'])
  expect(told.code).toBe(0)
})
