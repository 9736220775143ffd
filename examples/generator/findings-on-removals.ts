import { ESCORT, GATE, LIAR, REGISTRY } from './cast/others.ts'
import { RHYTHMS } from './accounts/rhythm.ts'
import type { FindingPlan } from './findings.ts'

const LIAR_SET_ASIDE =
  'He answered for the house himself. Independent accounts at first hand, given apart and in two languages, say the contrary, a guard who took part among them; he names no occasion and nobody who was there with him.'
const STATEMENT_SET_ASIDE =
  'The statement names no source and no vantage point; it is secondary, and its author is the body complained of.'

/** What happened in the prison. */
export const FINDINGS_ON_REMOVALS: readonly FindingPlan[] = [
  {
    code: 'F01',
    kind: 'pattern',
    proposition: {
      en: 'Groups of prisoners were taken out of Heron House at night.',
      ar: 'كانت مجموعات من السجناء تُخرج من مبنى البلشون ليلًا.',
    },
    on: [{ topic: 'night-removals', except: [LIAR] }],
    against: [
      { topic: 'night-removals', of: [LIAR], dismissed: LIAR_SET_ASIDE },
      { topic: 'ministry-on-removals', dismissed: STATEMENT_SET_ASIDE },
    ],
    signed: {
      standard: 'clear-and-convincing',
      reasons: {
        en: 'Many who were held on all three floors saw or heard it, apart from one another; two guards describe it from their side. The two denials were weighed and set aside.',
        ar: 'رآه أو سمعه كثيرون ممن احتُجزوا في الطوابق الثلاثة، كل على حدة، ووصفه حارسان من جهتهما. ووُزن الإنكاران ثم نُحيا.',
      },
    },
    expected: {
      standing: 'strongly-corroborated',
      originsAtLeast: 4,
      why: 'Every former detainee saw or heard it and two guards took part or saw it; the only contrary account at first hand is a lie and was dismissed with reasons.',
      truth: 'true',
    },
  },
  {
    code: 'F02',
    kind: 'pattern',
    proposition: RHYTHMS.P3,
    on: [{ topic: 'rhythm-P3' }],
    signed: {
      standard: 'balance-of-probabilities',
      reasons: {
        en: 'Those who heard it in their wards and the guard on the stairs give the same days. Only the guard saw every group.',
        ar: 'من سمعوه في مهاجعهم والحارس على الدرج يذكرون الأيام نفسها. والحارس وحده رأى كل المجموعات.',
      },
    },
    expected: {
      standing: 'strongly-corroborated',
      origins: 1,
      why: 'Many heard the rhythm; only the guard on the stairs knows it as an eyewitness, so that it falls without him alone.',
      truth: 'true',
    },
  },
  {
    code: 'F03',
    kind: 'pattern',
    proposition: {
      en: 'Those called out were told that they were being moved to an ordinary prison.',
      ar: 'قيل لمن نودي عليهم إنهم ينقلون إلى سجن عادي.',
    },
    on: [{ topic: 'told-of-transfer' }],
    signed: {
      standard: 'clear-and-convincing',
      reasons: {
        en: 'Heard in seven wards, and said by the one who was ordered to say it.',
        ar: 'سُمع في سبعة مهاجع، وقاله من أُمر بأن يقوله.',
      },
    },
    expected: {
      standing: 'strongly-corroborated',
      origins: 1,
      why: 'Several heard it, one guard said it himself; without him nobody is left who took part or saw.',
      truth: 'true',
    },
  },
  {
    code: 'F04',
    kind: 'pattern',
    proposition: {
      en: 'The groups were driven from the yard to the lower door of Weir House.',
      ar: 'كانت المجموعات تُنقل من الساحة إلى الباب السفلي لمبنى السد.',
    },
    on: [{ topic: 'lorry-to-weir-house', except: [LIAR] }],
    against: [{ topic: 'lorry-to-weir-house', of: [LIAR], dismissed: LIAR_SET_ASIDE }],
    signed: {
      standard: 'clear-and-convincing',
      reasons: {
        en: 'Seen from windows on two floors over two years, heard elsewhere, and told by a guard who rode along as far as the door.',
        ar: 'رُئي من نوافذ في طابقين على مدى سنتين، وسُمع في أماكن أخرى، ورواه حارس رافقهم حتى الباب.',
      },
    },
    expected: {
      standing: 'strongly-corroborated',
      origins: 5,
      why: 'A guard and four former detainees on the yard side know it as eyewitnesses; all five must go before it falls.',
      truth: 'true',
    },
  },
  {
    code: 'F05',
    kind: 'state',
    proposition: {
      en: 'None of those taken at night came back to the wards.',
      ar: 'لم يعد إلى المهاجع أحد ممن أُخذوا ليلًا.',
    },
    on: [{ topic: 'none-came-back' }],
    signed: {
      standard: 'clear-and-convincing',
      reasons: {
        en: 'Five men of four wards say so of their own wards. What became of those taken is not a part of this finding.',
        ar: 'يقول ذلك خمسة رجال من أربعة مهاجع عن مهاجعهم. أما مصير من أُخذوا فليس جزءًا من هذه النتيجة.',
      },
    },
    expected: {
      standing: 'strongly-corroborated',
      origins: 4,
      why: 'Five independent accounts at first hand; it takes the loss of four to leave one.',
      truth: 'true',
    },
  },
  {
    code: 'F06',
    kind: 'pattern',
    proposition: {
      en: 'Each such night began with three short blows on a whistle and a long one.',
      ar: 'كانت كل ليلة كهذه تبدأ بثلاث صفرات قصيرة وصفرة طويلة.',
    },
    on: [{ topic: 'whistle-signal' }],
    signed: null,
    expected: {
      standing: 'uncorroborated',
      origins: 1,
      why: 'Two accounts, but the two rehearsed together: they count once. Nobody else heard a whistle, and there was none.',
      truth: 'false',
    },
  },
  {
    code: 'F07',
    kind: 'state',
    proposition: {
      en: 'The belongings of those taken stayed in the ward or were carried to the store.',
      ar: 'بقيت أغراض من أُخذوا في المهجع أو حُملت إلى المخزن.',
    },
    on: [{ topic: 'belongings-left' }],
    signed: null,
    version: 2,
    unsigned: {
      en: 'Signed as version one on two accounts; re-opened when W12 withdrew consent.',
      ar: 'وُقعت نسختها الأولى على شهادتين، ثم أعيد فتحها حين سحب W12 موافقته.',
    },
    expected: {
      standing: 'uncorroborated',
      origins: 1,
      why: 'It stood strongly corroborated on W07 and W12 until W12 withdrew consent; one account is left.',
      truth: 'true',
    },
  },
  {
    code: 'F08',
    kind: 'state',
    proposition: {
      en: 'Those brought to Weir House were shut in a locked hall on its lower floor.',
      ar: 'كان من يُحضَرون إلى مبنى السد يُغلق عليهم في قاعة مقفلة في طابقه السفلي.',
    },
    on: [{ topic: 'locked-hall' }],
    signed: null,
    expected: {
      standing: 'uncorroborated',
      origins: 1,
      why: 'Four voices and one origin: three relatives had it from a former detainee, and he from the guard who saw it.',
      truth: 'true',
    },
  },
  {
    code: 'F09',
    kind: 'state',
    proposition: {
      en: 'No group was taken after June 2005.',
      ar: 'لم تؤخذ أي مجموعة بعد حزيران ٢٠٠٥.',
    },
    on: [{ topic: 'removals-after-june-2005', except: ['W29'] }],
    against: [{ topic: 'removals-after-june-2005', of: ['W29'], dismissed: null }],
    signed: null,
    expected: {
      standing: 'contradicted',
      inner: 'strongly-corroborated',
      why: 'W29 saw a group and dates it a month too late; nobody has decided yet.',
      truth: 'true',
    },
  },
  {
    code: 'F10',
    kind: 'pattern',
    proposition: {
      en: 'The commander called “the Heron” gave the orders for the groups.',
      ar: 'القائد الملقب بالبلشون كان يأمر بإخراج المجموعات.',
    },
    on: [{ topic: 'orders-of-the-heron' }],
    signed: {
      standard: 'reasonable-grounds',
      reasons: {
        en: 'One guard was given the order by him; three prisoners overheard guards say so.',
        ar: 'تلقى حارس الأمر منه، وسمع ثلاثة سجناء حراسًا يقولون ذلك.',
      },
    },
    expected: {
      standing: 'corroborated',
      origins: 1,
      why: 'One account at first hand, three independent ones of words overheard.',
      truth: 'true',
    },
  },
  {
    code: 'F11',
    kind: 'quantity',
    proposition: {
      en: 'From July 2004 to June 2005 a group was between ten and twenty men.',
      ar: 'من تموز ٢٠٠٤ إلى حزيران ٢٠٠٥ كانت المجموعة بين عشرة رجال وعشرين رجلًا.',
    },
    on: [{ topic: 'group-size-P3', of: [ESCORT, REGISTRY] }],
    against: [
      {
        topic: 'group-size-P3',
        of: [GATE],
        dismissed:
          'Estimated from the gate, in the dark and over two hundred metres, and not counted; the guard who counted and the slips agree with each other.',
      },
    ],
    signed: {
      standard: 'balance-of-probabilities',
      reasons: {
        en: 'Counted twice each time by the guard on the stairs; the same bounds stood on the slips.',
        ar: 'كان الحارس على الدرج يعدهم مرتين كل مرة، والحدان نفسهما كانا في القصاصات.',
      },
    },
    expected: {
      standing: 'corroborated',
      origins: 1,
      why: 'One who counted, and an independent reader of the slips; the estimate from the gate was set aside with reasons.',
      truth: 'true',
    },
  },
  {
    code: 'F12',
    kind: 'incident',
    proposition: {
      en: 'On the night of the dust storm, in spring 2004, a group was taken out of Heron House.',
      ar: 'ليلة عاصفة الغبار، في ربيع ٢٠٠٤، أُخرجت مجموعة من مبنى البلشون.',
    },
    on: [{ topic: 'night-of-the-dust-storm' }],
    signed: {
      standard: 'clear-and-convincing',
      reasons: {
        en: 'Four men of four wards remember the night by the same storm.',
        ar: 'يذكر أربعة رجال من أربعة مهاجع تلك الليلة بالعاصفة نفسها.',
      },
    },
    expected: {
      standing: 'strongly-corroborated',
      origins: 3,
      why: 'Three saw it and one heard it; it falls when the three who saw are gone, or any three of them.',
      truth: 'true',
    },
  },
]
