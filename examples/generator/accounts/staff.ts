import type { Range } from '@corroborate/base'
import { ESCORT, GATE, LIAR, REGISTRY } from '../cast/others.ts'
import type { Witness } from '../cast/witness.ts'
import { monthInWords } from '../world/calendar.ts'
import { menBetween } from '../world/numbers.ts'
import { PERIODS, type TruePeriod } from '../world/periods.ts'
import { asserted, role, type Assertion, type Both } from './assertion.ts'
import { liarSays } from './liar.ts'
import { DAYS_SAID, RHYTHMS } from './rhythm.ts'

/** What the guards and officials say; the last of them lies in everything that matters. */
export function staffSays(witness: Witness): readonly Assertion[] {
  switch (witness.code) {
    case ESCORT:
      return escortSays(witness)
    case GATE:
      return gateSays(witness)
    case REGISTRY:
      return registrySays(witness)
    case LIAR:
      return liarSays()
    default:
      return []
  }
}

const POSTS: Readonly<Record<string, { readonly post: Both; readonly from: string; readonly to: string }>> = {
  [ESCORT]: {
    post: { en: 'a guard on the stairs of Heron House', ar: 'حارسًا على درج مبنى البلشون' },
    from: '2003-02',
    to: '2005-09',
  },
  [GATE]: { post: { en: 'a guard at the gate', ar: 'حارسًا عند البوابة' }, from: '2003-09', to: '2005-06' },
  [REGISTRY]: {
    post: { en: 'a clerk in the registry room', ar: 'كاتبًا في غرفة السجلات' },
    from: '2003-01',
    to: '2005-12',
  },
}

function service({ code, language }: Witness): readonly Assertion[] {
  const found = POSTS[code]
  if (found === undefined) return []
  const { post, from, to } = found
  const [start, end] = [monthInWords(from), monthInWords(to)]
  return [
    asserted(
      {
        phrase: 'staff/service',
        topic: `service-${code}`,
        mode: 'state',
        basis: 'took-part',
        proposition: {
          en: `The witness served at the Nine Lamps as ${post.en} from ${start.en} to ${end.en}.`,
          ar: `خدم الشاهد في القناديل التسعة ${post.ar} من ${start.ar} إلى ${end.ar}.`,
        },
      },
      {
        slots: { post: post[language], from: start[language], to: end[language] },
        when: `${from}/${to}`,
        place: 'nine-lamps',
      },
    ),
  ]
}

const GROUPS: Both = {
  en: 'Groups of prisoners were taken out of Heron House at night.',
  ar: 'كانت مجموعات من السجناء تُخرج من مبنى البلشون ليلًا.',
}
const AT_NIGHT = {
  rate: null,
  weekdays: [],
  weekdayConfidence: null,
  partOfDay: 'night',
  window: null,
  size: null,
  exceptions: null,
  observed: 'most',
} as const
const WHO = role('victim', { en: 'prisoners of Heron House', ar: 'سجناء مبنى البلشون' })

interface How {
  readonly basis: 'took-part' | 'saw' | 'document'
  readonly how: 'counted' | 'estimated' | 'told'
}

const SIZES: Readonly<Record<TruePeriod['code'], Both>> = {
  P1: { en: 'until September 2003', ar: 'حتى أيلول ٢٠٠٣' },
  P2: { en: 'from October 2003 to June 2004', ar: 'من تشرين الأول ٢٠٠٣ إلى حزيران ٢٠٠٤' },
  P3: { en: 'from July 2004 to June 2005', ar: 'من تموز ٢٠٠٤ إلى حزيران ٢٠٠٥' },
}

const SIZE_PHRASES = { P1: 'staff/size.p1', P2: 'staff/size.p2', P3: 'staff/size.p3' } as const
const RATE_PHRASES = { P1: 'staff/rate.p1', P2: 'staff/rate.p2', P3: 'staff/rate.p3' } as const

function groupSize(
  witness: Witness,
  period: TruePeriod,
  { basis, how }: How,
  size: Range = period.size,
): Assertion {
  const men = (language: 'en' | 'ar') => menBetween(language, size, 'words')
  const wrong = size.min !== period.size.min || size.max !== period.size.max
  return asserted(
    {
      phrase: SIZE_PHRASES[period.code],
      topic: `group-size-${period.code}`,
      mode: 'pattern',
      basis,
      proposition: {
        en: `A group was ${men('en')}, ${SIZES[period.code].en}.`,
        ar: `كانت المجموعة ${men('ar')}، ${SIZES[period.code].ar}.`,
      },
    },
    {
      slots: { men: menBetween(witness.language, size, witness.numbers) },
      when: `${period.first.slice(0, 7)}/${period.last.slice(0, 7)}`,
      place: 'heron-house',
      count: { size, how, per: 'occasion' },
      roles: [WHO],
      error: wrong
        ? { kind: 'size-misremembered', truth: `groups of ${period.size.min} to ${period.size.max}` }
        : null,
    },
  )
}

function groupRate(witness: Witness, period: TruePeriod, basis: How['basis']): Assertion {
  return asserted(
    {
      phrase: RATE_PHRASES[period.code],
      topic: `rhythm-${period.code}`,
      mode: 'pattern',
      basis,
      proposition: RHYTHMS[period.code],
    },
    {
      slots: { days: DAYS_SAID[witness.language] },
      place: 'heron-house',
      roles: [WHO],
      pattern: {
        ...AT_NIGHT,
        rate: period.rate,
        weekdays: period.weekdays,
        weekdayConfidence: period.weekdays.length === 0 ? null : 'usually',
        window: `${period.first.slice(0, 7)}/${period.last.slice(0, 7)}`,
        observed: 'each',
      },
    },
  )
}

function escortSays(witness: Witness): readonly Assertion[] {
  const how = { basis: 'took-part', how: 'counted' } as const
  return [
    ...service(witness),
    asserted(
      {
        phrase: 'staff/escort',
        topic: 'night-removals',
        mode: 'pattern',
        basis: 'took-part',
        proposition: GROUPS,
      },
      { when: '2003-03/2005-06', place: 'heron-house', pattern: AT_NIGHT, roles: [WHO] },
    ),
    asserted(
      {
        phrase: 'staff/guard.lights',
        topic: 'lamps-put-out',
        mode: 'pattern',
        basis: 'took-part',
        proposition: {
          en: 'The corridor lamps were put out before the groups were taken.',
          ar: 'كانت مصابيح الممرات تُطفأ قبل إخراج المجموعات.',
        },
      },
      { place: 'heron-house' },
    ),
    asserted(
      {
        phrase: 'staff/guard.transfer',
        topic: 'told-of-transfer',
        mode: 'pattern',
        basis: 'took-part',
        proposition: {
          en: 'Those called out were told that they were being moved to an ordinary prison.',
          ar: 'قيل لمن نودي عليهم إنهم ينقلون إلى سجن عادي.',
        },
      },
      { place: 'heron-house' },
    ),
    ...PERIODS.flatMap((period) => [
      groupRate(witness, period, 'took-part'),
      groupSize(witness, period, how),
    ]),
    toWeirHouse(),
    heron(),
    asserted(
      {
        phrase: 'staff/guard.ended',
        topic: 'removals-after-june-2005',
        mode: 'negative',
        basis: 'took-part',
        proposition: {
          en: 'After June 2005 nobody was taken out of Heron House at night.',
          ar: 'بعد حزيران ٢٠٠٥ لم يُخرج أحد من مبنى البلشون ليلًا.',
        },
      },
      { when: '2005-07/2005-09', place: 'heron-house' },
    ),
  ]
}

function toWeirHouse(): Assertion {
  return asserted(
    {
      phrase: 'staff/weir.escort',
      topic: 'lorry-to-weir-house',
      mode: 'pattern',
      basis: 'took-part',
      proposition: {
        en: 'The groups were driven to the lower door of Weir House and handed over there.',
        ar: 'كانت المجموعات تُنقل إلى الباب السفلي لمبنى السد وتُسلَّم هناك.',
      },
    },
    { place: 'weir-house', vantage: 'as far as the lower door', roles: [WHO] },
  )
}

function heron(): Assertion {
  return asserted(
    {
      phrase: 'staff/guard.commander',
      topic: 'orders-of-the-heron',
      mode: 'attribution',
      basis: 'saw',
      proposition: {
        en: 'The commander called “the Heron” gave the orders for the groups.',
        ar: 'القائد الملقب بالبلشون كان يأمر بإخراج المجموعات.',
      },
    },
    {
      place: 'heron-house',
      roles: [role('commander', { en: 'the one called “the Heron”', ar: 'الملقب بالبلشون' }, 'P01')],
    },
  )
}

/** From the gate one sees the yard; the size of the last groups is remembered too large. */
function gateSays(witness: Witness): readonly Assertion[] {
  const [, second, third] = PERIODS
  const how = { basis: 'saw', how: 'estimated' } as const
  return [
    ...service(witness),
    asserted(
      {
        phrase: 'staff/gate.saw',
        topic: 'night-removals',
        mode: 'pattern',
        basis: 'saw',
        proposition: GROUPS,
      },
      {
        when: '2003-09/2005-06',
        place: 'yard',
        vantage: 'from the gate, down the whole yard',
        pattern: AT_NIGHT,
        roles: [WHO],
      },
    ),
    groupRate(witness, second, 'saw'),
    groupSize(witness, second, how),
    groupSize(witness, third, how, { min: 25, max: 40 }),
    asserted(
      {
        phrase: 'staff/hall.guard',
        topic: 'locked-hall',
        mode: 'state',
        basis: 'saw',
        proposition: {
          en: 'Those brought to Weir House were shut in a locked hall on its lower floor.',
          ar: 'كان من يُحضَرون إلى مبنى السد يُغلق عليهم في قاعة مقفلة في طابقه السفلي.',
        },
      },
      { place: 'weir-hall', vantage: 'at the door of the hall, once' },
    ),
  ]
}

function registrySays(witness: Witness): readonly Assertion[] {
  const [first, , third] = PERIODS
  const how = { basis: 'document', how: 'counted' } as const
  return [
    ...service(witness),
    asserted(
      {
        phrase: 'staff/registry.slips',
        topic: 'green-slips',
        mode: 'state',
        basis: 'document',
        proposition: {
          en: 'For every group a slip was filed: a date, a number and the words “sent on”.',
          ar: 'كانت تُحفظ لكل مجموعة قصاصة: تاريخ وعدد وكلمة «أُرسلوا».',
        },
      },
      { place: 'registry' },
    ),
    groupRate(witness, first, 'document'),
    groupSize(witness, first, how),
    groupSize(witness, third, how),
    asserted(
      {
        phrase: 'staff/registry.order',
        topic: 'stamp-of-seals',
        mode: 'state',
        basis: 'saw',
        proposition: {
          en: 'The slips bore the stamp of the Office of Seals.',
          ar: 'كانت القصاصات تحمل ختم مكتب الأختام.',
        },
      },
      {
        place: 'registry',
        roles: [role('instrument', { en: 'Office of Seals', ar: 'مكتب الأختام' }, 'office-of-seals')],
      },
    ),
  ]
}
