import { existsSync, readFileSync } from 'node:fs'
import { derivedId } from '@corroborate/base'
import type { Coding } from '@corroborate/testimony'
import { test as prop, fc } from '@fast-check/vitest'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { givenFileOf } from '../bytes/given-file.ts'
import type { ExchangedWork } from './exchanged-work.ts'
import { readQdpx } from './read-qdpx.ts'
import { returnedWork } from './returned-work.ts'
import { invalidBy } from './testing/schema.ts'
import { works } from './testing/works.ts'
import { writeQdc } from './write-qdc.ts'
import { writeQdpx } from './write-qdpx.ts'

const SCHEMAS = new URL('../../../shared/qdpx/xsd/', import.meta.url)
const isBeside = existsSync(SCHEMAS)
if (!isBeside) console.warn('skipped: the schemas of REFI-QDA are not beside this project (../shared/qdpx)')

const schema = (name: string) => readFileSync(new URL(`${name}-mrt2019.xsd`, SCHEMAS))

async function readBack(bytes: Uint8Array) {
  const read = await readQdpx(givenFileOf('a.qdpx', bytes), null)
  if (!read.ok) throw new Error(read.fault.sentence)
  return { ...read, returned: returnedWork(read.project) }
}

/** Codings come back text by text. */
const inOrder = (codings: readonly Coding[]) =>
  codings.toSorted((a, b) =>
    `${a.passage} ${a.code} ${a.coder}` < `${b.passage} ${b.code} ${b.coder}` ? -1 : 1,
  )

const locales = fc.constantFrom('en', 'ar')

describe('what is written', () => {
  prop.prop([works, locales], { numRuns: 60 })(
    'comes back whole: texts, passages, codes, codings, claims',
    async (work, locale) => {
      const { returned, warnings } = await readBack(writeQdpx(work, locale))
      expect(warnings.filter(({ reason }) => reason !== 'name-twice')).toEqual([])
      expect(returned?.warnings).toEqual([])
      const { sources, places, texts, passages, claims, codes, codings } = work
      const back = returned?.work
      expect(back).toEqual({ sources, places, texts, passages, claims, codes, codings: back?.codings })
      expect(inOrder(back?.codings ?? [])).toEqual(inOrder(codings))
    },
  )

  prop.prop([works, locales], { numRuns: 10 })('is the same bytes twice', (work, locale) => {
    expect(writeQdpx(work, locale)).toEqual(writeQdpx(work, locale))
  })

  prop.prop([works, locales], { numRuns: 15 })('is valid against the schemas', (work, locale) => {
    if (!isBeside) return
    const parts = unzipSync(writeQdpx(work, locale))
    expect(invalidBy(schema('Project'), strFromU8(parts['project.qde'] ?? new Uint8Array()))).toBeNull()
    const book = writeQdc(work.codes, locale)
    if (book.ok) expect(invalidBy(schema('Codebook'), book.value)).toBeNull()
    else expect(work.codes).toEqual([])
  })
})

const WORK: ExchangedWork = {
  ...{
    code: 'invented',
    title: { en: 'Invented' },
    sources: [],
    places: [],
    texts: [],
    passages: [],
    claims: [],
    codings: [],
  },
  codes: [
    {
      id: derivedId('code', 'a'),
      code: 'a',
      name: { en: 'Courts', ar: 'محاكم' },
      within: null,
      key: 'k',
      memo: 'of the field',
      mergedInto: null,
    },
  ],
}

/** The project as another program left it. */
function changed(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(writeQdpx(WORK, 'en'))
  return zipSync({
    ...parts,
    'project.qde': strToU8(change(strFromU8(parts['project.qde'] ?? new Uint8Array()))),
  })
}

describe('what another program changed', () => {
  test('a code that was renamed keeps its other language and its key', async () => {
    const { returned } = await readBack(changed((xml) => xml.replace('name="Courts"', 'name="Field courts"')))
    expect(returned?.work.codes).toMatchObject([
      { name: { en: 'Field courts', ar: 'محاكم' }, key: 'k', memo: 'of the field' },
    ])
  })

  test('a code under a new GUID is known by its name', async () => {
    const { id } = WORK.codes[0] ?? { id: '' }
    const other = '11111111-2222-3333-4444-555555555555'
    const { returned } = await readBack(
      changed((xml) => xml.replace(`<Code guid="${id}"`, `<Code guid="{${other.toUpperCase()}}"`)),
    )
    expect(returned?.work.codes).toMatchObject([{ id, name: { en: 'Courts' } }])
  })

  test('a project that was never ours has nothing of ours', async () => {
    const { returned } = await readBack(changed((xml) => xml.replaceAll('Corroborate', 'Other')))
    expect(returned).toBeNull()
  })
})

test('no code book without a code', () => {
  expect(writeQdc([], 'en')).toMatchObject({ ok: false, reason: 'no-codes' })
})
