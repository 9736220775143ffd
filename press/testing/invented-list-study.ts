import { diceFrom, valueOf } from '@corroborate/base'
import {
  diagnosisOf,
  overlapOf,
  type Answered,
  type ListStudy,
  type PopulationAnswer,
} from '@corroborate/estimate'

/** Four invented lists, every method's answer and the pictures of two of them. No method was run: it is for what prints studies. */
export function inventedListStudy(more: Partial<ListStudy> = {}): ListStudy {
  const lists = ['Families', 'Hospital', 'Commission', 'Press']
  const counts = [412, 268, 61, 195, 48, 33, 12, 104, 25, 19, 7, 17, 6, 5, 2]
  const overlap = valueOf(
    overlapOf(
      lists,
      counts.map((count, at) => ({ mask: at + 1, count })),
    ),
  )
  return {
    ...{ overlap, diagnosis: diagnosisOf(overlap), chances: { kind: 'unequal', deviations: 2.31 } },
    methods: [
      graphs(),
      classes(),
      { method: 'independence', answer: says('independence', 2310, [2190, 2450]), pictures: NONE },
      { method: 'chao-lower-bound', answer: says('chao-lower-bound', 2490, [2310, 2730]), pictures: NONE },
      {
        method: 'heterogeneity',
        answer: { ok: false, reason: 'not-identified', detail: 'The counts determine no tail.' },
        pictures: NONE,
      },
    ],
    without: lists.map((list, at) => ({
      list,
      methods: [
        {
          method: 'decomposable-graphs',
          answer: says('decomposable-graphs', 2600 + at * 240, [2100, 3300 + at * 400]),
        },
      ],
    })),
    varied: [
      {
        method: 'latent-class',
        setting: { code: 'classes', args: { value: 20 } },
        point: 3180,
        interval: { min: 2480, max: 4900 },
      },
    ],
    supposed: [{ lists: ['Families', 'Hospital'], ratio: 2, people: 3350 }],
    ...{ missed: [], strata: [] },
    undivided: ATLEAST,
    verdict: ATLEAST,
    assumptions: [
      { code: 'lists.closed', words: { en: 'Nobody came or left.', ar: 'لم يأت أحد ولم يغادر.' } },
    ],
    settings: { replicates: 1000, effective: 400 },
    ...{ seed: 'an invented study', digest: 'e'.repeat(64), software: 'Corroborate (invented)' },
    ...more,
  }
}

const NONE = { density: null, models: [], traces: [] } as const

const ATLEAST: ListStudy['verdict'] = {
  ...{ kind: 'at-least', least: 2365, interval: { min: 2365, max: 4720 } },
  reasons: [{ code: 'chances-unequal', args: { deviations: 2.3 } }],
}

function says(
  method: PopulationAnswer['method'],
  point: number,
  [min, max]: readonly [number, number],
): Answered<PopulationAnswer> {
  return { ok: true, value: { method, point, interval: { min, max }, level: 0.95, cautions: [] } }
}

function graphs(): ListStudy['methods'][number] {
  return {
    method: 'decomposable-graphs',
    answer: says('decomposable-graphs', 2740, [2365, 3420]),
    pictures: {
      density: { from: 2200, width: 20, shares: bell(80, 27, 11), modes: 1 },
      models: ['[12][3][4]', '[12][34]', '[123][4]'].map((name, at) => ({
        ...{ name, weight: 0.55 * 0.5 ** at, point: 2700 + at * 130 },
        interval: { min: 2380 + at * 40, max: 3350 + at * 160 },
      })),
      traces: [],
    },
  }
}

function classes(): ListStudy['methods'][number] {
  const chain = (name: number, level: number) => {
    const dice = diceFrom(`invented chain ${name}`)
    return Array.from({ length: 200 }, () => level + (dice.next() - 0.5) * 700)
  }
  const shares = bell(80, 22, 7).map((share, at) => share * 0.7 + (bell(80, 58, 6)[at] ?? 0) * 0.3)
  return {
    method: 'latent-class',
    answer: says('latent-class', 3105, [2470, 4720]),
    pictures: {
      density: { from: 2300, width: 35, shares, modes: 2 },
      models: [],
      traces: [1, 2, 3, 4].map((name) => ({
        draws: chain(name, name === 3 ? 4200 : 3050),
        median: name === 3 ? 4200 : 3050,
      })),
    },
  }
}

function bell(bins: number, middle: number, spread: number): readonly number[] {
  const heights = Array.from({ length: bins }, (_, at) => Math.exp(-(((at - middle) / spread) ** 2) / 2))
  const sum = heights.reduce((total, height) => total + height, 0)
  return heights.map((height) => height / sum)
}
