import { addDays, type Dice, type Locale } from '@corroborate/base'
import type { Person, Unit } from '@corroborate/claims'
import {
  PURPOSES,
  RECIPIENTS,
  type Consent,
  type Interview,
  type OriginLink,
  type Source,
} from '@corroborate/testimony'
import type { Both } from './accounts/assertion.ts'
import { REHEARSED } from './cast/detainees.ts'
import { GATE, LIAR, WITHDRAWN } from './cast/others.ts'
import { RELATIVES } from './cast/relatives.ts'
import type { Witness } from './cast/witness.ts'
import { idOf } from './ids.ts'
import type { World } from './world/world.ts'

const ROLE_NAMES: Readonly<Record<string, Both>> = {
  'former-detainee': { en: 'formerly detained', ar: 'محتجز سابق' },
  'former-guard': { en: 'former guard', ar: 'حارس سابق' },
  'former-official': { en: 'former official', ar: 'موظف سابق' },
  judge: { en: 'former judge', ar: 'قاض سابق' },
  lawyer: { en: 'lawyer', ar: 'محام' },
  doctor: { en: 'doctor', ar: 'طبيب' },
  relative: { en: 'relative of a missing person', ar: 'من أقارب مفقود' },
  expert: { en: 'expert', ar: 'خبير' },
}

/** A witness under a code, with a rating that was given before anything was compared. */
export function sourceOf({ code, role }: Witness): Source {
  const name = ROLE_NAMES[role] ?? { en: role, ar: role }
  return {
    id: idOf('source', code),
    code,
    kind: 'witness',
    role,
    title: { en: `${code}, ${name.en}`, ar: `${code}، ${name.ar}` },
    reliability: code === LIAR ? 'D' : 'F',
    credibility: code === LIAR ? 5 : 6,
  }
}

/** Who had what from whom, who lives with whom, and who was heard together. */
export function originLinks(): readonly OriginLink[] {
  const told = RELATIVES.flatMap(({ code, toldBy }) =>
    toldBy === null
      ? []
      : [link(code, toldBy, 'told-by', 'dependent', 'The witness says so; the former detainee says so too.')],
  )
  return [
    ...told,
    link('W05', GATE, 'told-by', 'dependent', 'He had the story of the locked hall from this guard.'),
    link('D03', 'D02', 'derived-from', 'dependent', 'The article names the report as its source.'),
    link(
      REHEARSED[0],
      REHEARSED[1],
      'joint-interview',
      'undecided',
      'They asked to be heard together and use the same words; nobody has decided yet.',
    ),
    link(
      'W63',
      'W64',
      'same-household',
      'undecided',
      'They live in one house and have spoken of little else.',
    ),
    link(
      'W71',
      'W72',
      'same-household',
      'independent',
      'Each was at the Gate House alone, on another day, before they lived in one house: decided by reviewer V1.',
    ),
  ]
}

function link(
  from: string,
  to: string,
  kind: OriginLink['kind'],
  decision: OriginLink['decision'],
  reason: string,
): OriginLink {
  return { from: idOf('source', from), to: idOf('source', to), kind, decision, reason }
}

const COUNTRIES: readonly [Both, ...Both[]] = [
  { en: 'Qandaloria', ar: 'قندلوريا' },
  { en: 'a neighbouring country', ar: 'بلد مجاور' },
  { en: 'another country', ar: 'بلد آخر' },
]

/** One interview with each witness, between September 2009 and the following spring. */
export function interviewOf(witness: Witness, dice: Dice): Interview {
  const { code, language } = witness
  const joint = REHEARSED.some((one) => one === code)
  const number = Number(code.slice(1))
  return {
    id: idOf('interview', `I${code.slice(1)}`),
    code: `I${code.slice(1)}`,
    witness: idOf('source', code),
    date: joint ? '2009-11-10' : addDays('2009-09-01', dice.whole(0, 120)),
    place: dice.pick(COUNTRIES),
    remote: dice.next() < 0.3,
    interviewer: `researcher R${(number % 3) + 1}`,
    interpreter: language === 'ar' && number % 8 === 0 ? 'interpreter T1' : null,
    languages: [language],
    others: joint ? ['the other of the two witnesses, for a part of the time'] : [],
    priorAccounts: dice.next() < 0.25 ? ['to an association of families, not written down'] : [],
    distress: dice.next() < 0.15 ? 'asked for a break, and went on' : null,
    referralOffered: true,
  }
}

type Allowed = Consent['allows']

/** How far witnesses let their accounts go: to everybody, to bodies and courts, or to the team alone. */
const SCOPES: Readonly<Record<'open' | 'courts' | 'team', Allowed>> = {
  open: PURPOSES.flatMap((purpose) => RECIPIENTS.map((recipient) => ({ purpose, recipient }))),
  courts: PURPOSES.flatMap((purpose) =>
    (['own-team', 'un-mechanism', 'icc', 'national-court'] as const).map((recipient) => ({
      purpose,
      recipient,
    })),
  ),
  team: [
    { purpose: 'analysis', recipient: 'own-team' },
    { purpose: 'recontact', recipient: 'own-team' },
  ],
}

/** The guards and the doctor with the register speak to courts only; of the others about half let their words be quoted. */
export function consentOf(witness: Witness, interview: Interview, dice: Dice): Consent {
  const { code, language, role } = witness
  const guarded = role === 'former-guard' || code === 'W39'
  const scope = guarded ? 'courts' : dice.pick(['open', 'open', 'courts', 'team'] as const)
  return {
    id: idOf('consent', code, '1'),
    witness: idOf('source', code),
    version: 1,
    allows: SCOPES[scope],
    conceal: guarded
      ? ['name', 'voice', 'face', 'place', 'family']
      : scope === 'open'
        ? ['name']
        : ['name', 'face', 'place'],
    explainedBy: interview.interviewer,
    language: language satisfies Locale,
    givenAt: interview.date,
    withdrawnAt: WITHDRAWN[code] ?? null,
  }
}

/** The commander by what he was called, and the missing by their tokens: no name stands in a register. */
export function persons({ missing }: World): readonly Person[] {
  return [
    {
      id: idOf('person', 'P01'),
      code: 'P01',
      name: {
        en: 'The one called “the Heron”, commander of Heron House',
        ar: 'الملقب بالبلشون، قائد مبنى البلشون',
      },
      part: 'alleged-perpetrator',
    },
    ...missing.map(({ code, token }) => ({
      id: idOf('person', code),
      code,
      name: { en: `Missing person ${token}`, ar: `المفقود ${token}` },
      part: 'missing' as const,
    })),
  ]
}

export function units(): readonly Unit[] {
  const named = [
    ['office-of-seals', 'Office of Seals', 'مكتب الأختام'],
    ['field-court', 'Field Court of the Scales', 'محكمة الميزان الميدانية'],
    ['public-quiet', 'Ministry of Public Quiet', 'وزارة السكينة العامة'],
  ] as const
  return named.map(([code, en, ar]) => ({ id: idOf('unit', code), code, name: { en, ar }, active: null }))
}
