import { phraseBook } from './phrases.ts'

/** Months of the Gregorian calendar: English, of the Levant and Iraq, of Egypt and the Gulf, of the Maghreb. */
export const monthAt = phraseBook<number>([
  [1, 'january | jan | كانون الثاني | كانون ثاني | كانون التاني | يناير | جانفي'],
  [2, 'february | feb | شباط | فبراير | فيفري'],
  [3, 'march | mar | آذار | مارس'],
  [4, 'april | apr | نيسان | أبريل | أفريل'],
  [5, 'may | أيار | مايو | ماي'],
  [6, 'june | jun | حزيران | يونيو | يونيه | جوان'],
  [7, 'july | jul | تموز | يوليو | يوليه | جويلية | يوليوز'],
  [8, 'august | aug | آب | أغسطس | أوت | غشت'],
  [9, 'september | sep | sept | أيلول | سبتمبر | شتنبر'],
  [10, 'october | oct | تشرين الأول | تشرين أول | أكتوبر'],
  [11, 'november | nov | تشرين الثاني | تشرين ثاني | تشرين التاني | نوفمبر | نونبر'],
  [12, 'december | dec | كانون الأول | كانون أول | ديسمبر | دجنبر'],
])

/** Months of the Hijri calendar. */
export const hijriMonthAt = phraseBook<number>([
  [1, 'muharram | محرم | المحرم'],
  [2, 'safar | صفر'],
  [3, 'rabi al awwal | rabi i | rabi ul awwal | ربيع الأول'],
  [4, 'rabi al thani | rabi ii | rabi al akhir | ربيع الثاني | ربيع الآخر'],
  [5, 'jumada al ula | jumada i | jumada al awwal | جمادى الأولى | جمادى الأول'],
  [
    6,
    'jumada al thani | jumada al thaniya | jumada al akhira | jumada ii | جمادى الثانية',
    'جمادى الآخرة | جمادى الثاني',
  ],
  [7, 'rajab | رجب'],
  [8, 'shaban | شعبان'],
  [9, 'ramadan | ramadhan | رمضان'],
  [10, 'shawwal | شوال'],
  [11, 'dhu al qada | dhu al qadah | dhul qada | dhul qadah | ذو القعدة | ذي القعدة'],
  [12, 'dhu al hijja | dhu al hijjah | dhul hijja | dhul hijjah | ذو الحجة | ذي الحجة'],
])

/** A feast: days of a Hijri month, or a day of the Gregorian year. */
export type Feast =
  | { readonly calendar: 'hijri'; readonly month: number; readonly day: number; readonly days: number }
  | { readonly calendar: 'gregorian'; readonly month: number; readonly day: number }

const FITR: Feast = { calendar: 'hijri', month: 10, day: 1, days: 3 }
const ADHA: Feast = { calendar: 'hijri', month: 12, day: 10, days: 4 }

/** What is said by its name, and may be one of several: "the feast" is either Eid. */
export const feastAt = phraseBook<readonly [Feast, ...Feast[]]>([
  [[FITR], 'eid al fitr | eid ul fitr | the small feast | عيد الفطر | العيد الصغير'],
  [
    [ADHA],
    'eid al adha | eid ul adha | the feast of sacrifice | the big feast | عيد الأضحى',
    'العيد الكبير | عيد الضحية',
  ],
  [[FITR, ADHA], 'eid | the feast | the eid | العيد'],
  [[{ calendar: 'hijri', month: 1, day: 10, days: 1 }], 'ashura | عاشوراء'],
  [
    [{ calendar: 'hijri', month: 3, day: 12, days: 1 }],
    'mawlid | the prophets birthday | المولد النبوي | المولد',
  ],
  [[{ calendar: 'hijri', month: 1, day: 1, days: 1 }], 'the hijri new year | رأس السنة الهجرية'],
  [[{ calendar: 'gregorian', month: 12, day: 25 }], 'christmas | عيد الميلاد'],
  [[{ calendar: 'gregorian', month: 1, day: 1 }], 'new year | new years day | رأس السنة'],
  [[{ calendar: 'gregorian', month: 3, day: 21 }], 'nowruz | newroz | نوروز | النوروز'],
])

/** Seasons by EDTF's numbers. */
export const seasonAt = phraseBook<21 | 22 | 23 | 24>([
  [21, 'spring | ربيع'],
  [22, 'summer | صيف'],
  [23, 'autumn | fall | خريف'],
  [24, 'winter | شتاء | شتوية'],
])

export type PartOfTime = 'early' | 'middle' | 'late' | 'beginning' | 'end' | 'first-half' | 'second-half'

/** Which part of a year or a month. */
export const partAt = phraseBook<PartOfTime>([
  ['early', 'early | early in | أوائل | مطلع'],
  ['middle', 'mid | middle of | the middle of | منتصف | وسط | أواسط | نص'],
  ['late', 'late | late in | أواخر'],
  ['beginning', 'beginning of | the beginning of | start of | the start of | بداية | أول'],
  ['end', 'end of | the end of | نهاية | آخر'],
  ['first-half', 'first half of | the first half of | النصف الأول من'],
  ['second-half', 'second half of | the second half of | النصف الثاني من'],
])

export type Relation = 'before' | 'after' | 'around' | 'since' | 'until' | 'during' | 'between'

/** How what happened lies to the time that is named. */
export const relationAt = phraseBook<Relation>([
  ['before', 'before | just before | shortly before | قبل | قبيل | قبل أن'],
  ['after', 'after | just after | shortly after | following | بعد | عقب | بعيد'],
  [
    'around',
    'around | about | approximately | roughly | some time around | حوالي | نحو | تقريبا في',
    'قرابة | شي',
  ],
  ['since', 'since | from | starting in | beginning in | منذ | من | ابتداء من | اعتبارا من'],
  ['until', 'until | till | up to | up until | to | through | حتى | لغاية | إلى | لحد'],
  [
    'during',
    'in | during | on | at | of | in the | during the | the | في | خلال | أثناء | في شهر | بشهر',
    'شهر | يوم | في يوم | في عام | في سنة',
  ],
  ['between', 'between | بين | ما بين'],
])

export const yearWordAt = phraseBook<'year'>([
  [
    'year',
    'the year | year | of | in | of the year | عام | سنة | العام | من عام | من سنة | من العام',
    'من | في عام | لعام | لسنة',
  ],
])

export type SpanUnit = 'day' | 'week' | 'month' | 'year'

/** Units of a distance in time; duals carry their number. */
export const spanAt = phraseBook<{ readonly unit: SpanUnit; readonly count: number | null }>([
  [{ unit: 'day', count: null }, 'day | days | أيام | يوما'],
  [{ unit: 'week', count: null }, 'week | weeks | أسابيع'],
  [{ unit: 'month', count: null }, 'month | months | أشهر | شهور'],
  [{ unit: 'year', count: null }, 'year | years | سنوات | سنين | أعوام'],
  [{ unit: 'day', count: 1 }, 'a day | one day | the day | يوم | يوم واحد'],
  [{ unit: 'week', count: 1 }, 'a week | one week | the week | أسبوع'],
  [{ unit: 'month', count: 1 }, 'a month | one month | the month | شهر'],
  [{ unit: 'year', count: 1 }, 'a year | one year | the year | سنة | عام'],
  [{ unit: 'day', count: 2 }, 'يومين | يومان'],
  [{ unit: 'week', count: 2 }, 'أسبوعين | أسبوعان'],
  [{ unit: 'month', count: 2 }, 'شهرين | شهران'],
  [{ unit: 'year', count: 2 }, 'سنتين | عامين | عامان'],
])
