import { canonicalJson, digestOf, jsonOf, ok, type Outcome } from '@corroborate/base'
import type { ListRequest } from './lists/list-request.ts'
import { STUDY_SETTINGS, type ListStudy, type StudySettings } from './lists/list-study.ts'
import {
  overlapAsked,
  peopleByDraw,
  type ListEvidence,
  type OverlapAskedRefusal,
} from './lists/overlap/overlaps-asked.ts'
import type { PatternStudy } from './patterns/pattern-study.ts'
import type { PatternStudyInput } from './patterns/pattern-study-input.ts'
import { dividedPeople, type DividedOverlap } from './lists/overlap/strata.ts'

/**
 * Everything that a study needs, as plain data: it is handed to a worker of Node or of the browser, which looks nothing up.
 * No row of a list is in it, only counts.
 */
export interface ListStudyInput {
  readonly kind: 'lists'
  readonly seed: string
  /** One for each draw of the linkage; a single one where it is one opinion, or where the counts came as a table. */
  readonly overlaps: readonly [DividedOverlap, ...DividedOverlap[]]
  readonly settings: StudySettings
  readonly software: string
}

export type StudyInput = ListStudyInput | PatternStudyInput

/** What a study found, as plain data: the same input gives the same bytes of canonical JSON on every machine. */
export interface ListStudied {
  readonly kind: 'lists'
  readonly study: ListStudy
}

export interface PatternStudied {
  readonly kind: 'patterns'
  readonly study: PatternStudy
}

export type StudyResult = ListStudied | PatternStudied

/** What a question about lists is answered from, counted out of the evidence. */
export function listStudyInput(
  request: Pick<ListRequest, 'overlap' | 'seed'>,
  evidence: ListEvidence,
  software: string,
): Outcome<ListStudyInput, OverlapAskedRefusal> {
  const overlaps = overlapsAsked(request, evidence)
  return overlaps.ok
    ? ok({
        kind: 'lists',
        seed: request.seed,
        overlaps: overlaps.value,
        settings: STUDY_SETTINGS,
        software,
      })
    : overlaps
}

/**
 * SHA-256 of all that the numbers depend on but the program: the counts, the settings, the seed. Neither ids nor the wording of the question are in it, so that
 * the same counts are known again in another store, and another rounding needs no other run.
 * Equal digests and equal software give equal results.
 */
export function inputsDigest(input: StudyInput): string {
  if (input.kind === 'patterns') return digestOf(canonicalJson({ kind: input.kind, digest: input.digest }))
  const { kind, seed, overlaps, settings } = input
  return digestOf(canonicalJson(jsonOf({ kind, seed, overlaps, settings })))
}

/** What a study draws from; `none` where nothing is drawn. */
export function seedOf(input: StudyInput): string {
  return input.kind === 'lists' ? input.seed : String(input.request.simulation?.seed ?? 'none')
}

/** The text of a result that is stored, hashed and compared; the bytes are those of its UTF-8. */
export function resultText(result: StudyResult): string {
  return canonicalJson(jsonOf(result))
}

function overlapsAsked(
  { overlap: asked }: Pick<ListRequest, 'overlap'>,
  evidence: ListEvidence,
): Outcome<ListStudyInput['overlaps'], OverlapAskedRefusal> {
  if (asked.kind === 'table') {
    const whole = overlapAsked(asked, evidence)
    return whole.ok ? ok([whole.value]) : whole
  }
  const people = peopleByDraw(asked, evidence)
  if (!people.ok) return people
  const [first, ...others] = people.value
  const overlap = dividedPeople(first)
  if (!overlap.ok) return overlap
  const overlaps: [DividedOverlap, ...DividedOverlap[]] = [overlap.value]
  for (const one of others) {
    const next = dividedPeople(one)
    if (!next.ok) return next
    overlaps.push(next.value)
  }
  return ok(overlaps)
}
