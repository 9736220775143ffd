import { derivedId, valueOf } from '@corroborate/base'
import type { ListRequest } from '../list-request.ts'
import type { ListStudy, Verdict } from '../list-study.ts'
import { overlapOf } from '../overlap.ts'
import { diagnosisOf } from '../overlap/diagnosis.ts'

const CELLS = [
  { mask: 1, count: 120 },
  { mask: 2, count: 90 },
  { mask: 3, count: 30 },
  { mask: 4, count: 60 },
  { mask: 5, count: 20 },
  { mask: 6, count: 15 },
  { mask: 7, count: 5 },
]

const OVERLAP = valueOf(overlapOf(['A', 'B', 'C'], CELLS))

/** A question asked of three invented lists that somebody else counted. */
export function smallListRequest(more: Partial<ListRequest> = {}): ListRequest {
  return {
    id: derivedId('estimate', 'small', 'L1'),
    code: 'L1',
    question: { en: 'How many people were taken?', ar: 'كم عدد الذين أُخذوا؟' },
    unit: { en: 'people', ar: 'أشخاص' },
    overlap: {
      kind: 'table',
      lists: ['A', 'B', 'C'],
      source: { en: 'Invented for a test', ar: 'مختلق للاختبار' },
      strata: [{ name: 'all', cells: CELLS }],
    },
    rounding: { kind: 'none' },
    assumptions: [
      { code: 'one-town', words: { en: 'All lists are of one town.', ar: 'كل القوائم عن بلدة واحدة.' } },
    ],
    seed: 'small',
    ...more,
  }
}

/** A study of them with an invented verdict, for what prints and stores studies and does not make them. */
export function smallStudy(verdict: Verdict = SAYS): ListStudy {
  const answer = (min: number, max: number) =>
    ({
      ok: true,
      value: {
        method: 'independence',
        point: (min + max) / 2,
        interval: { min, max },
        level: 0.95,
        cautions: [],
      },
    }) as const
  const refused = {
    ok: false,
    reason: 'needs-three-lists',
    detail: 'Three lists are needed, found 2.',
  } as const
  const picture = { density: null, models: [], traces: [] }
  return {
    overlap: OVERLAP,
    methods: [
      { method: 'independence', answer: answer(500, 700), pictures: picture },
      { method: 'latent-class', answer: refused, pictures: picture },
    ],
    without: ['A', 'B', 'C'].map((list) => ({
      list,
      methods: [{ method: 'independence', answer: answer(450, 900) }],
    })),
    undivided: verdict,
    verdict,
    varied: [],
    supposed: [],
    missed: [],
    strata: [],
    chances: { kind: 'look-equal', deviations: 0.3 },
    settings: { replicates: 1000, effective: 400 },
    diagnosis: diagnosisOf(OVERLAP),
    assumptions: [
      { code: 'lists.closed', words: { en: 'Nobody came or left.', ar: 'لم يأت أحد ولم يغادر.' } },
    ],
    seed: 'small',
    digest: 'd'.repeat(64),
    software: 'Corroborate (test)',
  }
}

const SAYS: Verdict = {
  kind: 'interval',
  interval: { min: 480, max: 760 },
  point: 600,
  level: 0.95,
  reasons: [],
}
