import type { OriginId, SourceId } from '@corroborate/base'
import { isEyewitness, isPrimary, originsOfClaim, type Claim } from '@corroborate/claims'
import { certify } from './certificate.ts'
import { countedClaims, itemOf, type Evidence } from './evidence.ts'
import type { Finding } from './finding.ts'
import type { StandingReason } from './standing.ts'
import { carryingClaims, openContraries } from './standing-of.ts'

/**
 * Why a finding stands as it does, as messages of the catalogues in the order in which a person would say them: what was
 * said by whom, what speaks against it, who knows at first hand and from how many origins, what was counted once, what is
 * still to be decided, what was not counted, and what would be needed for more.
 */
export function explainStanding(finding: Finding, evidence: Evidence): readonly StandingReason[] {
  const counted = countedClaims(finding.claimsFor, evidence)
  return [
    ...attribution(finding, counted, evidence),
    ...contraries(finding, evidence),
    ...firstHand(counted, evidence),
    ...secondHand(counted, evidence),
    ...countedOnce(counted, evidence),
    ...undecided(counted, evidence),
    ...notCounted(finding, counted, evidence),
    ...stillNeeded(counted, evidence),
  ]
}

type Reasons = readonly StandingReason[]

function reason(name: string, args: StandingReason['args'] = {}): StandingReason {
  return { key: `standing.reason.${name}`, args }
}

function attribution({ kind }: Finding, counted: readonly Claim[], { lineage }: Evidence): Reasons {
  if (kind.kind !== 'attribution') return []
  const carried = carryingClaims(kind.to, counted, lineage).length > 0
  return [reason(carried ? 'attributed' : 'not-carried', { source: lineage.codeOf(kind.to) })]
}

function contraries(finding: Finding, evidence: Evidence): Reasons {
  const open = openContraries(finding, evidence)
  const dismissed = finding.claimsAgainst.filter((contrary) => contrary.dismissed !== null).length
  return [
    ...(open.length > 0 ? [reason('contrary', { count: open.length, claims: codesOf(open) })] : []),
    ...(dismissed > 0 ? [reason('dismissed', { count: dismissed })] : []),
  ]
}

function firstHand(counted: readonly Claim[], { lineage }: Evidence): Reasons {
  if (counted.length === 0) return [reason('none')]
  const primary = counted.filter(({ basis }) => isPrimary(basis))
  if (primary.length === 0) return [reason('no-primary')]
  const seen = sourcesOf(primary.filter(({ basis }) => isEyewitness(basis)))
  const eyewitnesses = { count: seen.length, sources: namesOf(seen, lineage) }
  return [
    reason('primary', { count: primary.length, origins: originsOfAll(primary, lineage).length }),
    seen.length > 0 ? reason('eyewitnesses', eyewitnesses) : reason('no-eyewitness'),
  ]
}

function secondHand(counted: readonly Claim[], { lineage }: Evidence): Reasons {
  const secondary = counted.filter(({ basis }) => !isPrimary(basis))
  if (secondary.length === 0) return []
  return [reason('secondary', { count: secondary.length, origins: originsOfAll(secondary, lineage).length })]
}

/** What was told counts with the one who told it; what shares an origin in another way counts once too. */
function countedOnce(counted: readonly Claim[], { lineage }: Evidence): Reasons {
  const told = counted.filter(({ basis }) => !isPrimary(basis) && basis.chain.length > 0)
  const informants = [...new Set(told.flatMap(({ basis }) => basis.chain.slice(-1)))].sort()
  const origins = originsOfAll(counted, lineage)
  const chains = { count: told.length, informants: namesOf(informants, lineage) }
  return [
    ...(told.length > 0 ? [reason('told', chains)] : []),
    ...(origins.length < sourcesOf(counted).length
      ? [reason('shared', { sources: sourcesOf(counted).length, origins: origins.length })]
      : []),
  ]
}

function undecided(counted: readonly Claim[], { lineage }: Evidence): Reasons {
  const sources = new Set(sourcesOf(counted))
  const pairs = lineage.undecidedLinks
    .filter(({ from, to }) => sources.has(from) && sources.has(to))
    .map(({ from, to }) => [lineage.codeOf(from), lineage.codeOf(to)].sort().join(' + '))
  const distinct = [...new Set(pairs)].sort()
  return distinct.length === 0
    ? []
    : [reason('undecided', { count: distinct.length, pairs: distinct.join(', ') })]
}

function notCounted(finding: Finding, counted: readonly Claim[], { claims }: Evidence): Reasons {
  const held = finding.claimsFor.filter((id) => claims.has(id)).length
  const [setAside, doNotKnow] = [finding.claimsFor.length - held, held - counted.length]
  return [
    ...(setAside > 0 ? [reason('set-aside', { count: setAside })] : []),
    ...(doNotKnow > 0 ? [reason('does-not-know', { count: doNotKnow })] : []),
  ]
}

/** How far the next step up is, at least, in independent origins; nothing is one step away from nobody who knows. */
function stillNeeded(counted: readonly Claim[], { lineage, thresholds }: Evidence): Reasons {
  const { rank } = certify(
    counted.map((claim) => itemOf(claim, lineage)),
    thresholds,
  )
  if (rank === 'uncorroborated') {
    const others = 1 + thresholds.corroborated.others - originsOfAll(counted, lineage).length
    return [reason('needs-others', { count: Math.max(1, others) })]
  }
  if (rank !== 'corroborated') return []
  const primary = counted.filter(({ basis }) => isPrimary(basis))
  const eyewitnesses = primary.filter(({ basis }) => isEyewitness(basis))
  const more = thresholds.strong.primary - originsOfAll(primary, lineage).length
  const seen = thresholds.strong.eyewitnesses - originsOfAll(eyewitnesses, lineage).length
  return [
    ...(more > 0 || seen <= 0 ? [reason('needs-primary', { count: Math.max(1, more) })] : []),
    ...(seen > 0 ? [reason('needs-eyewitness', { count: seen })] : []),
  ]
}

function originsOfAll(claims: readonly Claim[], lineage: Evidence['lineage']): readonly OriginId[] {
  return [...new Set(claims.flatMap((claim) => originsOfClaim(claim, lineage)))]
}

function sourcesOf(claims: readonly Claim[]): readonly SourceId[] {
  return [...new Set(claims.map(({ source }) => source))]
}

function namesOf(sources: readonly SourceId[], { codeOf }: Evidence['lineage']): string {
  return sources.map(codeOf).sort().join(', ')
}

function codesOf(claims: readonly Claim[]): string {
  return claims
    .map(({ code }) => code)
    .sort()
    .join(', ')
}
