import { LIAR } from '../cast/others.ts'
import { asserted, type Assertion } from './assertion.ts'

/** All of it is false, and all of it is said at first hand. */
export function liarSays(): readonly Assertion[] {
  const lie = (truth: string) => ({ kind: 'lie', truth }) as const
  return [
    asserted(
      {
        phrase: 'staff/liar.post',
        topic: `service-${LIAR}`,
        mode: 'state',
        basis: 'took-part',
        proposition: {
          en: 'The witness was deputy administrator of the Nine Lamps from January 2003 to December 2005.',
          ar: 'كان الشاهد نائب مدير القناديل التسعة من كانون الثاني ٢٠٠٣ إلى كانون الأول ٢٠٠٥.',
        },
      },
      { when: '2003-01/2005-12', place: 'nine-lamps' },
    ),
    asserted(
      {
        phrase: 'staff/liar.nobody',
        topic: 'night-removals',
        mode: 'negative',
        basis: 'saw',
        proposition: {
          en: 'Nobody was ever taken from his ward at night.',
          ar: 'لم يؤخذ أحد من مهجعه ليلًا قط.',
        },
      },
      {
        polarity: 'denied',
        when: '2003-01/2005-12',
        place: 'heron-1',
        vantage: 'from his room on the first floor, by his own account',
        error: lie('groups were taken out of Heron House at night in all three periods'),
      },
    ),
    asserted(
      {
        phrase: 'staff/liar.court',
        topic: 'court-without-counsel',
        mode: 'negative',
        basis: 'saw',
        proposition: {
          en: 'Every accused had counsel and as much time as he wished.',
          ar: 'كان مع كل متهم محام وكان له من الوقت ما يشاء.',
        },
      },
      {
        polarity: 'denied',
        place: 'scales-court',
        error: lie('hearings took a few minutes, without counsel'),
      },
    ),
    asserted(
      {
        phrase: 'staff/liar.families',
        topic: 'families-received',
        mode: 'negative',
        basis: 'took-part',
        proposition: {
          en: 'Every family that asked was given a written answer.',
          ar: 'أُعطيت كل أسرة سألت جوابًا مكتوبًا.',
        },
      },
      { polarity: 'denied', place: 'gate-house', error: lie('families were given no answer') },
    ),
    asserted(
      {
        phrase: 'staff/liar.weir',
        topic: 'lorry-to-weir-house',
        mode: 'negative',
        basis: 'saw',
        proposition: {
          en: 'No prisoner ever set foot in Weir House.',
          ar: 'لم تطأ قدم سجين مبنى السد.',
        },
      },
      { polarity: 'denied', place: 'weir-house', error: lie('every group was brought to Weir House') },
    ),
  ]
}
