import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { readDocuments, writeDocuments, FOUND_KINDS } from './documents.ts'
import { columnsOf, documentIn } from './found-columns.ts'
import { countPostings, readPostings, SHELF_SIZE, writePostings } from './postings.ts'

const places = fc
  .uniqueArray(fc.nat({ max: 5_000_000 }), { minLength: 1, maxLength: 20 })
  .map((all) => all.sort((a, b) => a - b))
const postings = fc
  .uniqueArray(fc.nat({ max: SHELF_SIZE - 1 }), { maxLength: 40 })
  .chain((documents) =>
    fc.tuple(
      ...documents.sort((a, b) => a - b).map((document) => places.map((of) => ({ document, places: of }))),
    ),
  )

test.prop([postings, fc.nat({ max: 40 })])(
  'postings read back as they were written, also joined from two',
  (all, cut) => {
    const bytes = Buffer.concat([writePostings(all.slice(0, cut)), writePostings(all.slice(cut))])
    expect([...readPostings(bytes, () => true)]).toEqual(all.map((one) => [one.document, one.places]))
    const counts = new Uint16Array(SHELF_SIZE)
    countPostings(bytes, counts)
    for (const one of all) expect(counts[one.document]).toBe(one.places.length)
  },
)

const number = fc.nat({ max: 2_000_000 })
const label = fc.option(fc.nat({ max: 300 }))
const document = fc
  .record({
    kind: fc.constantFrom(...FOUND_KINDS),
    ordinal: number,
    text: fc.option(number),
    start: number,
    length: number,
    speaker: label,
    language: label,
    words: number,
  })
  .map(({ length, ...one }) => ({ ...one, end: one.start + length }))

test.prop([fc.array(fc.option(document), { maxLength: 40 })])(
  'documents read back as they were written',
  (all) => {
    expect(readDocuments(writeDocuments(all))).toEqual(all)
  },
)

const LABELS = Array.from({ length: 301 }, (_, at) => `label ${at}`)
const BACKWARDS = LABELS.toReversed()
const shelf = fc.record({
  all: fc.array(fc.option(document), { maxLength: 40 }),
  labels: fc.constantFrom(LABELS, BACKWARDS),
})

test.prop([fc.array(shelf, { maxLength: 3 }), fc.nat({ max: 1 })])(
  'what was found on several shelves reads back from its columns, but for what was taken out',
  (shelves, odd) => {
    const chosen = ({ all }: { readonly all: readonly unknown[] }) =>
      [...all.keys()].filter((at) => at % 2 === odd)
    const columns = columnsOf(
      shelves.map(({ all, labels }) => {
        const documents = chosen({ all })
        return {
          ...{ documents: writeDocuments(all), labels },
          match: { documents, counts: [Uint16Array.from(all.keys())] },
        }
      }),
    )
    const wanted = shelves.flatMap(({ all, labels }) =>
      chosen({ all }).flatMap((at) => {
        const one = all[at] ?? null
        if (one === null) return []
        const { speaker, language, words, ...document } = one
        const label = (of: number | null) => (of === null ? null : labels[of])
        return { at, words, document: { ...document, speaker: label(speaker), language: label(language) } }
      }),
    )
    expect([...Array(columns.size).keys()].map((row) => documentIn(columns, row))).toEqual(
      wanted.map(({ document }) => document),
    )
    expect([...columns.words.subarray(0, columns.size)]).toEqual(wanted.map(({ words }) => words))
    expect([...(columns.counts[0]?.subarray(0, columns.size) ?? [])]).toEqual(wanted.map(({ at }) => at))
  },
)
