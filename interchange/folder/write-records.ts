import type { When } from '@corroborate/base'
import type { Claim, Pattern, Person, Place, Rate, Resolution, Unit } from '@corroborate/claims'
import type { Finding } from '@corroborate/findings'
import type { Linkage } from '@corroborate/report'
import type { Consent, Interview, OriginLink, Passage, Source, Text } from '@corroborate/testimony'
import { findPassage, indexText } from '@corroborate/testimony'
import type { z } from 'zod'
import type * as shapes from './record-shapes.ts'

/** The code of what an id names. */
export type CodeOf = (id: string) => string

/** An entry as a person would write it: what the shape reads, without the fields that say nothing. */
type Written<Shape extends z.ZodType> = z.input<Shape>

export function sourceEntry(source: Source): Written<typeof shapes.sourceShape> {
  const { code, kind, role, title, reliability, credibility } = source
  return { code, kind, role, title, reliability, credibility }
}

export function originLinkEntry(link: OriginLink, codeOf: CodeOf): Written<typeof shapes.originLinkShape> {
  return {
    from: codeOf(link.from),
    to: codeOf(link.to),
    kind: link.kind,
    decision: link.decision,
    reason: link.reason ?? undefined,
  }
}

export function placeEntry(place: Place, codeOf: CodeOf): Written<typeof shapes.placeShape> {
  return {
    code: place.code,
    name: place.name,
    kind: place.kind,
    within: place.within === null ? undefined : codeOf(place.within),
    aliases: unlessEmpty(place.aliases),
  }
}

export function personEntry({ code, name, part }: Person): Written<typeof shapes.personShape> {
  return { code, name, part }
}

export function unitEntry(unit: Unit): Written<typeof shapes.unitShape> {
  return { code: unit.code, name: unit.name, active: timeEntry(unit.active) }
}

export function interviewEntry(interview: Interview, codeOf: CodeOf): Written<typeof shapes.interviewShape> {
  return {
    code: interview.code,
    witness: codeOf(interview.witness),
    date: interview.date,
    place: interview.place,
    remote: interview.remote,
    interviewer: interview.interviewer,
    interpreter: interview.interpreter ?? undefined,
    languages: [...interview.languages],
    others: unlessEmpty(interview.others),
    'prior-accounts': unlessEmpty(interview.priorAccounts),
    distress: interview.distress ?? undefined,
    'referral-offered': interview.referralOffered,
    risk: interview.risk,
  }
}

export function consentEntry(consent: Consent, codeOf: CodeOf): Written<typeof shapes.consentShape> {
  const purposes = [...new Set(consent.allows.map(({ purpose }) => purpose))]
  const recipients = (wanted: string) =>
    consent.allows.filter(({ purpose }) => purpose === wanted).map(({ recipient }) => recipient)
  return {
    witness: codeOf(consent.witness),
    version: consent.version,
    allows: Object.fromEntries(purposes.map((purpose) => [purpose, recipients(purpose)])),
    conceal: unlessEmpty(consent.conceal),
    'explained-by': consent.explainedBy,
    language: consent.language,
    'given-at': consent.givenAt,
    'withdrawn-at': consent.withdrawnAt ?? undefined,
  }
}

/** With as much of what stands around the words as makes them stand in their text once. */
export function passageEntry(
  passage: Passage,
  text: Text,
  codeOf: CodeOf,
): Written<typeof shapes.passageShape> {
  const { code, exact } = passage
  const entry = { code, text: codeOf(passage.text), exact }
  if (findPassage(text, { exact }).ok) return entry
  const index = indexText(text.content)
  for (let around = 32; ; around *= 2) {
    const prefix = index.slice(passage.start - around, passage.start)
    const suffix = index.slice(passage.end, passage.end + around)
    const last = around >= index.length
    if (last || findPassage(text, { exact, prefix, suffix }).ok) return { ...entry, prefix, suffix }
  }
}

export function claimEntry(claim: Claim, codeOf: CodeOf): Written<typeof shapes.claimShape> {
  const { quantity, basis } = claim
  return {
    code: claim.code,
    source: codeOf(claim.source),
    passages: claim.passages.map(codeOf),
    mode: claim.mode,
    topic: claim.topic,
    proposition: claim.proposition,
    roles: unlessEmpty(
      claim.roles.map(({ part, who, register }) => ({ part, who, register: register ?? undefined })),
    ),
    when: timeEntry(claim.when),
    place: claim.place === null ? undefined : codeOf(claim.place),
    quantity: quantity === null ? undefined : { ...quantity, best: quantity.best ?? undefined },
    pattern: claim.pattern === null ? undefined : patternEntry(claim.pattern),
    basis: {
      kind: basis.kind,
      chain: unlessEmpty(basis.chain.map(codeOf)),
      vantage: basis.vantage ?? undefined,
    },
    certainty: claim.certainty,
    polarity: claim.polarity,
    coder: claim.coder,
    'second-coder': claim.secondCoder ?? undefined,
    status: claim.status,
  }
}

function patternEntry(pattern: Pattern): NonNullable<Written<typeof shapes.claimShape>['pattern']> {
  return {
    rate: pattern.rate === null ? undefined : rateEntry(pattern.rate),
    weekdays: unlessEmpty(pattern.weekdays),
    'weekday-confidence': pattern.weekdayConfidence ?? undefined,
    'part-of-day': pattern.partOfDay ?? undefined,
    window: timeEntry(pattern.window),
    size: pattern.size ?? undefined,
    exceptions: pattern.exceptions ?? undefined,
    observed: pattern.observed,
    said: pattern.said,
  }
}

function rateEntry(rate: Rate) {
  return rate.kind === 'every' ? { 'every-days': rate.days } : { ...rate.times, per: rate.per }
}

export function resolutionEntry(
  resolution: Resolution,
  codeOf: CodeOf,
): Written<typeof shapes.resolutionShape> {
  const [first, second] = resolution.claims
  return {
    claims: [codeOf(first), codeOf(second)],
    prefers: resolution.prefers === null ? undefined : codeOf(resolution.prefers),
    by: resolution.by,
    reason: resolution.reason,
  }
}

export function findingEntry(finding: Finding, codeOf: CodeOf): Written<typeof shapes.findingShape> {
  const { kind } = finding
  const attributed = kind.kind === 'attribution' ? { to: codeOf(kind.to), beneath: kind.beneath } : {}
  return {
    code: finding.code,
    kind: kind.kind,
    ...attributed,
    proposition: finding.proposition,
    'claims-for': finding.claimsFor.map(codeOf),
    'claims-against': unlessEmpty(
      finding.claimsAgainst.map(({ claim, dismissed }) => ({
        claim: codeOf(claim),
        dismissed: dismissed ?? undefined,
      })),
    ),
    'standard-of-proof': finding.standardOfProof ?? undefined,
    reasons: finding.reasons ?? undefined,
    signer: finding.signer ?? undefined,
    version: finding.version === 1 ? undefined : finding.version,
    elements: unlessEmpty(finding.elements),
  }
}

export function linkageEntry({ code, title, madeBy }: Linkage): Written<typeof shapes.linkageShape> {
  return { code, title, 'made-by': madeBy }
}

function timeEntry(when: When | null) {
  if (when === null) return undefined
  return when.said === null ? when.edtf : { edtf: when.edtf, said: when.said }
}

export function unlessEmpty<Item>(items: readonly Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : [...items]
}
