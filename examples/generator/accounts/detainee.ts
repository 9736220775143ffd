import { addDays, type Day, type Dice } from '@corroborate/base'
import type { Detainee } from '../cast/witness.ts'
import { monthInWords } from '../world/calendar.ts'
import { menBetween } from '../world/numbers.ts'
import type { Occasion } from '../world/occasions.ts'
import { floorOf, looksOnYard, wardInWords } from '../world/places.ts'
import type { Missing, World } from '../world/world.ts'
import { asserted, role, type Assertion, type Both } from './assertion.ts'
import { commonTopic } from './common-topics.ts'
import { rhythms } from './rhythm.ts'

const TAKEN: Both = { en: 'men taken from the wards at night', ar: 'رجال أُخذوا من المهاجع ليلًا' }

/** Everything one former detainee says, in the order of the interview. */
export function detaineeSays(witness: Detainee, world: World, dice: Dice): readonly Assertion[] {
  const teller = { witness, world, dice, nights: nightsOf(witness, world) }
  const says = new Set(witness.speaksOf)
  return [
    held(teller),
    removals(teller),
    ...(says.has('rhythm') ? rhythms(witness) : []),
    ...[...says].flatMap((topic) => TOPICS[topic]?.(teller) ?? commonTopic(topic, witness)),
  ]
}

interface Teller {
  readonly witness: Detainee
  readonly world: World
  readonly dice: Dice
  /** The removals while the witness was held. */
  readonly nights: readonly Occasion[]
}

type Tells = (teller: Teller) => readonly Assertion[]

function nightsOf({ from, to }: Detainee, { occasions }: World): readonly Occasion[] {
  return occasions.filter(({ date }) => date.slice(0, 7) >= from && date.slice(0, 7) <= to)
}

function held({ witness }: Teller): Assertion {
  const { language, ward, from, to } = witness
  const [place, start, end] = [wardInWords(ward), monthInWords(from), monthInWords(to)]
  return asserted(
    {
      phrase: 'detainee/held',
      topic: `held-${witness.code}`,
      mode: 'state',
      basis: 'took-part',
      proposition: {
        en: `The witness was held in ${place.en} of Heron House from ${start.en} to ${end.en}.`,
        ar: `احتُجز الشاهد في ${place.ar} من مبنى البلشون من ${start.ar} إلى ${end.ar}.`,
      },
    },
    {
      slots: { ward: place[language], from: start[language], to: end[language] },
      when: `${from}/${to}`,
      place: ward,
    },
  )
}

function removals({ witness }: Teller): Assertion {
  const sees = looksOnYard(witness.ward)
  return asserted(
    {
      phrase: sees ? 'detainee/removals.saw' : 'detainee/removals.heard',
      topic: 'night-removals',
      mode: 'pattern',
      basis: sees ? 'saw' : 'heard',
      proposition: {
        en: 'Groups of prisoners were taken out of Heron House at night.',
        ar: 'كانت مجموعات من السجناء تُخرج من مبنى البلشون ليلًا.',
      },
    },
    {
      when: `${witness.from}/${witness.to}`,
      place: sees ? 'yard' : floorOf(witness.ward),
      vantage: sees
        ? 'from the window of the ward, over the yard'
        : 'from inside the ward, through door and wall',
      roles: [role('victim', TAKEN)],
      pattern: {
        rate: null,
        weekdays: [],
        weekdayConfidence: null,
        partOfDay: 'night',
        window: null,
        size: null,
        exceptions: null,
        observed: 'most',
      },
    },
  )
}

/** What every night of one anchor was to this witness: a count near the true one, the month as remembered. */
function anchored(
  { witness, nights, dice }: Teller,
  anchor: NonNullable<Occasion['anchor']>,
): readonly Assertion[] {
  const night = nights.find((occasion) => occasion.anchor === anchor)
  if (night === undefined) return []
  const { language, numbers } = witness
  const off = dice.whole(0, 3)
  const size = { min: Math.max(1, night.size - off), max: night.size + dice.whole(1, 3) }
  const phrase = `detainee/night.${anchor}` as const
  return [
    asserted(
      {
        phrase,
        topic: `night-of-the-${anchor}`,
        mode: 'incident',
        basis: looksOnYard(witness.ward) ? 'saw' : 'heard',
        proposition: ANCHOR_PROPOSITIONS[anchor],
      },
      {
        slots: { men: menBetween(language, size, numbers), when: monthInWords(night.date)[language] },
        when: night.date.slice(0, 7),
        place: 'heron-house',
        vantage: looksOnYard(witness.ward) ? 'from the window of the ward' : 'by ear, from inside the ward',
        count: { size, how: 'estimated', per: 'occasion' },
        roles: [role('victim', TAKEN)],
      },
    ),
  ]
}

const ANCHOR_PROPOSITIONS: Readonly<Record<NonNullable<Occasion['anchor']>, Both>> = {
  'failed-lamps': {
    en: 'On the night when the lamps failed a group was taken out of Heron House.',
    ar: 'ليلة انطفاء القناديل أُخرجت مجموعة من مبنى البلشون.',
  },
  'dust-storm': {
    en: 'On the night of the dust storm a group was taken out of Heron House.',
    ar: 'ليلة عاصفة الغبار أُخرجت مجموعة من مبنى البلشون.',
  },
  'first-snow': {
    en: 'On the night of the first snow a group was taken out of Heron House.',
    ar: 'ليلة الثلج الأول أُخرجت مجموعة من مبنى البلشون.',
  },
}

/** A night of the witness's own ward, its month remembered up to one month out. */
const ownNight: Tells = ({ witness, world, nights, dice }) => {
  const counted = nights.map((night) => ({ night, men: fromWard(world, witness.ward, night) }))
  const [best] = [...counted].sort((a, b) => b.men - a.men || (a.night.date < b.night.date ? -1 : 1))
  if (best === undefined || best.men === 0) return []
  const remembered = monthNear(best.night.date, witness, dice)
  const { language, numbers } = witness
  const size = { min: best.men, max: best.men }
  const said = monthInWords(remembered)
  return [
    asserted(
      {
        phrase: 'detainee/night.own',
        topic: `night-${witness.code}`,
        mode: 'incident',
        basis: 'saw',
        proposition: {
          en: `In one night in ${said.en} prisoners of the witness’s ward were taken.`,
          ar: `أُخذ سجناء من مهجع الشاهد في ليلة من ${said.ar}.`,
        },
      },
      {
        slots: { men: menBetween(language, size, numbers), when: said[language] },
        when: `${remembered}~`,
        place: witness.ward,
        count: { size, how: 'counted', per: 'occasion' },
        certainty: 'thinks',
        roles: [role('victim', TAKEN)],
        error:
          remembered === best.night.date.slice(0, 7)
            ? null
            : { kind: 'date-shifted', truth: best.night.date },
      },
    ),
  ]
}

/** A month out now and then, but never in a month when the witness was not there. */
function monthNear(date: Day, { from, to }: Detainee, dice: Dice): string {
  const month = addDays(date.slice(0, 8) + '15', dice.whole(-1, 1) * 30).slice(0, 7)
  return month < from ? from : month > to ? to : month
}

function fromWard({ people }: World, ward: string, night: Occasion): number {
  return people.filter(
    (one) => one.ward === ward && one.fate.kind === 'taken' && one.fate.occasion === night.code,
  ).length
}

/** How many went from the witness's own ward when any did, as it truly was there. */
const wardCount: Tells = ({ witness, world, nights }) => {
  const counts = nights.map((night) => fromWard(world, witness.ward, night)).filter((men) => men > 0)
  if (counts.length === 0) return []
  const size = { min: Math.min(...counts), max: Math.max(...counts) }
  const { language, numbers, ward } = witness
  const place = wardInWords(ward)
  return [
    asserted(
      {
        phrase: 'detainee/ward-count',
        topic: `taken-from-${ward}-${witness.code}`,
        mode: 'pattern',
        basis: 'saw',
        proposition: {
          en: `From ${place.en} ${menBetween('en', size, 'words')} were taken at a time.`,
          ar: `كانوا يأخذون ${menBetween('ar', size, 'words')} في المرة من ${place.ar}.`,
        },
      },
      {
        slots: { men: menBetween(language, size, numbers) },
        when: `${witness.from}/${witness.to}`,
        place: ward,
        count: { size, how: 'counted', per: 'occasion' },
        roles: [role('victim', TAKEN)],
      },
    ),
  ]
}

/** Who told whom of whom: the missing persons whom this witness saw called out. */
const missing: Tells = ({ witness, world }) =>
  world.missing.filter((one) => one.seenBy === witness.code).map((one) => sawMissing(witness, one))

function sawMissing(witness: Detainee, one: Missing): Assertion {
  const month = monthInWords(one.lastSeenInWard)
  return asserted(
    {
      phrase: 'detainee/missing.saw',
      topic: `fate-${one.code}`,
      mode: 'incident',
      basis: 'saw',
      proposition: {
        en: `${one.code} was called out of his ward at night in ${month.en} and taken.`,
        ar: `نودي على ${one.code} من مهجعه ليلًا في ${month.ar} وأُخذ.`,
      },
    },
    {
      slots: { person: one.token, when: month[witness.language] },
      when: one.lastSeenInWard.slice(0, 7),
      place: witness.ward,
      roles: [role('victim', { en: one.token, ar: one.token }, one.code)],
      error: one.misread === null ? null : { kind: 'misread', truth: one.misread },
    },
  )
}

const lorry: Tells = ({ witness }) => [
  asserted(
    {
      phrase: looksOnYard(witness.ward) ? 'detainee/lorry.saw' : 'detainee/lorry.heard',
      topic: 'lorry-to-weir-house',
      mode: 'pattern',
      basis: looksOnYard(witness.ward) ? 'saw' : 'heard',
      proposition: {
        en: 'A lorry took the groups from the yard towards Weir House.',
        ar: 'كانت شاحنة تنقل المجموعات من الساحة باتجاه مبنى السد.',
      },
    },
    {
      when: `${witness.from}/${witness.to}`,
      place: 'yard',
      certainty: looksOnYard(witness.ward) ? 'certain' : 'thinks',
    },
  ),
]

const court: Tells = ({ witness, dice }) => {
  const minutes = dice.whole(3, 5)
  return [
    asserted(
      {
        phrase: 'detainee/court.detainee',
        topic: 'court-without-counsel',
        mode: 'incident',
        basis: 'took-part',
        proposition: {
          en: 'A hearing before the Field Court took a few minutes, without counsel.',
          ar: 'دامت جلسة أمام المحكمة الميدانية بضع دقائق بلا محام.',
        },
      },
      {
        slots: { minutes: minutesInWords(witness.language, minutes) },
        place: 'scales-court',
        roles: [
          role('facility', { en: 'Field Court of the Scales', ar: 'محكمة الميزان الميدانية' }, 'field-court'),
        ],
      },
    ),
  ]
}

/** "three" to "five", before the word for minutes. */
export function minutesInWords(language: 'en' | 'ar', minutes: number): string {
  const words = { en: ['three', 'four', 'five'], ar: ['ثلاث', 'أربع', 'خمس'] }
  return words[language][minutes - 3] ?? words[language][0] ?? ''
}

/** What differs from teller to teller; the rest is the same for all. */
const TOPICS: Readonly<Record<string, Tells>> = {
  'night.failed-lamps': (teller) => anchored(teller, 'failed-lamps'),
  'night.dust-storm': (teller) => anchored(teller, 'dust-storm'),
  'night.first-snow': (teller) => anchored(teller, 'first-snow'),
  'night.own': ownNight,
  'ward-count': wardCount,
  missing,
  lorry,
  court,
}
