import { isDay, type Day } from '@corroborate/base'
import type { Interview } from '@corroborate/testimony'
import { missing, NO_WORDS, wordsOf, type DraftWords, type Faults } from '../how-many/ask/draft.ts'

/** A session as it is being written down. */
export interface DraftInterview {
  readonly witness: string | null
  readonly date: string
  readonly place: DraftWords
  readonly how: 'in-person' | 'remote'
  readonly interviewer: string
  readonly interpreter: string
  /** Tags of languages, parted by commas or blanks. */
  readonly languages: string
  /** One a line. */
  readonly others: string
  readonly priorAccounts: string
  readonly distress: string
  readonly referral: 'yes' | 'no' | null
  readonly riskBefore: string
  readonly riskAfter: string
  readonly promises: readonly { readonly words: string; readonly due: string }[]
}

export const EMPTY_INTERVIEW: DraftInterview = {
  ...{ witness: null, date: '', place: NO_WORDS, how: 'in-person', interviewer: '', interpreter: '' },
  ...{ languages: '', others: '', priorAccounts: '', distress: '', referral: null },
  ...{ riskBefore: '', riskAfter: '', promises: [] },
}

interface Promised {
  readonly words: string
  readonly due: Day
}

/** A session as it is sent. */
interface InterviewAsked extends Omit<Interview, 'id' | 'code' | 'witness'> {
  readonly code: null
  readonly witness: string
  readonly promises: readonly Promised[]
}

/** The session that a draft tells of; or what stands against it, by its field. Nothing of care is supposed. */
export function interviewOfDraft(draft: DraftInterview): {
  readonly asked: InterviewAsked | null
  readonly faults: Faults
} {
  const read = readIn(draft)
  if (!isWhole(read)) return { asked: null, faults: faultsIn(read) }
  const { riskBefore, riskAfter, referral, ...said } = read
  const asked = {
    ...{ code: null, ...said, remote: draft.how === 'remote' },
    interpreter: draft.interpreter.trim() || null,
    others: linesOf(draft.others),
    priorAccounts: linesOf(draft.priorAccounts),
    distress: draft.distress.trim() || null,
    referralOffered: referral === 'yes',
    risk: { before: riskBefore, after: riskAfter },
  }
  return { asked, faults: {} }
}

/** What has to be told of every session; null where it is not. */
function readIn(draft: DraftInterview) {
  return {
    witness: draft.witness,
    date: dayTyped(draft.date),
    place: wordsOf(draft.place),
    interviewer: draft.interviewer.trim() || null,
    languages: languagesTyped(draft.languages),
    referral: draft.referral,
    riskBefore: draft.riskBefore.trim() || null,
    riskAfter: draft.riskAfter.trim() || null,
    promises: promisesTyped(draft.promises),
  }
}

type Read = ReturnType<typeof readIn>
type Whole = { readonly [Part in keyof Read]: NonNullable<Read[Part]> }

function isWhole(read: Read): read is Whole {
  return Object.values(read).every((part) => part !== null)
}

function faultsIn(read: Read): Faults {
  const fault = (part: keyof Read, what: string) => (read[part] === null ? missing(what) : undefined)
  return {
    witness: fault('witness', 'witness'),
    date: fault('date', 'day'),
    place: fault('place', 'place'),
    interviewer: fault('interviewer', 'interviewer'),
    languages: fault('languages', 'language'),
    referral: fault('referral', 'referral'),
    riskBefore: fault('riskBefore', 'risk'),
    riskAfter: fault('riskAfter', 'risk'),
    promises: fault('promises', 'promise'),
  }
}

/** What stands line by line, without empty ones. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function languagesTyped(text: string): readonly string[] | null {
  const tags = text.split(/[\s,،]+/).filter((tag) => tag !== '')
  return tags.length === 0 ? null : tags
}

function dayTyped(text: string): Day | null {
  const day = text.trim()
  return isDay(day) ? day : null
}

/** Null where a promise lacks its words or its day. */
function promisesTyped(typed: DraftInterview['promises']): readonly Promised[] | null {
  const whole = typed.flatMap(({ words, due }) => {
    const day = dayTyped(due)
    return words.trim() === '' || day === null ? [] : [{ words: words.trim(), due: day }]
  })
  return whole.length === typed.length ? whole : null
}
