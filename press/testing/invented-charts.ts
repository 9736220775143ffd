import { diceFrom, type Locale } from '@corroborate/base'
import type {
  DensityWithInterval,
  MethodsDots,
  ModelDots,
  RankHistogram,
  Simulations,
  Sobol,
  Tornado,
  Traces,
  UpSet,
} from '../charts/of-estimates.ts'

/** Invented numbers, of the size and shape of those that the charts are for. No table and no country is meant. */
type Both = Readonly<Record<Locale, string>>

function bell(middle: number, width: number, tall: number) {
  return (people: number) => (tall * Math.exp(-(((people - middle) / width) ** 2) / 2)) / width
}

function pointsOf(from: number, to: number, density: (people: number) => number) {
  return Array.from({ length: 81 }, (_, at) => {
    const people = from + ((to - from) * at) / 80
    return { people, density: density(people) }
  })
}

const TITLE: Both = { en: 'How many people were taken?', ar: 'كم شخصًا أُخذوا؟' }
const LISTS: readonly Both[] = [
  { en: 'Families’ association', ar: 'رابطة العائلات' },
  { en: 'Hospital register', ar: 'سجل المستشفى' },
  { en: 'Commission of inquiry, first and second report', ar: 'لجنة التحقيق، التقريران الأول والثاني' },
  { en: 'Newspaper notices', ar: 'إعلانات الصحف' },
  { en: 'Cemetery books', ar: 'دفاتر المقبرة' },
]

export function inventedDensity(locale: Locale): DensityWithInterval {
  const [one, two] = [bell(9300, 1500, 0.8), bell(16_500, 1800, 0.2)]
  return {
    code: 'D1',
    title: TITLE[locale],
    curve: { kind: 'points', points: pointsOf(3000, 24_000, (people) => one(people) + two(people)) },
    intervals: [
      { level: 0.8, range: { min: 7900, max: 15_400 } },
      { level: 0.95, range: { min: 6800, max: 18_700 } },
    ],
    point: 9806,
    observed: 4123,
    other: {
      name: { en: 'with the complete graph', ar: 'مع الرسم البياني التام' }[locale],
      curve: { kind: 'points', points: pointsOf(3000, 24_000, bell(11_500, 3600, 1)) },
    },
    apart: { name: { en: 'the complete graph', ar: 'الرسم البياني التام' }[locale], weight: 0.124 },
    modes: [9300, 16_500],
  }
}

/** From 2,744 known people to 200,000: too wide for an axis of equal steps. */
export function inventedWideDensity(locale: Locale): DensityWithInterval {
  const edges = Array.from({ length: 41 }, (_, at) => 2744 * (200_000 / 2744) ** (at / 40))
  const weights = edges.slice(1).map((_, at) => Math.exp(-(((at - 14) / 7) ** 2) / 2))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return {
    code: 'D2',
    title: TITLE[locale],
    curve: {
      kind: 'bins',
      bins: weights.map((weight, at) => ({
        ...{ from: edges[at] ?? 0, to: edges[at + 1] ?? 0 },
        share: weight / sum,
      })),
    },
    intervals: [{ level: 0.95, range: { min: 3100, max: 63_000 } }],
    point: 12_341,
    observed: 2744,
    other: null,
    apart: null,
    modes: [],
  }
}

export function inventedModels(locale: Locale): ModelDots {
  const named = ['[12][3][4]', '[12][13][4]', '[123][4]', '[12][34]', '[124][3]', '[13][24]', '[1][2][3][4]']
  const names = [...named, ...Array.from({ length: 9 }, (_, at) => `[1${at + 2}][234]`)]
  const weight = (at: number) => 0.42 * 0.58 ** at
  return {
    code: 'M1',
    title: TITLE[locale],
    models: names.map((name, at) => {
      const estimate = 9800 + ((at * 1737) % 5200) - 1400
      const interval = { min: estimate - 1900 - at * 60, max: estimate + 2800 + at * 90 }
      return { name, weight: at === 15 ? 0 : weight(at), estimate, interval: at === 3 ? null : interval }
    }),
    average: { estimate: 9912, interval: { min: 7015, max: 14_880 } },
  }
}

export function inventedMethods(locale: Locale): MethodsDots {
  const words = (en: string, ar: string) => ({ en, ar })[locale]
  return {
    code: 'S1',
    title: TITLE[locale],
    observed: 4123,
    recommended: { min: 7015, max: 14_880 },
    methods: [
      {
        name: words('Bayesian average over decomposable graphs', 'متوسط بايزي على الرسوم القابلة للتفكيك'),
        answer: { kind: 'estimate', point: 9912, interval: { min: 7015, max: 14_880 } },
      },
      {
        name: words('Log-linear, by BIC', 'خطي لوغاريتمي بمعيار BIC'),
        answer: { kind: 'estimate', point: 9107, interval: { min: 7800, max: 10_950 } },
      },
      {
        name: words('Latent classes', 'الفئات الكامنة'),
        answer: {
          kind: 'cannot-say',
          reason: words(
            'Four chains of ten stay in another mode, three times higher.',
            'أربع سلاسل من عشر تبقى في منوال آخر أعلى بثلاثة أضعاف.',
          ),
        },
      },
      { name: words('Chao’s lower bound', 'الحد الأدنى لتشاو'), answer: { kind: 'at-least', least: 6210 } },
      {
        name: words('Independence', 'الاستقلال'),
        answer: { kind: 'estimate', point: 6890, interval: null },
      },
    ],
    without: LISTS.slice(0, 3).map((list, at) => ({
      name: list[locale],
      answer: {
        ...{ kind: 'estimate', point: 8800 + at * 1700 },
        interval: { min: 6400 + at * 500, max: 13_000 + at * 4100 },
      },
    })),
  }
}

export function inventedTornado(locale: Locale): Tornado {
  const words = (en: string, ar: string) => ({ en, ar })[locale]
  return {
    code: 'T1',
    title: TITLE[locale],
    base: 4150,
    inputs: [
      {
        name: words('How often, 2012', 'كم مرة، ٢٠١٢'),
        low: { input: words('once a week', 'مرة في الأسبوع'), result: 4010 },
        high: { input: words('twice a week', 'مرتان في الأسبوع'), result: 4390 },
      },
      {
        name: words('People each time, 2013 to 2014', 'الأشخاص في كل مرة، من ٢٠١٣ إلى ٢٠١٤'),
        low: { input: words('20 people', '٢٠ شخصًا'), result: 3360 },
        high: { input: words('30 people', '٣٠ شخصًا'), result: 5040 },
      },
      {
        name: words('Months without transfers', 'الأشهر بلا نقل'),
        low: { input: words('none', 'لا شيء'), result: 4290 },
        high: { input: words('four months', 'أربعة أشهر'), result: 3790 },
      },
    ],
  }
}

export function inventedUpSet(locale: Locale, lists = 5): UpSet {
  const dice = diceFrom('an invented overlap')
  const cells = Array.from({ length: lists > 5 ? 70 : 31 }, (_, at) => ({
    mask: lists > 5 ? 1 + Math.floor(dice.next() * (2 ** lists - 1)) : at + 1,
    count: Math.floor(1840 * 0.83 ** at * (0.6 + 0.8 * dice.next())),
  })).filter((cell, at, all) => all.findIndex(({ mask }) => mask === cell.mask) === at)
  return {
    code: `U${lists}`,
    title: TITLE[locale],
    lists: Array.from({ length: lists }, (_, at) => ({
      name: LISTS[at]?.[locale] ?? `${LISTS[at % 5]?.[locale] ?? ''} ${at + 1}`,
      size: cells.filter(({ mask }) => (mask >> at) & 1).reduce((sum, { count }) => sum + count, 0),
    })),
    cells,
  }
}

export function inventedTraces(locale: Locale): Traces {
  const chain = (number: number, level: number) => {
    const dice = diceFrom(`an invented chain ${number}`)
    let now = level
    return Array.from({ length: 1000 }, () => {
      now += 0.12 * (level - now) + (dice.next() - 0.5) * level * 0.18
      return now
    })
  }
  return {
    code: 'C1',
    title: TITLE[locale],
    chains: [chain(1, 11_800), chain(2, 12_400), chain(3, 22_900), chain(4, 12_100)],
    rHat: 1.8342,
    effectiveSize: 61.4,
  }
}

export function inventedRanks(locale: Locale): RankHistogram {
  const dice = diceFrom('invented ranks')
  return {
    code: 'R1',
    title: { en: 'Is the method calibrated?', ar: 'هل الطريقة معايَرة؟' }[locale],
    counts: [78, ...Array.from({ length: 19 }, () => 40 + Math.floor(dice.next() * 20))],
    highestRank: 199,
    expected: { mean: 50, band: { min: 33, max: 68 }, level: 0.99 },
  }
}

export function inventedSimulations(locale: Locale): Simulations {
  const words = (en: string, ar: string) => ({ en, ar })[locale]
  return {
    code: 'I1',
    title: TITLE[locale],
    level: 0.95,
    bounds: { min: 2608, max: 7042 },
    published: { min: 3000, max: 5000 },
    assumptions: [
      {
        name: words('One size for the whole period', 'عدد واحد للفترة كلها'),
        ...{ median: 4290, interval: { min: 2950, max: 6580 } },
      },
      {
        name: words('Sizes of one period correlated (0.5)', 'أعداد الفترة الواحدة مترابطة (٠٫٥)'),
        ...{ median: 4260, interval: { min: 3310, max: 5420 } },
      },
      {
        name: words('A size of its own for each occasion', 'عدد مستقل لكل مرة'),
        ...{ median: 4250, interval: { min: 4050, max: 4460 } },
      },
    ],
  }
}

export function inventedSobol(locale: Locale): Sobol {
  const words = (en: string, ar: string) => ({ en, ar })[locale]
  const around = (index: number, error: number) => ({
    index,
    interval: { min: index - error, max: index + error },
  })
  return {
    code: 'B1',
    title: { en: 'Where does the doubt come from?', ar: 'من أين يأتي الشك؟' }[locale],
    inputs: [
      {
        name: words('How often, 2012', 'كم مرة، ٢٠١٢'),
        ...{ first: around(0.004, 0.021), total: around(0.013, 0.018) },
      },
      {
        name: words('People each time, 2013 to 2014', 'الأشخاص في كل مرة، من ٢٠١٣ إلى ٢٠١٤'),
        ...{ first: around(0.612, 0.031), total: around(0.664, 0.028) },
      },
      {
        name: words('How often, 2013 to 2014', 'كم مرة، من ٢٠١٣ إلى ٢٠١٤'),
        ...{ first: around(0.319, 0.029), total: around(0.371, 0.026) },
      },
    ],
  }
}
