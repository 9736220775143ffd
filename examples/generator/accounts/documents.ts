import { valueOf, whenFrom } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import {
  findPassage,
  freezeText,
  makePassage,
  type Passage,
  type Source,
  type Text,
} from '@corroborate/testimony'
import { idOf } from '../ids.ts'
import { SEALS_DECIDED } from './court.ts'
import type { Both } from './assertion.ts'

/** An invented document: its words, and what is coded from them. */
interface Paper {
  readonly source: Omit<Source, 'id'>
  readonly language: 'en' | 'ar'
  readonly words: string
  readonly says: readonly Saying[]
}

interface Saying {
  readonly exact: string
  readonly topic: string
  readonly mode: Claim['mode']
  readonly polarity: Claim['polarity']
  readonly proposition: Both
  readonly place: string | null
  readonly when: string | null
  readonly size: { readonly min: number; readonly max: number; readonly said: string } | null
}

const INVENTED: Both = { en: '(invented, for training)', ar: '(مُختلَق للتدريب)' }

const MINISTRY: Paper = {
  source: paper('D01', 'government', {
    en: 'Statement of the Ministry of Public Quiet, 9 May 2006',
    ar: 'بيان وزارة السكينة العامة، ٩ أيار ٢٠٠٦',
  }),
  language: 'ar',
  words: [
    'تؤكد وزارة السكينة العامة أن ما يتداول عن سجن القناديل التسعة لا أساس له.',
    'لم يُخرج أي سجين من مهجعه ليلًا في أي وقت، وكل نقل جرى في وضح النهار وبأمر مكتوب.',
    'وتدعو الوزارة الأهالي إلى مراجعة مكاتبها في أوقات الدوام.',
  ].join('\n\n'),
  says: [
    {
      exact: 'لم يُخرج أي سجين من مهجعه ليلًا في أي وقت',
      topic: 'ministry-on-removals',
      mode: 'negative',
      polarity: 'denied',
      proposition: {
        en: 'No prisoner was ever taken out of his ward at night.',
        ar: 'لم يُخرج أي سجين من مهجعه ليلًا قط.',
      },
      place: 'heron-house',
      when: '2003/2005',
      size: null,
    },
  ],
}

const LANTERN_WATCH: Paper = {
  source: paper('D02', 'report', {
    en: 'Lantern Watch, “The Ninth Lamp”, report of November 2007',
    ar: 'مرصد الفانوس، «القنديل التاسع»، تقرير تشرين الثاني ٢٠٠٧',
  }),
  language: 'en',
  words: [
    'Lantern Watch has spoken with families in Saffron Province and abroad.',
    'Hundreds of men held at the Prison of the Nine Lamps are missing, and the Office of Seals decided who was taken.',
    'In the first year the groups were small: between four and twelve men, on the papers that we were shown.',
    'We have not been able to visit the prison.',
  ].join('\n\n'),
  says: [
    {
      exact: 'the Office of Seals decided who was taken',
      topic: 'seals-decided',
      mode: 'attribution',
      polarity: 'affirmed',
      proposition: SEALS_DECIDED,
      place: null,
      when: null,
      size: null,
    },
    {
      exact: 'Hundreds of men held at the Prison of the Nine Lamps are missing',
      topic: 'hundreds-missing',
      mode: 'state',
      polarity: 'affirmed',
      proposition: {
        en: 'Hundreds of men held at the Nine Lamps are missing.',
        ar: 'مئات الرجال الذين احتُجزوا في القناديل التسعة مفقودون.',
      },
      place: 'nine-lamps',
      when: null,
      size: null,
    },
    {
      exact: 'between four and twelve men, on the papers that we were shown',
      topic: 'group-size-P1',
      mode: 'pattern',
      polarity: 'affirmed',
      proposition: {
        en: 'A group was between four and twelve men in the first year.',
        ar: 'كانت المجموعة بين أربعة رجال واثني عشر رجلًا في السنة الأولى.',
      },
      place: 'heron-house',
      when: '2003-03/2003-09',
      size: { min: 4, max: 12, said: 'between four and twelve men' },
    },
  ],
}

const LANTERN: Paper = {
  source: paper('D03', 'press', {
    en: 'The Wadilorn Lantern, article of 2 December 2007',
    ar: 'فانوس واديلورن، مقال ٢ كانون الأول ٢٠٠٧',
  }),
  language: 'en',
  words: [
    'A report by Lantern Watch says that hundreds of men from the Nine Lamps are missing.',
    'The Ministry of Public Quiet did not answer our letters.',
  ].join('\n\n'),
  says: [
    {
      exact: 'hundreds of men from the Nine Lamps are missing',
      topic: 'hundreds-missing',
      mode: 'state',
      polarity: 'affirmed',
      proposition: {
        en: 'Hundreds of men held at the Nine Lamps are missing.',
        ar: 'مئات الرجال الذين احتُجزوا في القناديل التسعة مفقودون.',
      },
      place: 'nine-lamps',
      when: null,
      size: null,
    },
  ],
}

function paper(code: string, role: Source['role'], title: Both): Omit<Source, 'id'> {
  const named = { en: `${title.en} ${INVENTED.en}`, ar: `${title.ar} ${INVENTED.ar}` }
  return { code, kind: 'document', role, title: named, reliability: 'F', credibility: 6 }
}

/** The invented documents, with their texts, passages and claims. */
export function documents(): {
  readonly sources: readonly Source[]
  readonly texts: readonly Text[]
  readonly passages: readonly Passage[]
  readonly claims: readonly Claim[]
} {
  const read = [MINISTRY, LANTERN_WATCH, LANTERN].map(readPaper)
  return {
    sources: read.map(({ source }) => source),
    texts: read.map(({ text }) => text),
    passages: read.flatMap(({ passages }) => passages),
    claims: read.flatMap(({ claims }) => claims),
  }
}

function readPaper({ source, language, words, says }: Paper) {
  const { code, title } = source
  const { content, sha256 } = freezeText(words)
  const text: Text = {
    id: idOf('text', code),
    code,
    source: idOf('source', code),
    title,
    language,
    kind: 'transcript',
    translationOf: null,
    version: 1,
    content,
    sha256,
    turns: [],
  }
  const passages = says.map(({ exact }, index) => {
    const name = `${code}-p${index + 1}`
    return valueOf(
      makePassage(text, valueOf(findPassage(text, { exact })), { id: idOf('passage', name), code: name }),
    )
  })
  const claims = passages.map((passage, index) => claimOn(code, says[index], passage, index))
  return { source: { id: idOf('source', code), ...source }, text, passages, claims }
}

function claimOn(source: string, saying: Saying | undefined, passage: Passage, index: number): Claim {
  if (saying === undefined) throw new Error('a passage of a document without its saying')
  const { topic, mode, polarity, proposition, place, when, size } = saying
  const code = `${source}-c${index + 1}`
  return {
    id: idOf('claim', code),
    code,
    source: idOf('source', source),
    passages: [passage.id],
    mode,
    topic,
    proposition,
    roles: [],
    when: when === null ? null : valueOf(whenFrom(when)),
    place: place === null ? null : idOf('place', place),
    quantity: size === null ? null : { ...size, best: null, unit: 'people', how: 'told', per: 'occasion' },
    pattern: null,
    basis: { kind: 'document', chain: [], vantage: null },
    certainty: 'certain',
    polarity,
    coder: 'researcher R1',
    secondCoder: null,
    status: 'accepted',
  }
}
