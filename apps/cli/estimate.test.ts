import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { smallStudy } from '../../core/estimate/lists/testing/small-study.ts'
import { studyInWords } from './say-estimate.ts'
import { corroborate } from './testing/run.ts'

vi.setConfig({ testTimeout: 120_000 })
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corroborate-estimate-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function estimated(name: string, content: string | Uint8Array, ...more: readonly string[]) {
  const file = join(folder, name)
  await writeFile(file, content)
  return corroborate(['estimate', file, ...more])
}

/** Invented. */
const OVERLAPS = 'A,B,C,count\n1,0,0,12\n0,1,0,9\n1,1,0,7\n0,0,1,6\n'
const PATTERN = `question: { en: How many were taken?, ar: كم عدد الذين أُخذوا؟ }
unit: { en: people }
periods:
  - code: P1
    window: { is: 2012-01-02/2012-01-29, source: A guard }
    rate: { is: { min: 1, max: 2, per: week }, source: A guard }
    size: { is: { min: 20, max: 50 }, source: A clerk }
    reading: { weeks: calendar, rate: ends }
rounding: none
assumptions:
  - { code: closed, words: { en: Nobody was taken twice. } }
`

const STUDIED = PATTERN.replace(
  'source: A clerk }',
  'source: A clerk, others: [{ is: { min: 30, max: 60 }, source: A driver }] }',
).concat(`thresholds: [{ side: over, people: 300 }]
projections: [{ code: on, period: P1, until: 2012-02-29, assumptions: [{ code: heard, words: { en: Said so. } }] }]
`)
const SIMULATION = `simulation:
  draws: 20000
  seed: 5
  occasions: as-reckoned
  correlation: { within-period: 0.3, between-periods: 0.3 }
  spreads: { rate: { along: rate, shape: uniform }, size: uniform }
`

describe('estimate', () => {
  test('shows who is on which lists and what the table warns of, before any method', async () => {
    const { code, out, err } = await estimated('overlaps.csv', OVERLAPS, '--quick')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('34 people on the lists, 7 of them on two or more.')
    expect(out).toContain('A and B: 7 on both, 12 on A only, 9 on B only')
    expect(out).toContain('Nobody on C (6 people) is on another list.')
    expect(out).toContain('The lists fall into 2 groups that share nobody: A+B | C.')
  })

  test('speaks Arabic, with its digits and its plurals', async () => {
    const { out } = await estimated('arabic.csv', OVERLAPS, '--quick', '--locale', 'ar')
    expect(out).toContain('على القوائم ٣٤ شخصاً، منهم على قائمتين أو أكثر: ٧.')
    expect(out).toContain('لا أحد ممن على C (٦ أشخاص) على قائمة أخرى.')
  })

  test('cannot say anything of a table on which nobody was observed, and says so', async () => {
    const given = 'A,B,count\n1,0,0\n0,1,0\n'
    expect(await estimated('zeros.csv', given)).toMatchObject({
      ...{ code: 0, err: '' },
      out: 'Cannot say: Nobody is on any of the lists: every count is 0.\n',
    })
    const { out } = await estimated('zeros.csv', given, '--json')
    expect(JSON.parse(out)).toMatchObject({ ok: false, cannotSay: true, reason: 'nobody-observed' })
  })

  test('answers patterns by arithmetic, with the source of each number', async () => {
    const { code, out } = await estimated('pattern.yaml', PATTERN)
    expect(code).toBe(0)
    expect(out).toContain('How many were taken?\n  80 to 400\n')
    expect(out).toMatch(/On each occasion: .* = 20 to 50 {2}\[A clerk\]/)
    const { out: json } = await estimated('pattern.yml', PATTERN, '--json')
    expect(JSON.parse(json)).toMatchObject({ ok: true, estimate: { interval: { min: 80, max: 400 } } })
  })

  test('lays the four ways of drawing beside what the arithmetic allows, the widest first, and says what it took by itself', async () => {
    const { code, out, err } = await estimated('drawn.yaml', STUDIED, '--quick', '--seed', '7')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const at = [
      'What the arithmetic allows, whatever holds: 80 to 400',
      'Every size at the same place of its range: 95 % of the draws lie from',
      'One size for a whole period: 95 %',
      'Sizes that partly go together: 95 %',
      'A size of its own for each occasion: 95 %',
      'P1, how many each time, 20 to 50 people [A clerk]: ',
      'together with others',
      'To be over 300, one would have to believe that every claim stands above',
      'Without A clerk the range is 120 to 480.',
      'All that any of them says: 20 to 60, which gives 80 to 480 people',
      'Hypothetical: had the pattern of period P1 gone on from 2012-01-30 to 2012-02-29',
      'The file does not say how values are drawn. Taken: 10,000 draws',
      'The same file and the seed 7 give the same numbers',
    ].map((sentence) => out.indexOf(sentence))
    expect(at).not.toContain(-1)
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    const { out: json } = await estimated('drawn.yaml', STUDIED, '--quick', '--seed', '7', '--json')
    expect(JSON.parse(json)).toMatchObject({
      ok: true,
      study: {
        seed: 7,
        readings: [{ simulation: { draws: 10_000 } }],
        projections: [{ hypothetical: true }],
      },
    })
  })

  test('the file says how often to draw; a quick look draws less and says so', async () => {
    const file = `${PATTERN}${SIMULATION}`
    const whole = (await estimated('said.yaml', file)).out
    expect(whole).toContain('20,000 draws, in four ways')
    expect(whole).toContain('the seed 5 give')
    expect(whole).not.toContain('The file does not say')
    const quick = (await estimated('said.yaml', file, '--quick')).out
    expect(quick).toContain('For a first look: 10,000 draws in place of 20,000.')
  })

  test.each([
    [
      'late.yaml',
      STUDIED.replace('until: 2012-02-29', 'until: 2012-01-15'),
      [],
      'late.yaml: Projection on ends on 2012-01-15',
    ],
    [
      'mode.yaml',
      `${PATTERN}${SIMULATION.replace('size: uniform', 'size: { pert: 90 }')}`,
      [],
      'mode.yaml: Period P1, size claim P1.size: ',
    ],
    [
      'seed.yaml',
      PATTERN,
      ['--seed', 'abc'],
      '--seed takes a whole number for a file of patterns, found "abc"',
    ],
  ])('refuses %s, which asks for what cannot be', async (name, content, more, sentence) => {
    const { code, out, err } = await estimated(name, content, ...more)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })

  test('where there is too much to draw, the arithmetic stands alone and says why', async () => {
    const often = PATTERN.replace('per: week', 'per: day')
      .replace('max: 2', 'max: 100000')
      .replace('2012-01-29', '2022-01-29')
    const { code, out } = await estimated('often.yaml', often)
    expect(code).toBe(0)
    expect(out).toContain(
      'Nothing could be drawn: Period P1, rate claim P1.rate: more than 100000000 occasions are not simulated.',
    )
  })

  test.each([
    [
      'wrong.csv',
      'A,B,count\n1,1,-3\n',
      'wrong.csv, line 2, count: expected a whole number from 0 to 100000000, found “-3”.',
    ],
    ['bytes.csv', Uint8Array.of(0x41, 0x2c, 0xff), 'expected UTF-8 text, found bytes that are not'],
    ['notes.txt', 'x', 'expected a name that ends in .csv, .yaml, .yml or .json'],
    [
      'back.yaml',
      PATTERN.replace('2012-01-02/2012-01-29', '2012-02/2012-01'),
      'back.yaml, line 5, periods[0].window.is: expected a time',
    ],
  ])('refuses %s with the place', async (name, content, sentence) => {
    const { code, out, err } = await estimated(name, content)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })

  test('refuses a file that is not there, and a language that it does not speak', async () => {
    expect((await corroborate(['estimate', join(folder, 'none.csv')])).err).toContain(
      'found none that can be read',
    )
    expect(await corroborate(['estimate', 'x.csv', '--locale', 'fr'])).toMatchObject({ code: 2 })
  })
})

describe('a study in words', () => {
  test('begins with the verdict and lays all methods side by side', () => {
    const lines = studyInWords('en', smallStudy())
    expect(lines[0]).toBe('480 to 760 people, those on the lists among them.')
    expect(lines).toContain('  Independent lists: 500 to 700 (600)')
    expect(lines).toContain('  Latent classes: Cannot say: Three lists are needed, found 2.')
    expect(lines).toContain('  Without list C: Independent lists: 450 to 900 (675)')
  })

  test('says "at least" and "cannot say" as results, with their reasons', () => {
    const reasons = [{ code: 'list-with-nobody', args: { list: 'C' } }] as const
    const least = studyInWords('en', smallStudy({ kind: 'at-least', least: 480, interval: null, reasons }))
    expect(least.slice(0, 2)).toEqual([
      'At least 480 people. The lists carry no upper end: how many in all cannot be said.',
      '  C holds nobody here.',
    ])
    const none = studyInWords('ar', smallStudy({ kind: 'cannot-say', reasons }))
    expect(none.slice(0, 2)).toEqual([
      'لا تستطيع القوائم أن تقول كم عددهم. هذه نتيجة وليست إخفاقًا، وأسبابها أدناه.',
      '  لا أحد هنا على C.',
    ])
  })

  test('says how far the methods reach where the lists carry a least number only', () => {
    const reasons = [{ code: 'list-with-nobody', args: { list: 'C' } }] as const
    const interval = { min: 480, max: 900 }
    expect(studyInWords('en', smallStudy({ kind: 'at-least', least: 480, interval, reasons }))[1]).toBe(
      'Under assumptions that the lists cannot show, the two methods that the verdict rests on reach 480 to 900; that is not an answer.',
    )
  })

  test('shows strata, other priors, what no count can show and missed matches, each in a line', () => {
    const small = smallStudy()
    const lines = studyInWords('en', {
      ...small,
      strata: [{ name: 'north', overlap: small.overlap, methods: [], verdict: small.verdict }],
      varied: [
        {
          method: 'decomposable-graphs',
          setting: { code: 'cell', args: { value: 0.5 } },
          point: 612.4,
          interval: { min: 500, max: 800 },
        },
      ],
      supposed: [
        { lists: ['A', 'B'], ratio: 0.5, people: 550 },
        { lists: ['A', 'B'], ratio: 2, people: 790 },
      ],
      missed: [{ share: 0.05, observed: 470.2, point: null, answered: 0, goes: 3 }],
    })
    expect(lines).toContain('  north: 480 to 760 people, those on the lists among them.')
    expect(lines).toContain(
      '  Decomposable graphs, averaged, 0.5 prior people in each cell: 500 to 800 (612)',
    )
    expect(lines).toContain('  A + B: 550 at 0.5, 790 at 2')
    expect(lines.find((line) => line.includes('of the matches missed'))).toContain('with 470 on the lists')
  })
})
