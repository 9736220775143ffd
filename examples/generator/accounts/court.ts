import type { Dice } from '@corroborate/base'
import type { Witness } from '../cast/witness.ts'
import { monthInWords } from '../world/calendar.ts'
import { asserted, role, type Assertion, type Both } from './assertion.ts'
import { minutesInWords } from './detainee.ts'

const SEALS = role('instrument', { en: 'Office of Seals', ar: 'مكتب الأختام' }, 'office-of-seals')

interface Stay {
  readonly from: string
  readonly to: string
}

const BENCHES: Readonly<Record<string, Stay>> = {
  W36: { from: '2003-01', to: '2004-03' },
  W37: { from: '2003-11', to: '2005-02' },
  W38: { from: '2004-06', to: '2005-10' },
}
const WARDS: Readonly<Record<string, Stay>> = {
  W39: { from: '2003-06', to: '2005-12' },
  W40: { from: '2003-09', to: '2004-12' },
  W41: { from: '2004-02', to: '2005-08' },
}

/** A former judge of the Field Court: the hearings, the empty chair, the lists; not what came after. */
export function judgeSays(witness: Witness, dice: Dice): readonly Assertion[] {
  const { from, to } = stayOf(BENCHES, witness)
  const here = { when: `${from}/${to}`, place: 'scales-court' }
  return [
    served(witness, { from, to }, 'court/bench', {
      en: 'The witness was a member of the Field Court of the Scales',
      ar: 'كان الشاهد عضوًا في محكمة الميزان الميدانية',
    }),
    asserted(
      {
        phrase: 'court/court.judge',
        topic: 'court-without-counsel',
        mode: 'pattern',
        basis: 'took-part',
        proposition: {
          en: 'The Field Court gave each man a few minutes.',
          ar: 'كانت المحكمة الميدانية تعطي كل رجل بضع دقائق.',
        },
      },
      { ...here, slots: { minutes: minutesInWords(witness.language, dice.whole(3, 5)) } },
    ),
    asserted(
      {
        phrase: 'court/counsel.judge',
        topic: 'court-without-counsel',
        mode: 'state',
        basis: 'took-part',
        proposition: {
          en: 'No counsel for the defence appeared before the Field Court.',
          ar: 'لم يحضر محام للدفاع أمام المحكمة الميدانية.',
        },
      },
      here,
    ),
    asserted(
      {
        phrase: 'court/lists.judge',
        topic: 'lists-to-seals',
        mode: 'pattern',
        basis: 'took-part',
        proposition: {
          en: 'After its sessions the Field Court sent lists of names to the Office of Seals.',
          ar: 'كانت المحكمة الميدانية ترسل بعد جلساتها قوائم أسماء إلى مكتب الأختام.',
        },
      },
      { ...here, roles: [SEALS] },
    ),
    asserted(
      {
        phrase: 'court/fate.judge',
        topic: 'inside-weir-house',
        mode: 'state',
        basis: 'took-part',
        proposition: {
          en: 'The witness does not know where those on the lists were brought.',
          ar: 'لا يعرف الشاهد إلى أين أُخذ من كانت أسماؤهم في القوائم.',
        },
      },
      { polarity: 'does-not-know' },
    ),
  ]
}

/** A doctor of the military hospital: one kept the register, one saw lists come, one was told to be silent. */
export function doctorSays(witness: Witness): readonly Assertion[] {
  const stay = stayOf(WARDS, witness)
  const own = DOCTORS[witness.code] ?? []
  const worked = served(witness, stay, 'court/clinic', {
    en: 'The witness worked at Willow Military Hospital',
    ar: 'عمل الشاهد في مستشفى الصفصاف العسكري',
  })
  const place = 'willow-hospital'
  return [worked, ...own.map((one) => ({ ...one, when: `${stay.from}/${stay.to}`, place }))]
}

const FORBIDDEN = asserted({
  phrase: 'court/forbidden.doctor',
  topic: 'silence-ordered',
  mode: 'incident',
  basis: 'took-part',
  proposition: {
    en: 'The hospital forbade its doctors to speak with families of prisoners.',
    ar: 'منع المستشفى أطباءه من الكلام مع أهالي السجناء.',
  },
})
const LISTS_WITHOUT_MEN = asserted({
  phrase: 'court/convoy.doctor',
  topic: 'lists-without-patients',
  mode: 'pattern',
  basis: 'saw',
  proposition: {
    en: 'Lists of names came from the Nine Lamps to the hospital without the men.',
    ar: 'كانت قوائم أسماء تصل من القناديل التسعة إلى المستشفى من غير أصحابها.',
  },
})
const REGISTER = asserted({
  phrase: 'court/register.doctor',
  topic: 'hospital-register',
  mode: 'pattern',
  basis: 'took-part',
  proposition: {
    en: 'Names from the Nine Lamps were entered in the register as “sent on” although nobody had been brought in.',
    ar: 'سُجلت أسماء من القناديل التسعة بعبارة «أُرسلوا» مع أن أحدًا لم يُحضَر.',
  },
})
const MORNINGS = asserted(
  {
    phrase: 'court/mornings.doctor',
    topic: 'day-of-the-lists',
    mode: 'pattern',
    basis: 'saw',
    proposition: {
      en: 'The lists came to the hospital in the morning, usually on Wednesday.',
      ar: 'كانت القوائم تصل إلى المستشفى صباحًا، يوم الأربعاء عادة.',
    },
  },
  {
    pattern: {
      rate: null,
      weekdays: ['WE'],
      weekdayConfidence: 'usually',
      partOfDay: 'morning',
      window: null,
      size: null,
      exceptions: null,
      observed: 'most',
    },
  },
)
const UNKNOWN = asserted(
  {
    phrase: 'court/fate.doctor',
    topic: 'inside-weir-house',
    mode: 'state',
    basis: 'took-part',
    proposition: {
      en: 'The witness does not know where the men named on the lists were.',
      ar: 'لا يعرف الشاهد أين كان الرجال المذكورون في القوائم.',
    },
  },
  { polarity: 'does-not-know' },
)
const DOCTORS: Readonly<Record<string, readonly Assertion[]>> = {
  W39: [REGISTER, LISTS_WITHOUT_MEN, MORNINGS, UNKNOWN],
  W40: [LISTS_WITHOUT_MEN, MORNINGS, UNKNOWN],
  W41: [LISTS_WITHOUT_MEN, MORNINGS, FORBIDDEN],
}

/** A lawyer who was turned away: at first hand the gate and the registry, at second hand the nights. */
export function lawyerSays(witness: Witness): readonly Assertion[] {
  const known = witness.code === 'W42' || witness.code === 'W43'
  return [
    asserted(
      {
        phrase: 'court/access.lawyer',
        topic: 'lawyers-turned-away',
        mode: 'pattern',
        basis: 'took-part',
        proposition: {
          en: 'A lawyer was never let in to a client at the Nine Lamps.',
          ar: 'لم يُسمح لمحام بالدخول على موكل في القناديل التسعة.',
        },
      },
      { place: 'gate-house' },
    ),
    asserted(
      {
        phrase: 'court/file.lawyer',
        topic: 'files-withheld',
        mode: 'pattern',
        basis: 'took-part',
        proposition: {
          en: 'The Field Court withheld its files from counsel.',
          ar: 'حجبت المحكمة الميدانية ملفاتها عن المحامين.',
        },
      },
      { place: 'scales-court' },
    ),
    asserted(
      {
        phrase: 'court/clients.lawyer',
        topic: 'night-removals',
        mode: 'pattern',
        basis: 'told-by-unnamed',
        proposition: {
          en: 'Groups of prisoners were called from the wards at night, as clients told the witness.',
          ar: 'كانت مجموعات من السجناء تُستدعى من المهاجع ليلًا، بحسب ما قاله موكلون للشاهد.',
        },
      },
      { certainty: 'reports-without-view', place: 'heron-house' },
    ),
    asserted(
      {
        phrase: known ? 'court/seals.known' : 'court/seals.told',
        topic: 'seals-decided',
        mode: 'attribution',
        basis: known ? 'common-knowledge' : 'told-by-unnamed',
        proposition: SEALS_DECIDED,
      },
      { certainty: 'reports-without-view', roles: [SEALS] },
    ),
  ]
}

export const SEALS_DECIDED: Both = {
  en: 'The Office of Seals decided who was taken.',
  ar: 'مكتب الأختام هو من كان يقرر من يؤخذ.',
}

function served(
  witness: Witness,
  { from, to }: Stay,
  phrase: 'court/bench' | 'court/clinic',
  what: Both,
): Assertion {
  const [start, end] = [monthInWords(from), monthInWords(to)]
  return asserted(
    {
      phrase,
      topic: `service-${witness.code}`,
      mode: 'state',
      basis: 'took-part',
      proposition: {
        en: `${what.en} from ${start.en} to ${end.en}.`,
        ar: `${what.ar} من ${start.ar} إلى ${end.ar}.`,
      },
    },
    {
      slots: { from: start[witness.language], to: end[witness.language] },
      when: `${from}/${to}`,
      place: phrase === 'court/bench' ? 'scales-court' : 'willow-hospital',
    },
  )
}

function stayOf(stays: Readonly<Record<string, Stay>>, { code }: Witness): Stay {
  const stay = stays[code]
  if (stay === undefined) throw new Error(`${code} has no years of service`)
  return stay
}
