import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { readDocuments, readDocumentsAt, writeDocuments, FOUND_KINDS } from './documents.ts'
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

test.prop([fc.array(fc.option(document))])('documents read back as they were written, all or some', (all) => {
  const bytes = writeDocuments(all)
  expect(readDocuments(bytes)).toEqual(all)
  const odd = [...all.keys()].filter((at) => at % 2 === 1)
  expect(readDocumentsAt(bytes, odd)).toEqual(odd.map((at) => all[at]))
})
