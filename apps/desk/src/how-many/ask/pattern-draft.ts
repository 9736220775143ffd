import { parseId, type ClaimId, type Outcome, type Words } from '@corroborate/base'
import {
  estimateFromPatterns,
  studyParts,
  type PatternEstimate,
  type PatternRequest,
  type StudyParts,
} from '@corroborate/estimate'
import { emptyQuestion, draftOf, questionOf, type DraftQuestion, type Faults } from './draft.ts'
import {
  claimsNamed,
  draftPeriod,
  emptyPeriod,
  periodsOf,
  type DraftPeriod,
  type PeriodsRead,
} from './draft-periods.ts'
import {
  claimsOfStudy,
  draftStudy,
  faultsOfParts,
  fieldOfProjection,
  NO_STUDY,
  studyOf,
  type DraftStudy,
  type StudyRead,
} from './draft-study.ts'
import { peopleIn } from './people-in.ts'
import type { useClaims } from './use-claims.ts'

/** A whole question of claims, as it is being put together. */
export interface PatternDraft {
  readonly question: DraftQuestion
  readonly periods: readonly DraftPeriod[]
  readonly study: DraftStudy
}

export function patternDraft(asked: PatternRequest | null): PatternDraft {
  if (asked === null)
    return { question: emptyQuestion(peopleIn()), periods: [emptyPeriod('P1')], study: NO_STUDY }
  return { question: draftOf(asked), periods: asked.periods.map(draftPeriod), study: draftStudy(asked) }
}

/** Every claim that has to be here before the number can be reckoned. */
export function claimsOfDraft(asked: PatternRequest | null, draft: PatternDraft): readonly ClaimId[] {
  const checks = asked?.checks ?? []
  return claimsNamed(draft.periods, [...checks.map(({ claim }) => claim), ...claimsOfStudy(draft.study)])
}

/** What a draft comes to: what would be asked, what it answers now, and what stands against it. */
export interface PatternRead {
  readonly periods: PeriodsRead
  readonly study: StudyRead
  /** Null while claims are still to be chosen. Words do not move the number. */
  readonly answer: Outcome<PatternEstimate> | null
  /** What is wrong as it stands, by its field; not what is merely still missing. */
  readonly wrong: Faults
  /** What is still missing. */
  readonly lacking: Faults
  /** What the claims give for each threshold and projection, by its field. */
  readonly said: ReadonlyMap<string, readonly Words[]>
}

export function readPatternDraft(
  asked: PatternRequest | null,
  draft: PatternDraft,
  known: Pick<ReturnType<typeof useClaims>, 'claims' | 'contradictions' | 'pending'>,
): PatternRead {
  const periods = periodsOf(draft.periods)
  const study = studyOf(
    draft.study,
    draft.periods.map(({ code }) => code),
  )
  const request = known.pending ? null : requestOf(asked, draft, { periods, study })
  const parts = request === null ? null : studyParts(request, known.claims)
  const ofParts = parts?.ok === true ? parts.value : null
  const faults = { ...periods.faults, ...study.faults }
  return {
    periods,
    study,
    answer:
      request === null
        ? null
        : estimateFromPatterns(request, known.claims, {
            contradictions: known.contradictions,
            software: 'Corroborate',
          }),
    wrong: {
      ...those(faults, (reason) => !isMissing(reason)),
      ...(ofParts === null ? {} : faultsOfParts(study, ofParts)),
    },
    lacking: those(faults, isMissing),
    said: ofParts === null ? new Map() : saidOf(study, ofParts),
  }
}

/** What is kept of the question as it was, beside what the form asks. */
export function restOf(asked: PatternRequest | null) {
  if (asked === null) return { alternatives: [], checks: [] }
  const { alternatives, checks, witnesses } = asked
  return { alternatives, checks, ...(witnesses === undefined ? {} : { witnesses }) }
}

function requestOf(
  asked: PatternRequest | null,
  { question }: PatternDraft,
  { periods, study }: Pick<PatternRead, 'periods' | 'study'>,
): PatternRequest | null {
  const id = asked?.id ?? parseId<'estimate'>(DRAFT)
  if (periods.asked === null || id === null) return null
  const { asked: common } = questionOf(question)
  return {
    ...restOf(asked),
    ...study.asked,
    ...{ id, code: question.code, periods: periods.asked },
    ...(common ?? { ...UNWORDED, rounding: { kind: 'none' } }),
  }
}

const DRAFT = '00000000-0000-7000-8000-000000000000'
const UNWORDED: Pick<PatternRequest, 'question' | 'unit' | 'assumptions'> = {
  question: { en: '?' },
  unit: { en: '?' },
  assumptions: [{ code: 'draft', words: { en: '?' } }],
}

function saidOf(
  { thresholds, projections }: StudyRead,
  parts: StudyParts,
): ReadonlyMap<string, readonly Words[]> {
  return new Map([
    ...parts.thresholds.flatMap((one, at): readonly [string, readonly Words[]][] =>
      one.ok ? [[thresholds[at] ?? '', [one.value.words, ...one.value.alone.map(({ words }) => words)]]] : [],
    ),
    ...parts.projections.flatMap((one, at): readonly [string, readonly Words[]][] =>
      one.ok ? [[fieldOfProjection(projections[at] ?? '', 'until'), [one.value.words]]] : [],
    ),
  ])
}

function those(faults: Faults, wanted: (reason: string) => boolean): Faults {
  return Object.fromEntries(
    Object.entries(faults).filter(([, fault]) => fault !== undefined && wanted(fault.reason)),
  )
}

function isMissing(reason: string): boolean {
  return reason.startsWith('missing-')
}
