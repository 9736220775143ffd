import { phraseBook } from '@corroborate/base'
import type { CountedUnit } from './proposal.ts'

/** What is counted. Nouns of Arabic in the forms that stand after numbers. */
export const unitAt = phraseBook<CountedUnit>([
  [
    'people',
    'people | persons | person | men | man | women | woman | children | child | boys | boy',
    'girls | prisoners | prisoner | detainees | detainee | inmates | inmate | captives',
    'civilians | students | guards | guard | soldiers | soldier | officers | officer | victims',
    'names | doctors | judges | شخص | شخصا | أشخاص | رجل | رجلا | رجال | امرأة | نساء | طفل',
    'طفلا | أطفال | ناس | نفر | أنفار | معتقل | معتقلا | معتقلين | معتقلون | سجين | سجينا | سجناء',
    'مساجين | محتجز | محتجزا | محتجزين | موقوف | موقوفا | موقوفين | حارس | حراس | جندي | جنود',
    'عنصر | عنصرا | عناصر | ضابط | ضباط | شاب | شابا | شباب | مدني | مدنيا | مدنيين | ضحية',
    'ضحايا | أطباء | قضاة',
  ],
  ['bodies', 'bodies | body | corpses | corpse | جثة | جثث | جثمان | جثامين'],
  [
    'vehicles',
    'trucks | truck | buses | bus | vans | van | cars | lorries | شاحنة | شاحنات | باص | باصات',
    'حافلة | حافلات | سيارة | سيارات',
  ],
  ['times', 'times | مرات | مرة'],
])

/** Duals that are no plurals: two of it. معتقلين is either and is not here. */
export const dualAt = phraseBook<CountedUnit>([
  [
    'people',
    'شخصين | شخصان | رجلين | رجلان | امرأتين | امرأتان | طفلين | حارسين | حارسان | سجينين | شابين',
    'جنديين | ضابطين',
  ],
  ['bodies', 'جثتين | جثتان'],
  ['vehicles', 'شاحنتين | شاحنتان | سيارتين | سيارتان | باصين'],
  ['times', 'مرتين | مرتان | twice'],
])

export type Modifier = 'about' | 'more-than' | 'at-least' | 'fewer-than' | 'at-most'

/** What comes before a number and takes its edge off. */
export const modifierAt = phraseBook<Modifier>([
  [
    'about',
    'about | around | approximately | roughly | some | nearly | almost | maybe | perhaps',
    'something like',
  ],
  ['about', 'حوالي | نحو | تقريبا | قرابة | زهاء | شي | ما يقارب | ربما'],
  ['more-than', 'more than | over | أكثر من | فوق | ما يزيد عن | ما يزيد على'],
  [
    'at-least',
    'at least | no fewer than | not less than | no less than | لا يقل عن | ما لا يقل عن',
    'على الأقل',
  ],
  ['fewer-than', 'fewer than | less than | under | أقل من | دون'],
  [
    'at-most',
    'at most | up to | no more than | not more than | لا يزيد عن | لا يزيد على | على الأكثر',
    'بالكثير | ما لا يزيد عن',
  ],
])

/** What comes after it: "or so", تقريبا, على الأقل. */
export const trailingModifierAt = phraseBook<Modifier>([
  ['about', 'or so | more or less | approximately | تقريبا | بالتقريب'],
  ['at-least', 'or more | at least | على الأقل | أو أكثر'],
  ['at-most', 'at most | or fewer | على الأكثر'],
])

/** Leads to a number whose unit goes without saying: "groups of 20", "we were forty", كنا أربعين. */
export const peopleLeadAt = phraseBook<'group' | 'we'>([
  [
    'group',
    'groups of | a group of | group of | in groups of | batches of | a batch of | مجموعات من',
    'مجموعة من | دفعات من | دفعة من',
  ],
  ['we', 'we were | they were | there were | كنا | كانوا | كان عددهم | كان عددنا | عددهم | عددنا'],
])

/** "twenty of us", عشرين منا. */
export const ofUsAt = phraseBook<'people'>([
  ['people', 'of us | of them | منا | منهم | من المعتقلين | من السجناء'],
])

/** What is said of each occasion and not of all. */
export const occasionAt = phraseBook<'occasion'>([
  [
    'occasion',
    'each time | every time | at a time | per group | each group | every group | groups of',
    'in groups | batches of | per night | each night | every night | a night | each occasion',
    'each day | per day',
  ],
  [
    'occasion',
    'كل مرة | في كل مرة | بكل مرة | كل دفعة | دفعات | الدفعة | مجموعات | كل مجموعة | المجموعة',
    'كل ليلة | بالليلة | في المرة | بالمرة | كل يوم',
  ],
])

export const countedAt = phraseBook<'counted'>([
  [
    'counted',
    'i counted | we counted | i have counted | عددتهم | عديتهم | عديت | أحصيت | عددت | أحصيتهم',
    'عددنا',
  ],
])

/** Adverbs of how often, for how often a day of the week held. */
export const confidenceAt = phraseBook<'always' | 'usually' | 'sometimes'>([
  ['always', 'always | every | each | without exception | دائما | كل | دوما'],
  [
    'usually',
    'usually | mostly | normally | often | as a rule | mainly | generally | عادة | غالبا',
    'في الغالب | على الأغلب | معظم',
  ],
  ['sometimes', 'sometimes | occasionally | now and then | أحيانا | بعض الأحيان | مرات'],
])
