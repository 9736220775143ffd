import type { ClaimId, EstimateId, FindingId, PassageId, PlaceId, SourceId, TextId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { claimsOfRequest, isPatternRequest } from '@corroborate/estimate'
import type { Finding } from '@corroborate/findings'
import type { Block, Investigation, Report } from '@corroborate/report'

/** The ids that a scope leads to, before anybody's consent was asked. */
export interface Grounds {
  readonly findings: ReadonlySet<FindingId>
  readonly estimates: ReadonlySet<EstimateId>
  readonly claims: ReadonlySet<ClaimId>
  readonly passages: ReadonlySet<PassageId>
  readonly texts: ReadonlySet<TextId>
  readonly sources: ReadonlySet<SourceId>
  readonly places: ReadonlySet<PlaceId>
  /** Codes of persons and units that claims name. */
  readonly registered: ReadonlySet<string>
}

interface Begin {
  readonly findings: ReadonlySet<FindingId>
  readonly estimates: ReadonlySet<EstimateId>
  readonly claims: ReadonlySet<ClaimId>
  readonly passages: ReadonlySet<PassageId>
  readonly sources: ReadonlySet<SourceId>
}

/** All that a report rests on: what its sentences, figures and charts name, and what that rests on in turn. */
export function groundsOfReport(whole: Investigation, report: Report): Grounds {
  const begin = {
    findings: new Set<FindingId>(),
    estimates: new Set<EstimateId>(),
    claims: new Set<ClaimId>(),
    passages: new Set<PassageId>(),
    sources: new Set<SourceId>(),
  }
  for (const block of report.blocks) {
    for (const estimate of estimatesIn(block)) begin.estimates.add(estimate)
    if (block.kind !== 'paragraph') continue
    for (const { parts, grounds } of block.sentences) {
      for (const ground of grounds) {
        if (ground.kind === 'finding') begin.findings.add(ground.finding)
        else if (ground.kind === 'claim') begin.claims.add(ground.claim)
        else begin.estimates.add(ground.estimate)
      }
      for (const part of parts) {
        if (part.kind === 'source') begin.sources.add(part.source)
        if (part.kind === 'quotation') begin.passages.add(part.passage)
        if (part.kind === 'figure' && part.figure.kind === 'claim') begin.claims.add(part.figure.claim)
        if (part.kind === 'figure' && 'estimate' in part.figure) begin.estimates.add(part.figure.estimate)
      }
    }
  }
  return grownFrom(whole, begin)
}

/** All that findings rest on. */
export function groundsOfFindings(whole: Investigation, findings: readonly FindingId[]): Grounds {
  return grownFrom(whole, {
    ...{ findings: new Set(findings), estimates: new Set(), claims: new Set() },
    ...{ passages: new Set(), sources: new Set() },
  })
}

function estimatesIn(block: Block): readonly EstimateId[] {
  if (block.kind === 'chart') return [block.chart.estimate]
  return block.kind === 'computed' && 'estimate' in block.what ? [block.what.estimate] : []
}

function grownFrom(whole: Investigation, begin: Begin): Grounds {
  const claims = new Set(begin.claims)
  for (const finding of whole.findings.filter(({ id }) => begin.findings.has(id)))
    for (const claim of claimsUnder(finding)) claims.add(claim)
  for (const request of whole.estimates.filter(({ id }) => begin.estimates.has(id)))
    for (const claim of isPatternRequest(request) ? claimsOfRequest(request) : []) claims.add(claim)
  const cited = whole.claims.filter(({ id }) => claims.has(id))
  const passages = new Set([...begin.passages, ...cited.flatMap((claim) => claim.passages)])
  const texts = new Set(whole.passages.filter(({ id }) => passages.has(id)).map(({ text }) => text))
  return {
    ...{ findings: begin.findings, estimates: begin.estimates, claims, passages, texts },
    sources: sourcesOf(whole, { cited, texts, begin: begin.sources }),
    places: placesAbove(whole, cited),
    registered: new Set(cited.flatMap(({ roles }) => roles.flatMap(({ register }) => register ?? []))),
  }
}

function claimsUnder({ claimsFor, claimsAgainst }: Finding): readonly ClaimId[] {
  return [...claimsFor, ...claimsAgainst.map(({ claim }) => claim)]
}

/** Who says it, who told them, and whose words are quoted. */
function sourcesOf(
  whole: Investigation,
  of: {
    readonly cited: readonly Claim[]
    readonly texts: ReadonlySet<TextId>
    readonly begin: ReadonlySet<SourceId>
  },
): ReadonlySet<SourceId> {
  const said = of.cited.flatMap(({ source, basis }) => [source, ...basis.chain])
  const written = whole.texts.filter(({ id }) => of.texts.has(id)).map(({ source }) => source)
  return new Set([...of.begin, ...said, ...written])
}

/** The places of claims, and what they lie within. */
function placesAbove(whole: Investigation, cited: readonly Claim[]): ReadonlySet<PlaceId> {
  const within = new Map(whole.places.map((place) => [place.id, place.within]))
  const places = new Set<PlaceId>()
  for (const { place } of cited)
    for (let at = place; at !== null && !places.has(at); at = within.get(at) ?? null) places.add(at)
  return places
}
