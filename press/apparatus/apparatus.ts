import { printNumber, type ClaimId, type EstimateId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { ResolvedReport } from '@corroborate/report'
import { say } from '@corroborate/words'
import { computedContent } from '../computed/computed-content.ts'
import { commaOf } from '../computed/mentions.ts'
import { sourceAnchor } from '../computed/sources.ts'
import { standingOf } from '../computed/standings.ts'
import { link, listed, targetsIn, type Entry, type Line, type Piece, type Target } from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { byCode } from '../labels.ts'
import { mayTell } from '../may-be-printed.ts'
import { claimAnchor, claimEntry } from './claim-entry.ts'
import { distinct, groundsOf, groundsPointedAt, sameGround, sentencesIn, type Ground } from './grounds.ts'
import { noteBody } from './note-body.ts'

/** Everything behind the text: numbered notes, the claims that they lead to, and the way to and back. */
export interface Apparatus {
  readonly notes: readonly Entry[]
  readonly claims: readonly Entry[]
  /** The report has no part of its own for its sources, so that one is added. */
  readonly addsSources: boolean
  readonly noteOf: (ground: Ground) => NoteRef | null
  readonly anchorOf: (target: Target) => string | null
}

export interface NoteRef {
  readonly number: string
  readonly anchor: string
  /** What the note is about, in a few words. */
  readonly label: string
}

/**
 * Notes in the order in which they are first needed: what sentences stand on, then what computed parts point at.
 * Claims in the order of their codes: all that anything printed points at, and no others.
 */
export function apparatusOf(evidence: Lookup, resolved: ResolvedReport): Apparatus {
  const parts = partsOf(evidence, resolved)
  const addsSources = !resolved.blocks.some(
    (block) => block.kind === 'computed' && block.what.kind === 'sources',
  )
  const grounds = distinct([
    ...sentencesIn(resolved.blocks).flatMap((sentence) => groundsOf(sentence)),
    ...groundsPointedAt(parts.flatMap((part) => targetsIn(part.pieces))),
  ])
  const noteOf = (ground: Ground) => noteRef(evidence, grounds, ground)
  const notes = grounds.map((ground, at): Entry => ({
    anchor: `note-${at + 1}`,
    number: printNumber(evidence.locale, at + 1),
    tone: 'plain',
    ...noteBody(evidence, ground, derivationAnchor(resolved, ground)),
    back: citations(evidence, resolved, { ground, anchor: `note-${at + 1}`, parts }),
  }))
  const claims = claimsPointedAt(evidence, notes, parts).flatMap(
    ({ id }) => claimEntry(evidence, id, citationsOfClaim(evidence, { id, notes, parts })) ?? [],
  )
  const anchors = anchorsOf(evidence, resolved, claims)
  return {
    notes,
    claims,
    addsSources,
    noteOf,
    anchorOf: (target) => anchors(target) ?? noteAnchor(noteOf, target),
  }
}

function noteRef(evidence: Lookup, grounds: readonly Ground[], ground: Ground): NoteRef | null {
  const at = grounds.findIndex((candidate) => sameGround(candidate, ground))
  if (at < 0) return null
  return {
    number: printNumber(evidence.locale, at + 1),
    anchor: `note-${at + 1}`,
    label: labelOf(evidence, ground),
  }
}

function labelOf(evidence: Lookup, ground: Ground): string {
  const { locale } = evidence
  switch (ground.kind) {
    case 'finding': {
      const finding = evidence.finding(ground.id)
      if (finding === null) return say(locale, 'press.not-held')
      return `${say(locale, 'press.finding')} ${finding.code}${commaOf(locale)}${standingOf(evidence, finding)}`
    }
    case 'claim':
      return `${say(locale, 'press.claim')} ${evidence.claim(ground.id)?.code ?? ''}`
    case 'estimate':
      return `${say(locale, 'press.estimate')} ${evidence.estimate(ground.id)?.code ?? ''}`
  }
}

/** Where the body of the report itself has the arithmetic of an estimate. */
function derivationAnchor(resolved: ResolvedReport, ground: Target): string | null {
  if (ground.kind !== 'estimate') return null
  return derivationOf(resolved, ground.id)
}

function derivationOf(resolved: ResolvedReport, estimate: EstimateId): string | null {
  for (const block of resolved.blocks)
    if (block.kind === 'computed' && block.what.kind === 'derivation' && block.what.estimate === estimate)
      return block.anchor
  return null
}

/** The way back from a note: to each sentence that stands on it, and to each computed part that points at it. */
function citations(
  evidence: Lookup,
  resolved: ResolvedReport,
  { ground, anchor, parts }: { ground: Ground; anchor: string; parts: readonly Part[] },
): Line {
  const { locale } = evidence
  const cited = sentencesIn(resolved.blocks).flatMap((sentence, at) =>
    groundsOf(sentence).some((candidate) => sameGround(candidate, ground))
      ? [{ number: printNumber(locale, at + 1), to: `${sentence.anchor}-${anchor}` }]
      : [],
  )
  const sentences = cited.map(({ number, to }, at): Line => {
    const said = say(locale, 'press.back.sentence', { number })
    return [link(at === 0 ? said : number, { kind: 'anchor', anchor: to }, at === 0 ? null : said)]
  })
  return listed([...sentences, ...partsPointingAt(evidence, parts, ground)], commaOf(locale))
}

/** A computed part of the report, with the heading that it stands under. */
interface Part {
  readonly anchor: string
  readonly under: string
  readonly pieces: readonly Piece[]
}

function partsOf(evidence: Lookup, resolved: ResolvedReport): readonly Part[] {
  let under = resolved.title
  return resolved.blocks.flatMap((block) => {
    if (block.kind === 'heading') under = block.text
    if (block.kind !== 'computed') return []
    return [{ anchor: block.anchor, under, pieces: computedContent(evidence, block.what) }]
  })
}

/** One link for each heading, to the first part under it that points there. */
function partsPointingAt(evidence: Lookup, parts: readonly Part[], ground: Ground): readonly Line[] {
  const pointing = parts.filter((part) => targetsIn(part.pieces).some((target) => pointsAt(target, ground)))
  return pointing
    .filter((part, at) => pointing.findIndex((other) => other.under === part.under) === at)
    .map(({ anchor, under }) => [
      link(say(evidence.locale, 'press.back.part', { heading: under }), { kind: 'anchor', anchor }),
    ])
}

function pointsAt(target: Target, ground: Ground): boolean {
  return target.kind === ground.kind && target.id === ground.id
}

function claimsPointedAt(
  evidence: Lookup,
  notes: readonly Entry[],
  parts: readonly Part[],
): readonly Claim[] {
  const pieces: readonly Piece[] = [
    { kind: 'entries', entries: notes },
    ...parts.flatMap((part) => part.pieces),
  ]
  const ids = new Set(targetsIn(pieces).flatMap((target) => (target.kind === 'claim' ? [target.id] : [])))
  return evidence.investigation.claims.filter((claim) => ids.has(claim.id)).sort(byCode)
}

/** The way back from a claim: to each note and each computed part that leads to it. */
function citationsOfClaim(
  evidence: Lookup,
  { id, notes, parts }: { id: ClaimId; notes: readonly Entry[]; parts: readonly Part[] },
): Line {
  const claim: Ground = { kind: 'claim', id }
  const citing = notes.flatMap((note): readonly Line[] => {
    const targets = targetsIn([{ kind: 'entries', entries: [note] }])
    if (!targets.some((target) => pointsAt(target, claim))) return []
    if (note.anchor === null || note.number === null) return []
    const text = say(evidence.locale, 'press.back.note', { number: note.number })
    return [[link(text, { kind: 'anchor', anchor: note.anchor })]]
  })
  return listed([...citing, ...partsPointingAt(evidence, parts, claim)], commaOf(evidence.locale))
}

function noteAnchor(noteOf: (ground: Ground) => NoteRef | null, target: Target): string | null {
  return target.kind === 'finding' || target.kind === 'estimate' ? (noteOf(target)?.anchor ?? null) : null
}

/** Claims, sources and arithmetic that have a place of their own in this print. */
function anchorsOf(
  evidence: Lookup,
  resolved: ResolvedReport,
  claims: readonly Entry[],
): (target: Target) => string | null {
  const claimAnchors = new Set(claims.map((entry) => entry.anchor))
  return (target) => {
    switch (target.kind) {
      case 'anchor':
        return target.anchor
      case 'estimate':
        return derivationOf(resolved, target.id)
      case 'claim': {
        const claim = evidence.claim(target.id)
        return claim !== null && claimAnchors.has(claimAnchor(claim)) ? claimAnchor(claim) : null
      }
      case 'source': {
        const source = evidence.source(target.id)
        return source !== null && mayTell(evidence.investigation, source) ? sourceAnchor(source) : null
      }
      case 'finding':
        return null
    }
  }
}
