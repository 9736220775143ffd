import type { ClaimId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { ListRequest, PatternRequest, Period } from '@corroborate/estimate'
import type { Linkage } from '@corroborate/report'
import { ESCORT, GATE, REGISTRY } from './cast/others.ts'
import { idOf } from './ids.ts'
import type { ListWithTruth } from './world/lists.ts'

const READING = { weeks: 'calendar', rate: 'ends' } as const

/** How many were taken, from the claims of the two guards and the clerk. */
export function howMany(claims: readonly Claim[]): PatternRequest {
  const claim = (source: string, topic: string) => claimOf(claims, source, topic)
  const period = (code: string, sizeFrom: string): Period => ({
    code,
    window: claim(ESCORT, `rhythm-${code}`),
    rate: claim(ESCORT, `rhythm-${code}`),
    size: claim(sizeFrom, `group-size-${code}`),
    reading: READING,
  })
  return {
    id: idOf('estimate', 'how-many'),
    code: 'how-many',
    question: {
      en: 'How many people were taken out of Heron House at night from March 2003 to June 2005?',
      ar: 'كم عدد من أُخرجوا من مبنى البلشون ليلًا من آذار ٢٠٠٣ إلى حزيران ٢٠٠٥؟',
    },
    unit: { en: 'people', ar: 'شخصًا' },
    periods: [period('P1', REGISTRY), period('P2', GATE), period('P3', ESCORT)],
    rounding: { kind: 'down-to', unit: 100 },
    assumptions: [
      {
        code: 'nobody-twice',
        words: { en: 'Nobody was taken twice.', ar: 'لم يؤخذ أحد مرتين.' },
      },
      {
        code: 'other-nights',
        words: {
          en: 'Nobody was taken on nights that the pattern does not cover.',
          ar: 'لم يؤخذ أحد في ليال لا يشملها النمط.',
        },
      },
      {
        code: 'feast-weeks',
        words: {
          en: 'Two weeks of feasts in the second period, in which witnesses remember silence, are counted like the others.',
          ar: 'أسبوعا العيدين في الفترة الثانية، اللذان يذكر الشهود صمتهما، محسوبان كغيرهما.',
        },
      },
    ],
    alternatives: [
      {
        code: 'mean-rate',
        words: {
          en: '“Once or twice a week” read as its mean.',
          ar: 'قُرئت عبارة «مرة أو مرتين في الأسبوع» بمتوسطها.',
        },
        reading: { weeks: 'calendar', rate: 'mean' },
      },
      {
        code: 'four-week-months',
        words: { en: 'A month read as four weeks.', ar: 'قُرئ الشهر أربعة أسابيع.' },
        reading: { weeks: 'four-per-month', rate: 'ends' },
      },
    ],
    checks: [],
  }
}

/** How many were held, asked of the four lists: they do not tell what became of whom. People are not divided: only two of the lists have a district, and two have no date. */
export function howManyByLists(lists: readonly ListWithTruth[], linkage: Linkage): ListRequest {
  return {
    id: idOf('estimate', 'from-lists'),
    code: 'from-lists',
    question: {
      en: 'How many people were held in the Prison of the Nine Lamps, by the lists of names?',
      ar: 'كم عدد من احتُجزوا في سجن القناديل التسعة، بحسب قوائم الأسماء؟',
    },
    unit: { en: 'people', ar: 'شخصًا' },
    overlap: { kind: 'linked', linkage: linkage.id, lists: lists.map(({ list }) => list.id), strata: [] },
    rounding: { kind: 'down-to', unit: 100 },
    assumptions: [
      {
        code: 'released-seldom-listed',
        words: {
          en: 'The lists do not say what became of whom. People who were released are seldom on them, so that the number is too low for these.',
          ar: 'لا تقول القوائم ما حل بمن. ومن أُفرج عنهم قلّما يكونون عليها، فالعدد أقل مما ينبغي في حقهم.',
        },
      },
      {
        code: 'news-from-families',
        words: {
          en: 'The newspaper drew on the families’ association: the two lists depend on each other.',
          ar: 'استقت الصحيفة من رابطة الأهالي: فالقائمتان مترابطتان.',
        },
      },
    ],
    seed: 'lists',
  }
}

/** The claim of a source on a topic that gives a number or a window. */
export function claimOf(claims: readonly Claim[], source: string, topic: string): ClaimId {
  const id = idOf('source', source)
  const claim = claims.find((one) => one.source === id && one.topic === topic)
  if (claim === undefined) throw new Error(`${source} says nothing on ${topic}`)
  return claim.id
}
