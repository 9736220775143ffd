import { derivedId, type CodeId, type MemberId, type Quantity, type Words } from '@corroborate/base'
import { BASES, type Claim } from '@corroborate/claims'
import {
  freezeText,
  makePassage,
  type Code,
  type Coding,
  type Passage,
  type Text,
} from '@corroborate/testimony'
import { fc } from '@fast-check/vitest'
import type { ExchangedWork } from '../exchanged-work.ts'

const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Invented work: texts in English and Arabic, letters of several units, what XML must escape. */
const said = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Monday ',
        'نعم ',
        '<b> & "c" ',
        '🕊',
        '\n',
        '\t',
        'e\u0301',
        'سِجْن',
        ' ]]> ',
        '=1+1',
        '\u{10900}',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join('').replaceAll(UNWRITABLE, ''))
  .filter((words) => words.length > 0)

const memo = fc.option(fc.oneof(said, fc.constant(''), fc.constant('two\r\nlines')), { nil: null })
const words: fc.Arbitrary<Words> = fc.oneof(
  said.map((en) => ({ en })),
  said.map((ar) => ({ ar })),
  fc.tuple(said, said).map(([en, ar]) => ({ en, ar })),
)
const AT = '2030-01-02T03:04:05.678Z'
const SOURCE = derivedId('source', 'W1')
const PLACE = derivedId('place', 'yard')
const coderId = (n: number): MemberId => derivedId('member', String(n))

function textOf(n: number, content: string): Text {
  const frozen = freezeText(`word ${content}`)
  return {
    ...{ id: derivedId('text', String(n)), code: `T${n}`, source: SOURCE, title: { en: `Text ${n}` } },
    ...{ language: 'ar', kind: 'transcript', translationOf: null, version: 1 },
    ...{ content: frozen.content, sha256: frozen.sha256 },
    turns: [
      {
        speaker: 'W1',
        start: 0,
        end: 4,
        direction: 'rtl',
        pieces: [{ start: 0, end: 4, from: 0, to: 900, doubt: null }],
      },
    ],
  }
}

const texts = fc.array(said, { minLength: 1, maxLength: 3 }).map((all) => all.map((one, n) => textOf(n, one)))

const quantity: fc.Arbitrary<Quantity | null> = fc.option(
  fc.record({
    ...{ min: fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e12 }), said },
    max: fc.constant(1e12),
    best: fc.option(fc.integer({ min: 0, max: 99 }), { nil: null }),
    ...{
      unit: fc.constant('people'),
      how: fc.constantFrom('counted', 'told'),
      per: fc.constantFrom('all', 'occasion'),
    },
  }),
  { nil: null },
)

function claims(passages: readonly Passage[]): fc.Arbitrary<readonly Claim[]> {
  const [first] = passages
  if (first === undefined) return fc.constant([])
  const claim = fc.record({
    ...{
      proposition: words,
      topic: said,
      quantity,
      coder: said,
      secondCoder: fc.option(said, { nil: null }),
    },
    more: fc.subarray(passages.map(({ id }) => id)),
    mode: fc.constantFrom('incident', 'pattern', 'negative'),
    basis: fc.constantFrom(...BASES),
    place: fc.constantFrom(PLACE, null),
    pattern: fc.option(
      fc.record({
        rate: fc.constantFrom(
          { kind: 'times-per', times: { min: 1, max: 2 }, per: 'week' } as const,
          { kind: 'every', days: { min: 10, max: 15 } } as const,
          null,
        ),
        ...{ said, weekdays: fc.subarray(['MO', 'WE'] as const), partOfDay: fc.option(said, { nil: null }) },
        ...{
          weekdayConfidence: fc.constantFrom('usually', null),
          size: fc.constantFrom({ min: 20, max: 50 }, null),
        },
        window: fc.constantFrom(
          { edtf: '2011-09', said: null, earliest: '2011-09-01', latest: '2011-09-30' },
          null,
        ),
        ...{ exceptions: fc.constant(null), observed: fc.constantFrom('each', 'told') },
      }),
      { nil: null },
    ),
    roles: fc.array(
      fc.record({
        part: fc.constantFrom('victim', 'commander'),
        who: words,
        register: fc.option(said, { nil: null }),
      }),
      { maxLength: 2 },
    ),
  })
  return fc.array(claim, { maxLength: 3 }).map((all) =>
    all.map(({ more, basis, ...one }, n): Claim => ({
      ...one,
      ...{ id: derivedId('claim', String(n)), code: `C${n}`, source: SOURCE, passages: [first.id, ...more] },
      when: { edtf: '2013-05?', said: 'in May', earliest: '2013-05-01', latest: null },
      basis: { kind: basis, chain: [SOURCE], vantage: null },
      ...{ certainty: 'thinks', polarity: 'affirmed', status: 'conflict' },
    })),
  )
}

const codes = fc
  .array(
    fc.record({
      name: words,
      memo,
      key: fc.constantFrom('k', null),
      up: fc.nat(),
      into: fc.option(fc.nat(), { nil: null }),
    }),
    { maxLength: 6 },
  )
  .map((all) => {
    const id = (n: number): CodeId => derivedId('code', String(n))
    return all.map(({ up, into, ...code }, n): Code => ({
      ...code,
      ...{ id: id(n), code: `code-${n}`, within: n === 0 || up % 3 === 0 ? null : id(up % n) },
      mergedInto: n === 0 || into === null ? null : id(into % n),
    }))
  })

/** Everything that is exchanged. */
export const works: fc.Arbitrary<ExchangedWork> = fc
  .tuple(texts, codes, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 5 }))
  .chain(([texts, codes, stretches]) => {
    const passages = stretches.flatMap(([which, a, b], n) => {
      const text = texts[which % texts.length] ?? texts[0]
      if (text === undefined) return []
      const length = Array.from(text.content).length
      const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y)
      const made = makePassage(text, { start, end }, { id: derivedId('passage', String(n)), code: `P${n}` })
      return made.ok ? [made.value] : []
    })
    const codings = fc
      .uniqueArray(
        fc.record({
          of: fc.nat(),
          code: fc.nat(),
          who: fc.nat({ max: 2 }),
          by: fc.constantFrom('A. & B.', 'Amal'),
          memo,
        }),
        {
          ...{ maxLength: passages.length === 0 || codes.length === 0 ? 0 : 6 },
          selector: ({ of, code, who }) => `${of % passages.length} ${code % codes.length} ${who}`,
        },
      )
      .map((all) =>
        all.flatMap(({ of, code, who, by, memo }): readonly Coding[] => {
          const [passage, given] = [passages[of % passages.length], codes[code % codes.length]]
          if (passage === undefined || given === undefined) return []
          return [{ passage: passage.id, code: given.id, coder: coderId(who), by, at: AT, memo }]
        }),
      )
    return fc.tuple(codings, claims(passages)).map(([codings, claims]): ExchangedWork => ({
      ...{ code: 'invented', title: { en: 'Invented & “quoted”' }, sources: [], places: [] },
      ...{ texts, passages, claims, codes, codings },
    }))
  })
