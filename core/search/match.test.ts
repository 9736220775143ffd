import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { hitsIn, matchShelf, type Sought } from './match.ts'
import { writePostings } from './postings.ts'

/** Documents of few words, each a number, so that many things stand in many of them. */
const documents = fc.array(fc.array(fc.nat({ max: 4 }), { maxLength: 12 }), { minLength: 1, maxLength: 12 })
const forms = fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 2 })
const word: fc.Arbitrary<Sought> = forms.map((of) => ({ kind: 'forms', forms: of }))
const phrase: fc.Arbitrary<Sought> = fc
  .array(forms, { minLength: 1, maxLength: 3 })
  .map((of) => ({ kind: 'phrase', of }))
const near: fc.Arbitrary<Sought> = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.nat({ max: 4 }))
  .map(([of, within]) => ({ kind: 'near', of, within }))
const sought = fc.oneof(
  word,
  phrase,
  near,
  fc.array(fc.oneof(word, phrase), { minLength: 1, maxLength: 2 }).map((of): Sought => ({ kind: 'any', of })),
)

const placesIn = (of: readonly number[]) => (form: number) => [...of.keys()].filter((at) => of[at] === form)

function shelfOf(all: readonly (readonly number[])[]) {
  const forms = [...new Set(all.flat())]
  return new Map(
    forms.map((form) => {
      const having = all.flatMap((of, at) =>
        of.includes(form) ? [{ document: at, places: placesIn(of)(form) }] : [],
      )
      return [form, writePostings(having)]
    }),
  )
}

/** As a person would look: at every word, and at all that follow it. */
function standsIn(one: Sought, of: readonly number[]): boolean {
  if (one.kind === 'forms') return of.some((form) => one.forms.includes(form))
  if (one.kind === 'any') return one.of.some((each) => standsIn(each, of))
  if (one.kind === 'phrase')
    return of.some((_, at) => one.of.every((forms, i) => forms.includes(of[at + i] ?? -1)))
  return of.some((_, from) => hasDistinct(one.of, of.slice(from, from + one.within + 2)))
}

/** Whether each of them has a word of its own in the window. */
function hasDistinct([first, ...rest]: readonly Sought[], window: readonly number[]): boolean {
  if (first === undefined) return true
  return window.some(
    (form, at) =>
      standsIn(first, [form]) &&
      hasDistinct(
        rest,
        window.map((one, i) => (i === at ? -1 : one)),
      ),
  )
}

describe('a shelf', () => {
  test.prop([
    documents,
    fc.array(sought, { minLength: 1, maxLength: 3 }),
    fc.array(sought, { maxLength: 1 }),
  ])(
    'gives the documents that have all and none of what is said, as reading them one by one does',
    (all, wanted, unwanted) => {
      const found = matchShelf({ all: wanted, none: unwanted }, shelfOf(all))?.documents ?? []
      const read = [...all.keys()].filter(
        (at) =>
          wanted.every((one) => standsIn(one, all[at] ?? [])) &&
          !unwanted.some((one) => standsIn(one, all[at] ?? [])),
      )
      expect(found).toEqual(read)
    },
  )

  test('counts how often each stands in a document, in the order in which they were asked for', () => {
    const shelf = shelfOf([[1, 2, 1, 2, 3]])
    const all: readonly Sought[] = [
      { kind: 'phrase', of: [[1], [2]] },
      { kind: 'forms', forms: [3] },
    ]
    expect(matchShelf({ all, none: [] }, shelf)?.counts.map((of) => of[0])).toEqual([2, 1])
  })

  test('says which words make a hit', () => {
    const of = [5, 1, 9, 2, 1]
    expect(
      hitsIn(
        {
          kind: 'near',
          of: [
            { kind: 'forms', forms: [1] },
            { kind: 'forms', forms: [2] },
          ],
          within: 1,
        },
        placesIn(of),
      ),
    ).toEqual([{ words: [1, 3] }, { words: [3, 4] }])
  })
})
