import { derivedId } from '@corroborate/base'
import { sliceCodePoints, type Code } from '@corroborate/testimony'
import { test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { readCsv } from '../folder/csv.ts'
import { works } from '../qdpx/testing/works.ts'
import { claimsCsv } from './claims-csv.ts'
import { webAnnotations } from './web-annotations.ts'

const DESK = { desk: 'https://desk.example.org/' }

interface Annotation {
  readonly motivation: string
  readonly body: readonly { readonly purpose: string; readonly source?: string; readonly value?: string }[]
  readonly target: Target | readonly Target[]
}
interface Target {
  readonly source: string
  readonly selector: readonly [{ readonly exact: string }, { readonly start: number; readonly end: number }]
}

prop.prop([works], { numRuns: 40 })(
  'each annotation selects the same words twice: by quotation and by code points',
  (work) => {
    const page = JSON.parse(webAnnotations(work, { locale: 'en', links: DESK })) as {
      readonly items: readonly Annotation[]
    }
    expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' })
    expect(page.items).toHaveLength(work.codings.length + work.claims.length)
    const texts = new Map(work.texts.map(({ id, content }) => [`urn:uuid:${id}`, content]))
    for (const { target } of page.items)
      for (const { source, selector } of [target].flat()) {
        const [{ exact }, { start, end }] = selector
        expect(sliceCodePoints(texts.get(source) ?? '', start, end)).toBe(exact)
      }
    expect(webAnnotations(work, { locale: 'en', links: DESK })).toBe(
      webAnnotations(work, { locale: 'en', links: DESK }),
    )
  },
)

prop.prop([works], { numRuns: 40 })(
  'one row for each claim, with a link to it, and no cell that a spreadsheet would run',
  (work) => {
    const table = readCsv(claimsCsv(work, DESK))
    if (!table.ok) throw new Error(JSON.stringify(table.faults))
    expect(table.rows.map(([link]) => link)).toEqual(
      work.claims.map(({ code }) => `https://desk.example.org/i/invented/claims/${code}`),
    )
    for (const cell of table.rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  },
)

test('without a desk a record goes by its URN, and a merged code by the one that counts', () => {
  const code = (name: string, mergedInto: Code['mergedInto']): Code => ({
    ...{
      id: derivedId('code', name),
      code: name,
      name: { en: name },
      within: null,
      key: null,
      memo: null,
      mergedInto,
    },
  })
  const [passage, text] = [derivedId('passage', 'P1'), derivedId('text', 'T1')]
  const read = JSON.parse(
    webAnnotations(
      {
        ...{ code: 'i', title: { en: 'I' }, sources: [], places: [], texts: [], claims: [] },
        passages: [
          { id: passage, code: 'P1', text, sha256: '', start: 0, end: 1, exact: 'a', prefix: '', suffix: '' },
        ],
        codes: [code('old', derivedId('code', 'new')), code('new', null)],
        codings: [
          {
            passage,
            code: derivedId('code', 'old'),
            coder: derivedId('member', 'm'),
            by: 'Amal',
            at: '2030-01-01T00:00:00Z',
            memo: null,
          },
        ],
      },
      { locale: 'ar', links: { desk: null } },
    ),
  ) as { readonly items: readonly Annotation[] }
  expect(read.items[0]?.body).toEqual([
    { type: 'TextualBody', purpose: 'tagging', value: 'new', format: 'text/plain' },
  ])
})
