import { LIAR } from './cast/others.ts'
import type { FindingPlan } from './findings.ts'

/** What happened to families and in the court, who decided, and what was said in public. */
export const FINDINGS_ON_PEOPLE: readonly FindingPlan[] = [
  {
    code: 'F13',
    kind: 'state',
    proposition: {
      en: 'Families who asked after prisoners of the Nine Lamps were given no answer.',
      ar: 'لم يُعط الأهالي الذين سألوا عن سجناء القناديل التسعة جوابًا.',
    },
    on: [{ topic: 'families-without-answer' }, { topic: 'no-notice-in-papers' }],
    against: [
      {
        topic: 'families-received',
        dismissed:
          'He names no family and no letter; every relative heard says the contrary, and no file holds an answer.',
      },
    ],
    signed: {
      standard: 'clear-and-convincing',
      reasons: {
        en: 'Every relative heard says so of his or her own asking; the papers known to experts hold no answer.',
        ar: 'يقول ذلك كل من سُمعت شهادته من الأقارب عن سؤاله هو، والأوراق التي يعرفها الخبراء لا تحوي جوابًا.',
      },
    },
    expected: {
      standing: 'strongly-corroborated',
      originsAtLeast: 4,
      why: 'Twenty origins at first hand; the contrary claim is a lie and was dismissed with reasons.',
      truth: 'true',
    },
  },
  {
    code: 'F14',
    kind: 'pattern',
    proposition: {
      en: 'Hearings before the Field Court took a few minutes and were held without counsel.',
      ar: 'كانت جلسات المحكمة الميدانية تدوم بضع دقائق وتُعقد بلا محام.',
    },
    on: [{ topic: 'court-without-counsel', except: [LIAR] }],
    against: [
      {
        topic: 'court-without-counsel',
        of: [LIAR],
        dismissed: 'Three who sat on the bench and those who stood before it say the contrary.',
      },
    ],
    signed: {
      standard: 'clear-and-convincing',
      reasons: {
        en: 'Three former judges and five former detainees say so, from the two sides of the table.',
        ar: 'يقول ذلك ثلاثة قضاة سابقين وخمسة محتجزين سابقين، من جانبي الطاولة.',
      },
    },
    expected: {
      standing: 'strongly-corroborated',
      originsAtLeast: 4,
      why: 'Eight independent origins who took part; the contrary claim is a lie and was dismissed with reasons.',
      truth: 'true',
    },
  },
  {
    code: 'F15',
    kind: 'pattern',
    proposition: {
      en: 'After its sessions the Field Court sent lists of names to the Office of Seals.',
      ar: 'كانت المحكمة الميدانية ترسل بعد جلساتها قوائم أسماء إلى مكتب الأختام.',
    },
    on: [{ topic: 'lists-to-seals' }],
    signed: {
      standard: 'clear-and-convincing',
      reasons: {
        en: 'Three judges who signed such lists, of three different years.',
        ar: 'ثلاثة قضاة وقعوا مثل هذه القوائم، من سنوات مختلفة.',
      },
    },
    expected: {
      standing: 'strongly-corroborated',
      origins: 2,
      why: 'Three who took part; with two of them gone one is left.',
      truth: 'true',
    },
  },
  {
    code: 'F16',
    kind: 'state',
    proposition: {
      en: 'The Office of Seals decided who was taken.',
      ar: 'مكتب الأختام هو من كان يقرر من يؤخذ.',
    },
    on: [{ topic: 'seals-decided' }],
    signed: null,
    expected: {
      standing: 'secondary-only',
      why: 'Experts infer it, lawyers had it from others, a report repeats it; nobody knows it at first hand, however many say it.',
      truth: 'true',
    },
  },
  {
    code: 'F17',
    kind: 'pattern',
    proposition: {
      en: 'The hospital entered names from the Nine Lamps as “sent on” although nobody had been brought in.',
      ar: 'سجل المستشفى أسماء من القناديل التسعة بعبارة «أُرسلوا» مع أن أحدًا لم يُحضَر.',
    },
    on: [{ topic: 'hospital-register' }],
    signed: {
      standard: 'reasonable-suspicion',
      reasons: {
        en: 'The doctor who wrote the entries says so; the register itself has not been seen.',
        ar: 'يقول ذلك الطبيب الذي كتب القيود، أما السجل نفسه فلم يُطلع عليه.',
      },
    },
    expected: {
      standing: 'uncorroborated',
      origins: 1,
      why: 'One account at first hand, and nothing independent beside it.',
      truth: 'true',
    },
  },
  {
    code: 'F18',
    kind: 'incident',
    proposition: {
      en: 'The hospital forbade its doctors to speak with families of prisoners.',
      ar: 'منع المستشفى أطباءه من الكلام مع أهالي السجناء.',
    },
    on: [{ topic: 'silence-ordered' }],
    signed: null,
    expected: {
      standing: 'unsupported',
      why: 'Its only witness, W41, withdrew consent; nothing is left beneath it.',
      truth: 'true',
    },
  },
  {
    code: 'F19',
    kind: 'incident',
    proposition: {
      en: 'P16 was taken from his ward at night with a group.',
      ar: 'أُخذ P16 من مهجعه ليلًا مع مجموعة.',
    },
    on: [{ topic: 'fate-P16', of: ['W22'] }],
    against: [{ topic: 'fate-P16', of: ['W79'], dismissed: null }],
    signed: null,
    expected: {
      standing: 'contradicted',
      inner: 'uncorroborated',
      why: 'W22 took a transfer for a removal; W79 saw him alive in Lavender Camp a year later. Nobody has decided yet.',
      truth: 'false',
    },
  },
  {
    code: 'F20',
    kind: 'incident',
    proposition: {
      en: 'P02 was met by his family at the Gate House.',
      ar: 'التقت أسرة P02 به في مبنى البوابة.',
    },
    on: [{ topic: 'last-contact-P02' }],
    signed: null,
    expected: {
      standing: 'uncorroborated',
      origins: 1,
      why: 'W63 and W64 live in one household and nobody has decided whether they are independent: they count once.',
      truth: 'true',
    },
  },
  {
    code: 'F21',
    kind: 'incident',
    proposition: {
      en: 'P09 was met by his family at the Gate House.',
      ar: 'التقت أسرة P09 به في مبنى البوابة.',
    },
    on: [{ topic: 'last-contact-P09' }],
    signed: {
      standard: 'balance-of-probabilities',
      reasons: {
        en: 'Two relatives of one household, each there alone on another day: held independent, with the reason on record.',
        ar: 'قريبان من أسرة واحدة، كان كل منهما هناك وحده في يوم آخر: عُدّا مستقلين، والسبب مدون.',
      },
    },
    expected: {
      standing: 'strongly-corroborated',
      origins: 1,
      why: 'W71 and W72 live in one household, but a person decided, with reasons, that they are independent here.',
      truth: 'true',
    },
  },
  {
    code: 'F22',
    kind: {
      to: 'D01',
      beneath: {
        en: 'No prisoner was ever taken out of his ward at night.',
        ar: 'لم يُخرج أي سجين من مهجعه ليلًا قط.',
      },
    },
    proposition: {
      en: 'The Ministry of Public Quiet stated that no prisoner had ever been taken out of his ward at night.',
      ar: 'ذكرت وزارة السكينة العامة أن أي سجين لم يُخرج من مهجعه ليلًا قط.',
    },
    on: [{ topic: 'ministry-on-removals' }],
    signed: {
      standard: 'clear-and-convincing',
      reasons: { en: 'The statement itself is held.', ar: 'البيان نفسه محفوظ لدينا.' },
    },
    expected: {
      standing: 'attributed',
      inner: 'secondary-only',
      why: 'The document carries that it was said. What was said is contradicted by F01.',
      truth: 'true',
    },
  },
  {
    code: 'F23',
    kind: {
      to: 'D02',
      beneath: {
        en: 'Hundreds of men held at the Nine Lamps are missing.',
        ar: 'مئات الرجال الذين احتُجزوا في القناديل التسعة مفقودون.',
      },
    },
    proposition: {
      en: 'Lantern Watch reported that hundreds of men held at the Nine Lamps are missing.',
      ar: 'أفاد مرصد الفانوس بأن مئات الرجال الذين احتُجزوا في القناديل التسعة مفقودون.',
    },
    on: [{ topic: 'hundreds-missing' }],
    signed: {
      standard: 'clear-and-convincing',
      reasons: {
        en: 'The report itself is held; the newspaper repeats it and adds nothing of its own.',
        ar: 'التقرير نفسه محفوظ لدينا، والصحيفة تعيده ولا تضيف إليه شيئًا.',
      },
    },
    expected: {
      standing: 'attributed',
      inner: 'secondary-only',
      why: 'Report and newspaper are one origin, and neither knows at first hand.',
      truth: 'true',
    },
  },
]
