import { isDay, ok, refuse, type ClaimId, type Outcome } from '@corroborate/base'
import type {
  DrawingFault,
  PatternRequest,
  ProjectionRequest,
  StudyParts,
  Threshold,
} from '@corroborate/estimate'
import {
  allFaults,
  freeCode,
  missing,
  NO_WORDS,
  wordsOf,
  draftWords,
  type DraftAssumption,
  type Faults,
} from './draft.ts'
import { claimsWeighted, drawingOf, draftDrawing, fieldOfSpread, type DraftDrawing } from './draft-drawing.ts'
import { numberFrom } from './draft-numbers.ts'

/** What is asked around the number, as it is being put together; each part may be left out. */
export interface DraftStudy {
  readonly drawing: DraftDrawing | null
  readonly thresholds: readonly DraftThreshold[]
  readonly projections: readonly DraftProjection[]
}

export interface DraftThreshold {
  readonly code: string
  readonly side: Threshold['side']
  readonly people: string
}

export interface DraftProjection {
  readonly code: string
  /** The code of the period that goes on. */
  readonly period: string
  readonly until: string
  readonly assumptions: readonly [DraftAssumption, ...DraftAssumption[]]
}

export type StudyAsked = Pick<PatternRequest, 'simulation' | 'thresholds' | 'projections'>

export const NO_STUDY: DraftStudy = { drawing: null, thresholds: [], projections: [] }

export function draftStudy({ simulation, thresholds = [], projections = [] }: StudyAsked): DraftStudy {
  return {
    drawing: simulation === undefined ? null : draftDrawing(simulation),
    thresholds: thresholds.map(({ side, people }, at) => ({
      ...{ code: `t${at + 1}`, side, people: String(people) },
    })),
    projections: projections.map(({ assumptions: [first, ...others], ...asked }) => ({
      ...asked,
      assumptions: [draftAssumption(first), ...others.map(draftAssumption)],
    })),
  }
}

export function emptyThreshold(taken: readonly DraftThreshold[]): DraftThreshold {
  return { code: freeCode(taken, 't'), side: 'under', people: '' }
}

export function emptyProjection(taken: readonly DraftProjection[], period: string): DraftProjection {
  const code = freeCode(taken, 'on')
  return { code, period, until: '', assumptions: [{ code: 'a1', words: NO_WORDS }] }
}

/** The claims that the study reads beside those of the periods. */
export function claimsOfStudy({ drawing }: DraftStudy): readonly ClaimId[] {
  return drawing === null ? [] : claimsWeighted(drawing)
}

/** The study as it would be asked, as far as it can be reckoned; and what stands against each field, without which it is not sent. */
export interface StudyRead {
  readonly asked: StudyAsked
  readonly faults: Faults
  /** The fields of the thresholds and projections that are asked, in their order. */
  readonly thresholds: readonly string[]
  readonly projections: readonly string[]
}

export function studyOf(draft: DraftStudy, periods: readonly string[]): StudyRead {
  const drawing = draft.drawing === null ? null : drawingOf(draft.drawing, periods)
  const thresholds = draft.thresholds.map((one) => ({ field: fieldOfThreshold(one), read: thresholdOf(one) }))
  const projections = draft.projections.map((one) => ({ draft: one, read: projectionOf(one) }))
  const simulation = drawing?.asked ?? null
  const limits = thresholds.flatMap(({ field, read }) => (read.ok ? [{ field, value: read.value }] : []))
  const beyond = projections.flatMap(({ draft: { code }, read }) =>
    read.asked === null ? [] : [{ code, value: read.asked }],
  )
  return {
    asked: {
      ...(simulation === null ? {} : { simulation }),
      ...(limits.length === 0 ? {} : { thresholds: limits.map(({ value }) => value) }),
      ...(beyond.length === 0 ? {} : { projections: beyond.map(({ value }) => value) }),
    },
    faults: allFaults(
      drawing?.faults ?? {},
      ...thresholds.flatMap(({ field, read }) => (read.ok ? [] : [{ [field]: read }])),
      ...projections.map(({ read }) => read.faults),
    ),
    thresholds: limits.map(({ field }) => field),
    projections: beyond.map(({ code }) => code),
  }
}

/** What the core says against the parts, by the fields that they were typed in. */
export function faultsOfParts(read: StudyRead, parts: StudyParts): Faults {
  return allFaults(
    ...parts.thresholds.map((one, at) => (one.ok ? {} : { [read.thresholds[at] ?? 'form']: one })),
    ...parts.projections.map((one, at) =>
      one.ok
        ? {}
        : { [fieldOfProjection(read.projections[at] ?? '', AT_PROJECTION[one.reason] ?? 'until')]: one },
    ),
    ...parts.drawing.map((fault) => ({ [fieldOfDrawing(fault)]: fault.refusal })),
  )
}

const AT_PROJECTION: Readonly<Record<string, 'period' | undefined>> = { 'period-unknown': 'period' }

function fieldOfDrawing(fault: DrawingFault): string {
  return 'ofPeriod' in fault ? fieldOfSpread(fault.ofPeriod, fault.at) : `drawing.${fault.at}`
}

export function fieldOfThreshold({ code }: Pick<DraftThreshold, 'code'>): string {
  return `threshold.${code}`
}

export function fieldOfProjection(code: string, part: 'period' | 'until' | 'assumption'): string {
  return `projection.${code}.${part}`
}

function thresholdOf({ side, people }: DraftThreshold): Outcome<Threshold> {
  const number = numberFrom(people)
  return number.ok ? ok({ side, people: number.value }) : number
}

/** A projection that lacks nothing but its words is reckoned already: what is wrong with its day need not wait for them. */
function projectionOf({ code, period, until, assumptions }: DraftProjection): {
  readonly asked: ProjectionRequest | null
  readonly faults: Faults
} {
  const day = dayFrom(until)
  const [first, ...others] = assumptions.flatMap(({ code: name, words }) => {
    const written = wordsOf(words)
    return written === null ? [] : [{ code: name, words: written }]
  })
  return {
    asked:
      day.ok && period !== ''
        ? { code, period, until: day.value, assumptions: [first ?? UNWORDED, ...others] }
        : null,
    faults: {
      [fieldOfProjection(code, 'period')]: period === '' ? missing('period') : undefined,
      [fieldOfProjection(code, 'until')]: day.ok ? undefined : day,
      [fieldOfProjection(code, 'assumption')]: first === undefined ? missing('assumption') : undefined,
    },
  }
}

/** Stands in until there are words; with it nothing is sent. */
const UNWORDED: ProjectionRequest['assumptions'][0] = { code: 'draft', words: { en: '?' } }

/** A day as it was typed, in the digits of either language. */
function dayFrom(typed: string): Outcome<string> {
  const text = typed
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  if (text === '') return missing('day')
  const refusal = refuse('not-a-day', `“${text}”`)
  return isDay(text) ? ok(text) : refusal
}

function draftAssumption({ code, words }: ProjectionRequest['assumptions'][0]): DraftAssumption {
  return { code, words: draftWords(words) }
}
