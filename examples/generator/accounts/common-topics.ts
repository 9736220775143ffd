import type { Detainee } from '../cast/witness.ts'
import { asserted, role, type Assertion } from './assertion.ts'

/** What every former detainee who speaks of it puts the same way: nothing when the topic is not one of these. */
export function commonTopic(topic: string, witness: Detainee): readonly Assertion[] {
  const found = TOPICS[topic]
  return found === undefined ? [] : [{ ...found, when: found.when ?? `${witness.from}/${witness.to}` }]
}

/** In Heron House, while the witness was there, unless it is said otherwise. */
function told(needed: Parameters<typeof asserted>[0], rest: Parameters<typeof asserted>[1] = {}): Assertion {
  return asserted(needed, { place: 'heron-house', ...rest })
}

const HERON = role('commander', { en: 'the one called “the Heron”', ar: 'الملقب بالبلشون' }, 'P01')

const TOPICS: Readonly<Record<string, Assertion>> = {
  'told-transfer': told({
    phrase: 'detainee/told-transfer',
    topic: 'told-of-transfer',
    mode: 'pattern',
    basis: 'heard',
    proposition: {
      en: 'Those called out were told that they were being moved to an ordinary prison.',
      ar: 'قيل لمن نودي عليهم إنهم ينقلون إلى سجن عادي.',
    },
  }),
  'not-returned': told({
    phrase: 'detainee/not-returned',
    topic: 'none-came-back',
    mode: 'state',
    basis: 'saw',
    proposition: {
      en: 'None of those taken at night came back to the ward.',
      ar: 'لم يعد إلى المهجع أحد ممن أُخذوا ليلًا.',
    },
  }),
  commander: told(
    {
      phrase: 'detainee/commander',
      topic: 'orders-of-the-heron',
      mode: 'attribution',
      basis: 'overheard',
      proposition: {
        en: 'The commander called “the Heron” gave the orders for the groups.',
        ar: 'القائد الملقب بالبلشون كان يأمر بإخراج المجموعات.',
      },
    },
    { certainty: 'thinks', roles: [HERON] },
  ),
  belongings: told({
    phrase: 'detainee/belongings',
    topic: 'belongings-left',
    mode: 'state',
    basis: 'saw',
    proposition: {
      en: 'The belongings of those taken stayed in the ward or were carried to the store.',
      ar: 'بقيت أغراض من أُخذوا في المهجع أو حُملت إلى المخزن.',
    },
  }),
  'lights-out': told({
    phrase: 'detainee/lights-out',
    topic: 'lamps-put-out',
    mode: 'pattern',
    basis: 'saw',
    proposition: {
      en: 'The corridor lamps were put out before the groups were taken.',
      ar: 'كانت مصابيح الممرات تُطفأ قبل إخراج المجموعات.',
    },
  }),
  'destination.unknown': told(
    {
      phrase: 'detainee/destination.unknown',
      topic: 'inside-weir-house',
      mode: 'state',
      basis: 'took-part',
      proposition: {
        en: 'The witness does not know what happened in Weir House.',
        ar: 'لا يعرف الشاهد ما كان يحدث في مبنى السد.',
      },
    },
    { polarity: 'does-not-know', place: 'weir-house' },
  ),
  whistle: told({
    phrase: 'detainee/whistle',
    topic: 'whistle-signal',
    mode: 'pattern',
    basis: 'heard',
    proposition: {
      en: 'Each such night began with three short blows on a whistle and a long one.',
      ar: 'كانت كل ليلة كهذه تبدأ بثلاث صفرات قصيرة وصفرة طويلة.',
    },
  }),
  'after-june': told(
    {
      phrase: 'detainee/after-june',
      topic: 'removals-after-june-2005',
      mode: 'incident',
      basis: 'saw',
      proposition: {
        en: 'A group was taken out at night in the last week of July 2005.',
        ar: 'أُخرجت مجموعة ليلًا في الأسبوع الأخير من تموز ٢٠٠٥.',
      },
    },
    {
      when: '2005-07-24/2005-07-31',
      place: 'yard',
      vantage: 'from the window of the ward',
      error: { kind: 'date-shifted', truth: 'the last removal was in June 2005' },
    },
  ),
  'ended-june': told(
    {
      phrase: 'detainee/ended-june',
      topic: 'removals-after-june-2005',
      mode: 'negative',
      basis: 'saw',
      proposition: {
        en: 'After June 2005 nobody was taken out of Heron House at night.',
        ar: 'بعد حزيران ٢٠٠٥ لم يُخرج أحد من مبنى البلشون ليلًا.',
      },
    },
    { when: '2005-07/2005-09' },
  ),
}
