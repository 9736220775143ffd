import { canonicalJson, diceFrom, digestOf, jsonOf, ok, type Dice, type Outcome } from '@corroborate/base'
import { imputeLabels } from './lists/combine/impute-labels.ts'
import { weakenLinks, type WeakenedLinks } from './lists/combine/re-estimate.ts'
import { isPatternRequest, type EstimateRequest } from './estimate-request.ts'
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
import { drawsOf, linksOfDraw } from './lists/overlap/linked-rows.ts'
import type { PeopleOnLists } from './lists/overlap/people-on-lists.ts'
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
  /** SHA-256 of who stands on which row, in their order, and of what each row says of his stratum: lent strata and undone links depend on it. Null for a table. */
  readonly people: string | null
  /** Where somebody has no stratum: the same people with strata lent to them, ten times; empty where everybody has one. */
  readonly completed: readonly DividedOverlap[]
  /** What would be counted had matches been missed; empty where no linkage is known. */
  readonly weakened: readonly WeakenedLinks[]
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

/**
 * What a question about lists is answered from, counted out of the evidence: enough to know whether a study is still of the same. What more a study
 * needs is counted when it is made (`readyToRun`), because it costs as much as ten such counts.
 */
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
        people: peopleDigest(request, evidence),
        completed: [],
        weakened: [],
        settings: STUDY_SETTINGS,
        software,
      })
    : overlaps
}

function peopleDigest(
  { overlap: asked }: Pick<ListRequest, 'overlap'>,
  evidence: ListEvidence,
): string | null {
  if (asked.kind === 'table') return null
  const people = peopleByDraw(asked, evidence)
  const linkage = evidence.linkages.find(({ id }) => id === asked.linkage)
  const codes = new Map(evidence.lists.map(({ id, code }) => [id, code]))
  const links = (linkage?.links ?? []).map(({ list, row, person, draw }) => [
    codes.get(list) ?? null,
    row,
    person,
    draw,
  ])
  const labels = people.ok ? people.value.map((draw) => draw.people) : []
  return digestOf(canonicalJson(jsonOf({ links, labels })))
}

/** Completed data sets of an answer whose strata are not all known (`ENOUGH_REPLICATES` of them). */
const COMPLETED = 10
/** Shares of the matches that are supposed to have been missed, and how often each is tried. */
const MISSED = { shares: [0.02, 0.05, 0.1, 0.2], goes: 3 } as const

/** The input with what only the making of a study needs: missing strata lent from others, and links undone. The same seed lends and undoes the same. */
export function readyToRun(input: StudyInput, request: EstimateRequest, evidence: ListEvidence): StudyInput {
  if (input.kind !== 'lists' || isPatternRequest(request) || request.overlap.kind === 'table') return input
  const { overlap: asked } = request
  const people = peopleByDraw(asked, evidence)
  const linkage = evidence.linkages.find(({ id }) => id === asked.linkage)
  if (!people.ok || linkage === undefined) return input
  const dice = diceFrom(input.seed)
  const [firstDraw = null] = drawsOf(linkage.links)
  const linked = {
    lists: evidence.lists.filter(({ id }) => asked.lists.includes(id)),
    links: linksOfDraw(linkage.links, firstDraw),
    strata: [],
  }
  return {
    ...input,
    completed: input.overlaps.some(({ unplaced }) => unplaced > 0)
      ? completedFrom(people.value, dice.fork('labels'))
      : [],
    weakened: weakenLinks(linked, { ...MISSED, dice: dice.fork('missed') }),
  }
}

/** Each draw of the linkage lends as often as makes ten in all. */
function completedFrom(draws: readonly PeopleOnLists[], dice: Dice): readonly DividedOverlap[] {
  const each = Math.ceil(COMPLETED / draws.length)
  return draws.flatMap((people, at) => {
    const lent = imputeLabels(people, { replicates: each, dice: dice.fork(`draw ${at + 1}`) })
    if (!lent.ok) return []
    return lent.value.flatMap((one) => {
      const divided = dividedPeople(one)
      return divided.ok ? [divided.value] : []
    })
  })
}

/**
 * SHA-256 of all that the numbers depend on but the program: the counts, who was held to be one person, the settings, the seed. Neither ids nor the
 * wording of the question are in it, so that the same is known again in another store, and another rounding needs no other run.
 * Equal digests and equal software give equal results.
 */
export function inputsDigest(input: StudyInput): string {
  if (input.kind === 'patterns') return digestOf(canonicalJson({ kind: input.kind, digest: input.digest }))
  const { kind, seed, overlaps, people, settings } = input
  return digestOf(canonicalJson(jsonOf({ kind, seed, overlaps, people, settings })))
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
