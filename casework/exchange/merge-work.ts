import { whenFrom, type When } from '@corroborate/base'
import type { Claim, Place } from '@corroborate/claims'
import type { BroughtWork } from '@corroborate/interchange'
import type { Code, Coding, Passage, ReadFrom, Source, Text } from '@corroborate/testimony'
import type { StaysOut, WorkCounts } from '../shapes-of-exchange.ts'
import { FreeCodes } from './free-codes.ts'
import { mergeCodes, mergeCodings } from './merge-codings.ts'
import { mergePassages, mergeTexts } from './merge-texts.ts'
import { isSame, stayOut, type Merging } from './merging.ts'
import type { WorkHere } from './work-here.ts'

export interface WorkAdded {
  readonly sources: readonly Source[]
  readonly places: readonly Place[]
  readonly texts: readonly Text[]
  readonly passages: readonly Passage[]
  readonly codes: readonly Code[]
  readonly codings: readonly Coding[]
  /** What they name is there; whether they may be stated so, the act sees. */
  readonly claims: readonly Claim[]
}

/** What is to be written, what is here already, and what stays out and why. */
export interface MergedWork {
  readonly added: WorkAdded
  readonly same: WorkCounts
  readonly staysOut: readonly StaysOut[]
}

/**
 * Holds work that is brought against what is here, by id. What is not here is added; what is here stays as it is, and is told where the two
 * differ. What rests on something that is neither here nor brought stays out.
 */
export function mergeWork(
  work: BroughtWork,
  here: WorkHere,
  from: { readonly readFrom: Omit<ReadFrom, 'machine'>; readonly now: string },
): MergedWork {
  const merging: Merging = {
    ...{ here, ...from, staysOut: [], texts: new Map(), passages: new Map(), codes: new Map() },
    same: { sources: 0, places: 0, texts: 0, passages: 0, codes: 0, codings: 0, claims: 0 },
    known: { sources: new Set(here.sources), places: new Set(here.places) },
  }
  const sources = freshOf(merging, 'sources', work.sources)
  const places = freshOf(merging, 'places', work.places).map((place) => ({
    ...place,
    within: place.within !== null && merging.known.places.has(place.within) ? place.within : null,
  }))
  const texts = mergeTexts(merging, work.texts)
  const passages = mergePassages(merging, work.passages)
  const codes = mergeCodes(merging, work.codes)
  const codings = mergeCodings(merging, work.codings)
  const claims = mergeClaims(merging, work.claims)
  const { same, staysOut } = merging
  return { added: { sources, places, texts, passages, codes, codings, claims }, same, staysOut }
}

/** Entries of registers that are not here; those that are, stay as somebody entered them here. */
function freshOf<One extends { readonly id: string; readonly code: string | null }>(
  { known, same, here }: Merging,
  kind: 'sources' | 'places',
  brought: readonly One[],
): readonly (One & { readonly code: string })[] {
  const ofKind = kind === 'sources' ? 'source' : 'place'
  const free = new FreeCodes(ofKind, here.taken[ofKind])
  const fresh = brought.filter(({ id }) => !known[kind].has(id))
  same[kind] = brought.length - fresh.length
  for (const { id } of fresh) known[kind].add(id)
  return fresh.map((one) => ({ ...one, code: free.give(one.code) }))
}

function mergeClaims(merging: Merging, brought: readonly Claim[]): readonly Claim[] {
  const free = new FreeCodes('claim', merging.here.taken.claim)
  return brought.flatMap((came) => {
    const here = merging.here.claims.get(came.id)
    if (here !== undefined) {
      if (!isSame(here, { ...came, code: here.code })) return stayOut(merging, 'claim', came.code, 'differs')
      merging.same.claims++
      return []
    }
    const lacks = lackOf(merging, came)
    if (lacks !== null) return stayOut(merging, 'claim', came.code, lacks)
    const [when, pattern] = [timed(came.when), patternTimed(came.pattern)]
    if (when === 'not-a-time' || pattern === 'not-a-time')
      return stayOut(merging, 'claim', came.code, 'not-a-time')
    const [first, ...others] = new Set(came.passages.flatMap((id) => merging.passages.get(id) ?? []))
    if (first === undefined) return stayOut(merging, 'claim', came.code, 'passage-not-here')
    return [{ ...came, when, pattern, passages: [first, ...others], code: free.give(came.code) }]
  })
}

/** What a claim names and nothing stands for here. */
function lackOf(
  { known, passages }: Merging,
  { source, basis, place, passages: under }: Claim,
): StaysOut['reason'] | null {
  if (![source, ...basis.chain].every((id) => known.sources.has(id))) return 'source-not-here'
  if (place !== null && !known.places.has(place)) return 'place-not-here'
  return under.every((id) => passages.has(id)) ? null : 'passage-not-here'
}

/** The bounds of a time are computed here, whatever came. */
function timed(when: When | null): When | null | 'not-a-time' {
  if (when === null) return null
  const read = whenFrom(when.edtf, when.said)
  return read.ok ? read.value : 'not-a-time'
}

function patternTimed(pattern: Claim['pattern']): Claim['pattern'] | 'not-a-time' {
  if (pattern === null) return null
  const window = timed(pattern.window)
  return window === 'not-a-time' ? window : { ...pattern, window }
}
