import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { valueOf } from '@corroborate/base'
import { parseQuery, LONGEST_QUERY, MOST_ASKED } from './parse-query.ts'

const asked = (typed: string) => valueOf(parseQuery(typed))

describe('what is typed into the field of search', () => {
  test('is words, phrases, words near each other, beginnings, and what is left out', () => {
    expect(asked('guards "led out" “في السجن” "night door"~5 deten* -court')).toEqual({
      all: [
        [{ kind: 'word', form: 'guards' }],
        [{ kind: 'phrase', forms: ['led', 'out'] }],
        [{ kind: 'phrase', forms: ['في', 'السجن'] }],
        [{ kind: 'near', forms: ['night', 'door'], within: 5 }],
        [{ kind: 'beginning', form: 'deten' }],
      ],
      none: [{ kind: 'word', form: 'court' }],
    })
  })

  test('is alternatives where OR stands between, and a name where ~ stands before', () => {
    expect(asked('guard OR officer OR "the man" night').all.map((group) => group.length)).toEqual([3, 1])
    expect(asked('~"Abd al-Rahman"').all[0]).toMatchObject([
      { kind: 'name', parts: [{ part: { text: 'abdrahman' } }] },
    ])
  })

  test('passes over stop words beside others, and not within quotation marks', () => {
    expect(asked('the prison').all).toEqual([[{ kind: 'word', form: 'prison' }]])
    expect(asked('"the"').all).toEqual([[{ kind: 'phrase', forms: ['the'] }]])
  })

  test('reads a word with a hyphen as two that follow each other, a distance in either digits', () => {
    expect(asked('well-known').all).toEqual([[{ kind: 'phrase', forms: ['well', 'known'] }]])
    expect(asked('"a b"~٥').all).toEqual([[{ kind: 'near', forms: ['a', 'b'], within: 5 }]])
  })

  test.each([
    ['nothing-asked', ['', '... ~ " "', 'OR']],
    ['only-stop-words', ['the and من في']],
    ['only-without', ['-led -"out of"']],
    ['open-quote', ['"led out', '"led "out"']],
    ['no-distance', ['"led out"~0', '"led out"~', '"led out"~101', '"led out"~many']],
    ['search-too-long', ['x'.repeat(LONGEST_QUERY + 1)]],
    ['too-many-words', [Array.from({ length: MOST_ASKED + 1 }, (_, at) => `word${at}`).join(' ')]],
  ])('is refused: %s', (reason, all) => {
    for (const typed of all) expect(parseQuery(typed)).toMatchObject({ ok: false, reason })
  })

  test.prop([fc.string({ unit: 'binary', maxLength: 200 })])('never breaks it', (typed) => {
    expect(typeof parseQuery(typed).ok).toBe('boolean')
  })
})
