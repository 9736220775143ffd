import { addDays, type Dice } from '@corroborate/base'
import { GATE } from '../cast/others.ts'
import type { Relative } from '../cast/witness.ts'
import { monthInWords } from '../world/calendar.ts'
import type { Missing, World } from '../world/world.ts'
import { asserted, role, type Assertion, type Both } from './assertion.ts'

const KIN: Readonly<Record<Relative['kin'], Both>> = {
  son: { en: 'son', ar: 'ابني' },
  husband: { en: 'husband', ar: 'زوجي' },
  brother: { en: 'brother', ar: 'أخي' },
  father: { en: 'father', ar: 'أبي' },
}

/** "five" to "ten" times, before the plural. */
const TIMES = {
  en: ['five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ar: ['خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'],
} as const

/** What a relative says: the last meeting and the closed window at first hand, the night only at second hand. */
export function relativeSays(witness: Relative, world: World, dice: Dice): readonly Assertion[] {
  const missing = world.missing.find((one) => one.code === witness.missing)
  if (missing === undefined) throw new Error(`${witness.missing} is not in the register`)
  const teller = { witness, missing, dice }
  const others = witness.speaksOf.flatMap((topic) => TOPICS[topic]?.(teller) ?? [])
  return [
    lastContact(teller),
    withoutAnswer(teller),
    ...(witness.toldBy === null ? [] : [toldBy(teller, witness.toldBy)]),
    ...others,
  ]
}

interface Teller {
  readonly witness: Relative
  readonly missing: Missing
  readonly dice: Dice
}

function victim({ code, token }: Missing) {
  return role('victim', { en: token, ar: token }, code)
}

function lastContact({ witness, missing, dice }: Teller): Assertion {
  const date = addDays(missing.person.arrived, dice.whole(10, 40)).slice(0, 7)
  const month = monthInWords(date)
  return asserted(
    {
      phrase: 'relative/last-contact',
      topic: `last-contact-${missing.code}`,
      mode: 'incident',
      basis: 'saw',
      proposition: {
        en: `The witness last met ${missing.code} at the Gate House of the Nine Lamps in ${month.en}.`,
        ar: `كان آخر لقاء للشاهد مع ${missing.code} في مبنى البوابة بالقناديل التسعة في ${month.ar}.`,
      },
    },
    {
      slots: {
        person: missing.token,
        kin: KIN[witness.kin][witness.language],
        when: month[witness.language],
      },
      when: date,
      place: 'gate-house',
      roles: [victim(missing)],
    },
  )
}

function withoutAnswer({ witness, missing, dice }: Teller): Assertion {
  const times = dice.whole(0, TIMES.en.length - 1)
  return asserted(
    {
      phrase: 'relative/asked.no-answer',
      topic: 'families-without-answer',
      mode: 'state',
      basis: 'took-part',
      proposition: {
        en: `The witness asked the authorities after ${missing.code} many times and was given no answer.`,
        ar: `سأل الشاهد السلطات عن ${missing.code} مرات كثيرة ولم يُعط جوابًا.`,
      },
    },
    { slots: { times: TIMES[witness.language][times] ?? TIMES[witness.language][0] }, place: 'gate-house' },
  )
}

/** From the one who saw it: a month out one time in four. */
function toldBy({ witness, missing, dice }: Teller, teller: string): Assertion {
  const truly = missing.lastSeenInWard
  const heard = (dice.next() < 0.25 ? addDays(truly, 30) : truly).slice(0, 7)
  const month = monthInWords(heard)
  return asserted(
    {
      phrase: 'relative/told.by-detainee',
      topic: `fate-${missing.code}`,
      mode: 'incident',
      basis: 'told-by',
      proposition: {
        en: `${missing.code} was called out of his ward at night in ${month.en} and taken, as a former detainee told the witness.`,
        ar: `نودي على ${missing.code} من مهجعه ليلًا في ${month.ar} وأُخذ، بحسب ما قاله محتجز سابق للشاهد.`,
      },
    },
    {
      slots: { person: missing.token, when: month[witness.language] },
      chain: [teller],
      certainty: 'reports-without-view',
      when: `${heard}~`,
      place: 'heron-house',
      roles: [victim(missing)],
      error: heard === truly.slice(0, 7) ? null : { kind: 'date-shifted', truth: truly },
    },
  )
}

type Tells = (teller: Teller) => readonly Assertion[]

const TOPICS: Readonly<Record<string, Tells>> = {
  'told.chain': ({ witness }) => [
    asserted(
      {
        phrase: 'relative/told.chain',
        topic: 'locked-hall',
        mode: 'state',
        basis: 'told-by',
        proposition: {
          en: 'Those taken were shut in a locked hall of Weir House, as a guard told a prisoner who told the family.',
          ar: 'كان من أُخذوا يُغلق عليهم في قاعة مقفلة بمبنى السد، بحسب ما قاله حارس لسجين نقله إلى الأسرة.',
        },
      },
      {
        chain: [witness.toldBy, GATE].filter((code) => code !== null),
        certainty: 'reports-without-view',
        place: 'weir-hall',
      },
    ),
  ],
  'told.by-unnamed': () => [
    asserted(
      {
        phrase: 'relative/told.by-unnamed',
        topic: 'lorry-to-weir-house',
        mode: 'pattern',
        basis: 'told-by-unnamed',
        proposition: {
          en: 'Those taken at night were brought to Weir House, as people in the queue said.',
          ar: 'كان من يؤخذون ليلًا يُنقلون إلى مبنى السد، بحسب ما كان يقال في الصف.',
        },
      },
      { certainty: 'reports-without-view', place: 'weir-house' },
    ),
  ],
  paid: () => [
    asserted({
      phrase: 'relative/paid',
      topic: 'paid-for-news',
      mode: 'incident',
      basis: 'took-part',
      proposition: {
        en: 'The witness paid a clerk for news of the missing person and was told nothing.',
        ar: 'دفع الشاهد مالًا لكاتب مقابل خبر عن المفقود ولم يُقل له شيء.',
      },
    }),
  ],
  belongings: () => [
    asserted(
      {
        phrase: 'relative/belongings',
        topic: 'nothing-returned',
        mode: 'negative',
        basis: 'took-part',
        proposition: {
          en: 'None of the missing person’s belongings were returned to the family.',
          ar: 'لم يُعد إلى الأسرة شيء من أغراض المفقود.',
        },
      },
      { place: 'gate-house' },
    ),
  ],
  'seen-in-camp': ({ missing }) => [
    asserted(
      {
        phrase: 'relative/seen-in-camp',
        topic: `fate-${missing.code}`,
        mode: 'state',
        basis: 'saw',
        proposition: {
          en: `${missing.code} was seen alive in Lavender Camp in the spring of 2006.`,
          ar: `شوهد ${missing.code} حيًّا في معسكر الخزامى في ربيع ٢٠٠٦.`,
        },
      },
      {
        slots: { person: missing.token },
        when: '2006-21',
        place: 'lavender-camp',
        vantage: 'through the fence',
        roles: [victim(missing)],
      },
    ),
  ],
  'heard-alive': ({ missing }) => [
    asserted(
      {
        phrase: 'relative/heard-alive',
        topic: `fate-${missing.code}`,
        mode: 'state',
        basis: 'took-part',
        proposition: {
          en: `The witness does not know what became of ${missing.code}.`,
          ar: `لا يعرف الشاهد ما حل بـ${missing.code}.`,
        },
      },
      { slots: { person: missing.token }, polarity: 'does-not-know', roles: [victim(missing)] },
    ),
  ],
}
