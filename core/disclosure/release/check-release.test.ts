import { describe, expect, test } from 'vitest'
import { LOCALES } from '@corroborate/base'
import { crossTable } from '../cells/count-table.ts'
import {
  account,
  AT,
  consent,
  CONTEXT,
  HERE,
  NOTHING,
  on,
  PEOPLE,
  person,
  TODAY,
  witness,
} from '../testing/release.ts'
import { checkRelease, type ReleaseContext } from './check-release.ts'
import { blocks, FLAG_KINDS, tallyOf, type FlagKind } from './flag.ts'
import { flagInWords, tallyInWords } from './flag-in-words.ts'
import type { Account, OutputPart, ReleaseOutput } from './release-output.ts'

const check = (output: Partial<ReleaseOutput>, context: Partial<ReleaseContext> = {}) =>
  checkRelease({ ...NOTHING, ...output }, { ...CONTEXT, ...context })
const kinds = (output: Partial<ReleaseOutput>, context: Partial<ReleaseContext> = {}) =>
  check(output, context).map(({ kind }) => kind)
const ofAccount = (more: Partial<Account>, context: Partial<ReleaseContext> = {}) =>
  kinds({ accounts: [account(more)] }, context)
const ofText = (text: string, part: OutputPart = 'text') =>
  check({ texts: [{ place: { part, at: 'x' }, text }] })

test('an output that gives nothing away has no flags', () => {
  expect(
    check({
      texts: [{ place: HERE, text: 'A former guard said that men were led out in 2013.' }],
      accounts: [account({ words: 'Men were led out.' })],
      figures: [{ place: HERE, named: 'E1', withInterval: true }],
    }),
  ).toEqual([])
})

describe('a sealed name', () => {
  test.each<[OutputPart, string]>([
    ['text', 'Then Ali Hasan came.'],
    ['text', 'ثم جاء لعلي حسن'],
    ['alternative-text', 'A chart that Aly Hassan drew'],
    ['chart', 'Abu Layth'],
    ['file-name', 'interview_Ali_Hasan_2013.csv'],
    ['annex', 'code,title\r\nW1,"ALI HASAN"\r\n'],
    ['title', 'see /people/%D8%B9%D9%84%D9%8A%20%D8%AD%D8%B3%D9%86'],
  ])('is found in a %s: %s', (part, text) => {
    const flags = ofText(text, part)
    expect(flags).toMatchObject([{ place: { part }, args: { tokens: '⟦W1⟧' } }])
    expect(flags.every(blocks)).toBe(true)
  })

  test('is found inside a file, and in its name', () => {
    const hidden = [
      { kind: 'author-or-program', at: 'docProps/core.xml, creator', words: 'Walid al-Shami' },
    ] as const
    expect(kinds({ files: [{ name: 'Ali-Hasan.docx', hidden }] })).toEqual([
      'sealed-name',
      'sealed-name',
      'hidden-in-file',
    ])
  })

  test('does not run on from one text into the next', () => {
    const texts = ['It was Ali', 'Hasan said'].map((text) => ({ place: HERE, text }))
    expect(kinds({ texts })).toEqual(['part-of-name', 'part-of-name'])
  })

  test('in part is shown and stops nothing', () => {
    expect(ofText('Hasan spoke.').map((flag) => [flag.kind, blocks(flag)])).toEqual([['part-of-name', false]])
  })

  test('that could not be opened was not looked for, and that stops it', () => {
    const unopened = { names: 2, originals: 3 }
    const flags = check({ texts: [{ place: HERE, text: 'Ali Hasan' }] }, { names: null, unopened })
    expect(flags).toMatchObject([
      { kind: 'name-not-opened', args: { count: 2 } },
      { kind: 'tokens-not-opened', args: { count: 3 } },
    ])
    expect(flags.every(blocks)).toBe(true)
  })

  test('is not looked for where nobody opened the register', () => {
    expect(kinds({ texts: [{ place: HERE, text: 'Ali Hasan' }] }, { names: null })).toEqual([])
  })
})

describe('consent', () => {
  const without = (more: Parameters<typeof consent>[1]) => ({
    consents: [...CONTEXT.consents.slice(1), consent('W1', more)],
  })
  test('missing, withdrawn or not for this stops it', () => {
    expect(ofAccount({}, { consents: CONTEXT.consents.slice(1) })).toEqual(['no-consent'])
    expect(ofAccount({}, without({ withdrawnAt: TODAY }))).toEqual(['consent-withdrawn'])
    expect(ofAccount({}, without({ allows: [] }))).toEqual(['consent-not-given'])
    expect(ofAccount({}, { recipient: 'icc' })).toEqual(['consent-not-given'])
  })

  test('to details lets tell in our words, and quotes nothing', () => {
    const details = without({ allows: [{ purpose: 'details', recipient: 'public' }] })
    expect(ofAccount({}, details)).toEqual([])
    expect(ofAccount({ words: 'Led out.' }, details)).toEqual(['consent-not-given'])
  })
})

describe('few who could be meant', () => {
  test('are four of one role, and not five', () => {
    expect(ofAccount({}, { people: PEOPLE.slice(0, 4) })).toEqual(['few-alike'])
    expect(ofAccount({}, { people: PEOPLE.slice(0, 5) })).toEqual([])
  })

  test('count who was there at that time, and nobody of whom it is not known', () => {
    const elsewhere = PEOPLE.map((one, i) =>
      i < 2 ? { ...one, stays: [{ when: null, where: AT.mill }] } : one,
    )
    expect(ofAccount({}, { people: elsewhere })).toEqual(['few-alike'])
    expect(ofAccount({ when: null }, { people: elsewhere })).toEqual([])
    expect(ofAccount({ when: on('2015') })).toEqual(['few-alike'])
  })

  test('become many when the place is told more coarsely', () => {
    const others = ['W7', 'W8', 'W9', 'W10'].map((code) =>
      person(code, { stays: [{ when: on('2013'), where: AT.region }] }),
    )
    const people = [...PEOPLE.slice(0, 2), ...others]
    expect(ofAccount({}, { people })).toEqual(['few-alike'])
    expect(ofAccount({ where: AT.region }, { people })).toEqual([])
  })

  test('and where all of them speak of one thing, it is known of each', () => {
    const people = PEOPLE.map((one) => ({ ...one, topics: ['torture'] }))
    expect(ofAccount({ topic: 'torture' }, { people })).toEqual(['one-value'])
  })

  test('is said once for a combination, however often it is told', () => {
    const accounts = [account(), account({ place: { part: 'claim', at: 'C1' } })]
    expect(check({ accounts }, { people: [] })).toMatchObject([{ kind: 'few-alike', place: HERE }])
  })
})

describe('time, place and coordinates', () => {
  test.each([
    ['2013-05-06', 'mill', true, 1],
    ['2013-05-06/2013-05-11', 'mill', true, 1],
    ['2013-05-06/2013-05-12', 'mill', true, 0],
    ['2013-05-06', 'region', true, 0],
    ['2013-05-06', 'mill', false, 0],
  ] as const)('%s at the %s, alone: %s', (edtf, place, alone, flags) => {
    expect(ofAccount({ when: on(edtf), where: AT[place], alone })).toHaveLength(flags)
  })

  test.each([
    ['at 33.6652, 36.3289', 1],
    ['at 33.6652° N, 36.3289° E', 1],
    ['عند ٣٣٫٦٦٥٢، ٣٦٫٣٢٨٩', 1],
    ['at 33°39′55″ N', 1],
    ['at 33.6, 36.3', 0],
    ['between 2.1 and 3.25 a week', 0],
  ])('%s has %i', (text, flags) => {
    expect(ofText(text)).toHaveLength(flags)
  })

  test('two numbers in data are coordinates where the data say so', () => {
    expect(ofText('min,max\r\n33.6652,36.3289\r\n', 'annex')).toEqual([])
    expect(ofText('lat,lon\r\n33.6652,36.3289\r\n', 'annex')).toHaveLength(1)
  })
})

test('a quotation is long past twenty-five words, in any script', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'قال').join(' ')
  expect(ofAccount({ words: words(25) })).toEqual([])
  expect(ofAccount({ words: words(26) })).toEqual(['long-quotation'])
})

describe('counts', () => {
  const table = (counts: readonly (readonly number[])[]) => ({
    ...{ place: { part: 'table', at: 't1' } as const, named: 'roles' },
    table: crossTable({ rows: ['guards', 'others'], columns: ['2012', '2013'], counts }),
  })
  const before = table([
    [40, 30],
    [20, 50],
  ])

  test('of few people stop it, with their cell', () => {
    const flags = check({
      tables: [
        table([
          [4, 30],
          [20, 50],
        ]),
      ],
    })
    expect(flags).toMatchObject([{ kind: 'small-cell', args: { cell: 'guards × 2012', count: 4 } }])
  })

  test('are held against earlier editions of the same table', () => {
    const now = table([
      [41, 30],
      [20, 50],
    ])
    const earlier = [{ edition: '1', tables: [before] }]
    expect(new Set(kinds({ tables: [now] }, { earlier }))).toEqual(new Set(['small-change']))
    expect(
      kinds({ tables: [now] }, { earlier: [{ edition: '1', tables: [{ ...before, named: 'other' }] }] }),
    ).toEqual([])
  })

  test('that do not add up are not judged, and stop it', () => {
    const { table: whole, ...rest } = before
    const cells = whole.cells.map((cell, i) => (i === 0 ? { ...cell, count: 41 } : cell))
    expect(kinds({ tables: [{ ...rest, table: { ...whole, cells } }] })).toEqual(['sums-differ'])
  })
})

test('what others found is told with its place', () => {
  expect(
    kinds(
      {
        figures: [{ place: HERE, named: 'E1', withInterval: false }],
        overworded: [{ place: HERE, detail: 'It says “proved”.' }],
        records: [{ place: HERE, id: witness('W1'), code: 'C1' }],
      },
      { recorded: () => false },
    ),
  ).toEqual(['worded-above-standing', 'figure-without-interval', 'not-in-ledger'])
})

test('a tally tells how many, where, and nothing of what was found', () => {
  const flags = [...ofText('Ali Hasan and Walid al-Shami', 'file-name'), ...ofText('Hasan spoke.')]
  expect(tallyOf(flags)).toEqual([
    { kind: 'sealed-name', part: 'file-name', count: 2 },
    { kind: 'part-of-name', part: 'text', count: 1 },
  ])
})

test.each(FLAG_KINDS)('%s is said in every language', (kind: FlagKind) => {
  const args = {
    ...{
      exact: 'x',
      tokens: 'x',
      detail: 'x',
      count: 3,
      least: 5,
      topic: 'x',
      cell: 'x',
      min: 1,
      max: 2,
      edition: '1',
    },
    ...{ when: '2013', decimals: 1, most: 25, named: 'E1', code: 'C1', what: 'comment', words: 'x' },
  }
  for (const locale of LOCALES) {
    const { what, where } = flagInWords(locale, { kind, place: HERE, args })
    expect(what).not.toMatch(/[{}]/)
    expect(where).toContain('s1')
    expect(tallyInWords(locale, { kind, part: 'text', count: 2 })).not.toMatch(/[{}]/)
  }
})
