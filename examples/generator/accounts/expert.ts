import type { Dice } from '@corroborate/base'
import type { Witness } from '../cast/witness.ts'
import { asserted, role, type Assertion } from './assertion.ts'
import { SEALS_DECIDED } from './court.ts'

const FIELDS = [
  { en: 'the law of field courts', ar: 'قانون المحاكم الميدانية' },
  { en: 'aerial pictures of closed places', ar: 'الصور الجوية للأماكن المغلقة' },
  { en: 'the archives of prisons', ar: 'أرشيف السجون' },
  { en: 'the search for missing people', ar: 'البحث عن المفقودين' },
  { en: 'the administration of armed forces', ar: 'إدارة القوات المسلحة' },
] as const

/** Years of work, three to ten. */
const YEARS = {
  en: ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ar: ['ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'],
} as const

/** What an expert says: each has a field, and four of the five topics; none was there. */
export function expertSays(witness: Witness, dice: Dice): readonly Assertion[] {
  const number = Number(witness.code.slice(1))
  const topics = dice.shuffle(TOPICS).slice(0, 4)
  return [field(witness, number, dice), ...topics, ...(number % 2 === 0 ? [NUMBER] : [])]
}

function field({ code, language }: Witness, number: number, dice: Dice): Assertion {
  const words = FIELDS[number % FIELDS.length] ?? FIELDS[0]
  const years = YEARS[language][dice.whole(0, YEARS.en.length - 1)] ?? YEARS[language][0]
  return asserted(
    {
      phrase: 'outside/field',
      topic: `field-${code}`,
      mode: 'state',
      basis: 'took-part',
      proposition: {
        en: `The witness has worked on ${words.en} and knows the prison from outside only.`,
        ar: `عمل الشاهد في ${words.ar} ولا يعرف السجن إلا من الخارج.`,
      },
    },
    { slots: { years, field: words[language] } },
  )
}

const TOPICS: readonly Assertion[] = [
  asserted(
    {
      phrase: 'outside/seals.expert',
      topic: 'seals-decided',
      mode: 'attribution',
      basis: 'inferred',
      proposition: SEALS_DECIDED,
    },
    {
      certainty: 'thinks',
      roles: [role('instrument', { en: 'Office of Seals', ar: 'مكتب الأختام' }, 'office-of-seals')],
    },
  ),
  asserted(
    {
      phrase: 'outside/yard.expert',
      topic: 'traffic-between-houses',
      mode: 'state',
      basis: 'expert',
      proposition: {
        en: 'Pictures from above show that a vehicle drove between Heron House and Weir House.',
        ar: 'تظهر الصور الجوية أن مركبة كانت تسير بين مبنى البلشون ومبنى السد.',
      },
    },
    { place: 'nine-lamps', certainty: 'thinks' },
  ),
  asserted(
    {
      phrase: 'outside/practice.expert',
      topic: 'practice-of-such-houses',
      mode: 'pattern',
      basis: 'expert',
      proposition: {
        en: 'Night removals as described are plausible to the expert.',
        ar: 'يرى الخبير أن أخذ السجناء ليلًا كما وُصف أمر معقول.',
      },
    },
    { place: 'nine-lamps', certainty: 'thinks' },
  ),
  asserted(
    {
      phrase: 'outside/families.expert',
      topic: 'no-notice-in-papers',
      mode: 'state',
      basis: 'document',
      proposition: {
        en: 'The papers known to the expert hold no notice to a family.',
        ar: 'الأوراق التي يعرفها الخبير لا تحوي إخطارًا لأسرة.',
      },
    },
    { place: 'nine-lamps' },
  ),
  asserted(
    {
      phrase: 'outside/camp.expert',
      topic: 'moved-to-lavender-camp',
      mode: 'pattern',
      basis: 'document',
      proposition: {
        en: 'Some prisoners of the Nine Lamps were moved to Lavender Camp.',
        ar: 'نُقل بعض سجناء القناديل التسعة إلى معسكر الخزامى.',
      },
    },
    { place: 'lavender-camp' },
  ),
]

const NUMBER = asserted(
  {
    phrase: 'outside/number.expert',
    topic: 'how-many-in-all',
    mode: 'state',
    basis: 'expert',
    proposition: {
      en: 'The expert does not know how many were taken.',
      ar: 'لا يعرف الخبير كم عدد من أُخذوا.',
    },
  },
  { polarity: 'does-not-know' },
)
