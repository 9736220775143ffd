import type { Cell, Words } from '@corroborate/base'
import type { Claim, Rate } from '@corroborate/claims'
import type { Estimate, PatternEstimate } from '@corroborate/estimate'
import type { Finding, Standing } from '@corroborate/findings'
import type { Source } from '@corroborate/testimony'
import { effectsOf } from '../computed/contradictions.ts'
import type { Lookup } from '../evidence.ts'
import { byCode } from '../labels.ts'
import { allowsPublicly, mayPrintClaim, mayQuote, mayTell } from '../may-be-printed.ts'

/** Rows of one file of the annex. Every column is named here: what is not named cannot get out. */
export interface Rows<Column extends string = string> {
  readonly columns: readonly Column[]
  readonly rows: readonly Readonly<Record<Column, Cell>>[]
}

function rowsOf<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): Rows<Column> {
  return { columns, rows }
}

export function sourceRows(evidence: Lookup): Rows {
  const { investigation } = evidence
  const shown = investigation.sources.filter((source) => mayTell(investigation, source)).sort(byCode)
  return rowsOf(
    ['code', 'kind', 'role', 'title_en', 'title_ar', 'reliability', 'credibility', 'depends_on'],
    shown.map((source) => ({
      code: source.code,
      kind: source.kind,
      role: roleOf(evidence, source),
      title_en: source.title.en ?? null,
      title_ar: source.title.ar ?? null,
      reliability: source.reliability,
      credibility: source.credibility,
      depends_on: codes(
        investigation.originLinks
          .filter((link) => link.from === source.id && link.decision !== 'independent')
          .map((link) => evidence.source(link.to)),
      ),
    })),
  )
}

/** What a witness was is a detail, and given only where details may be. */
function roleOf({ investigation }: Lookup, source: Source): string | null {
  return allowsPublicly(investigation, source, 'details') ? source.role : null
}

export function claimRows(evidence: Lookup): Rows {
  const { investigation } = evidence
  const shown = investigation.claims.filter((claim) => mayPrintClaim(investigation, claim)).sort(byCode)
  return rowsOf(
    CLAIM_COLUMNS,
    shown.map((claim) => claimRow(evidence, claim)),
  )
}

const CLAIM_COLUMNS = [
  ...['code', 'source', 'mode', 'topic', 'proposition_en', 'proposition_ar', 'basis', 'told_by'],
  ...['certainty', 'polarity', 'when', 'quantity_min', 'quantity_max', 'quantity_said', 'unit', 'rate'],
  ...['rate_min', 'rate_max', 'size_min', 'size_max', 'window', 'status', 'text', 'exact'],
]

function claimRow(evidence: Lookup, claim: Claim): Record<string, Cell> {
  return {
    code: claim.code,
    source: evidence.source(claim.source)?.code ?? null,
    mode: claim.mode,
    topic: claim.topic,
    ...inBoth('proposition', claim.proposition),
    basis: claim.basis.kind,
    told_by: codes(claim.basis.chain.map((source) => evidence.source(source))),
    certainty: claim.certainty,
    polarity: claim.polarity,
    when: claim.when?.edtf ?? null,
    ...quantityOf(evidence, claim),
    ...patternOf(claim),
    status: claim.status,
    ...wordsOf(evidence, claim),
  }
}

/** The bounds are ours and a detail; the words for the number are the source's own, and a quotation. */
function quantityOf({ source, investigation }: Lookup, claim: Claim): Record<string, Cell> {
  const { quantity } = claim
  const speaker = source(claim.source)
  const mayBeQuoted = speaker !== null && mayQuote(investigation, speaker)
  return {
    quantity_min: quantity?.min ?? null,
    quantity_max: quantity?.max ?? null,
    quantity_said: mayBeQuoted ? (quantity?.said ?? null) : null,
    unit: quantity?.unit ?? null,
  }
}

function patternOf({ pattern }: Claim): Record<string, Cell> {
  return {
    ...rateOf(pattern?.rate ?? null),
    size_min: pattern?.size?.min ?? null,
    size_max: pattern?.size?.max ?? null,
    window: pattern?.window?.edtf ?? null,
  }
}

/** The unit in words, then the two numbers: "every so many days", 10, 15. */
function rateOf(rate: Rate | null): Record<string, Cell> {
  if (rate === null) return { rate: null, rate_min: null, rate_max: null }
  const often = rate.kind === 'every' ? rate.days : rate.times
  return {
    rate: rate.kind === 'every' ? 'every so many days' : `times a ${rate.per}`,
    rate_min: often.min,
    rate_max: often.max,
  }
}

/** The exact words, where they may be quoted. */
function wordsOf(evidence: Lookup, claim: Claim): { readonly text: Cell; readonly exact: Cell } {
  const quoted = claim.passages.flatMap((id) => {
    const passage = evidence.passage(id)
    const text = passage === null ? null : evidence.text(passage.text)
    const source = text === null ? null : evidence.source(text.source)
    if (passage === null || text === null || source === null) return []
    return mayQuote(evidence.investigation, source) ? [{ text: text.code, exact: passage.exact }] : []
  })
  if (quoted.length === 0) return { text: null, exact: null }
  return {
    text: quoted.map((each) => each.text).join(' '),
    exact: quoted.map((each) => each.exact).join(' […] '),
  }
}

export function findingRows(evidence: Lookup): Rows {
  return rowsOf(
    [
      ...['code', 'kind', 'proposition_en', 'proposition_ar', 'beneath_en', 'beneath_ar', 'standing'],
      ...['standing_beneath', 'falls_without', 'standard_of_proof', 'signer', 'version'],
      ...['claims_for', 'claims_against', 'claims_set_aside'],
    ],
    [...evidence.investigation.findings].sort(byCode).map((finding) => findingRow(evidence, finding)),
  )
}

function findingRow(evidence: Lookup, finding: Finding): Record<string, Cell> {
  const assessed = evidence.assessment.standings.get(finding.id)
  const robustness = assessed?.robustness
  const against = (setAside: boolean) =>
    finding.claimsAgainst
      .filter((contrary) => (contrary.dismissed !== null) === setAside)
      .map((contrary) => evidence.claim(contrary.claim))
  return {
    code: finding.code,
    kind: finding.kind.kind,
    ...inBoth('proposition', finding.proposition),
    ...inBoth('beneath', finding.kind.kind === 'attribution' ? finding.kind.beneath : null),
    standing: assessed?.standing.kind ?? null,
    standing_beneath: assessed === undefined ? null : beneathOf(assessed.standing),
    falls_without:
      robustness?.kind === 'falls-without'
        ? codes(robustness.origins.map((origin) => evidence.origin(origin)))
        : null,
    standard_of_proof: finding.standardOfProof,
    signer: finding.signer,
    version: finding.version,
    claims_for: codes(finding.claimsFor.map((id) => evidence.claim(id))),
    claims_against: codes(against(false)),
    claims_set_aside: codes(against(true)),
  }
}

/** What was said under an attribution; what a contradicted finding would be otherwise. */
function beneathOf(standing: Standing): string | null {
  if (standing.kind === 'attributed') return standing.beneath.kind
  return standing.kind === 'contradicted' ? standing.otherwise.kind : null
}

export function derivationRows(evidence: Lookup, estimate: PatternEstimate): Rows {
  return rowsOf(
    ['step', 'kind', 'period', 'formula', 'min', 'max', 'claims'],
    estimate.derivation.map((step) => ({
      step: step.name,
      kind: step.kind,
      period: step.period,
      formula: step.formula,
      min: millionths(step.result.min),
      max: millionths(step.result.max),
      claims: codes(step.claims.map((id) => evidence.claim(id))),
    })),
  )
}

/** 2.1 as 2.1, and not as 2.0999999999999996: what binary fractions leave behind says nothing about people. */
function millionths(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

export function alternativeRows(evidence: Lookup, estimates: readonly Estimate[]): Rows {
  return rowsOf(
    ['estimate', 'reading', 'words_en', 'words_ar', 'min', 'max', 'published_min', 'published_max', 'claims'],
    estimates.flatMap((estimate) => [
      {
        ...{ estimate: estimate.code, reading: null, words_en: null, words_ar: null, claims: null },
        ...endsOf(estimate.interval, estimate.published.range),
      },
      ...estimate.alternatives.map((other) => ({
        ...{ estimate: estimate.code, reading: other.code },
        ...{ words_en: other.words.en ?? null, words_ar: other.words.ar ?? null },
        ...endsOf(other.interval, other.published),
        claims: codes(other.claims.map((id) => evidence.claim(id))),
      })),
    ]),
  )
}

function endsOf(interval: Ends, published: Ends) {
  return {
    ...{ min: interval.min, max: interval.max },
    ...{ published_min: published.min, published_max: published.max },
  }
}
interface Ends {
  readonly min: number
  readonly max: number
}

export function contradictionRows(evidence: Lookup): Rows {
  return rowsOf(
    ['first', 'second', 'about', 'same_origin', 'prefers', 'decided_by', 'reason', 'effects'],
    evidence.assessment.contradictions.map((each) => ({
      first: evidence.claim(each.first)?.code ?? null,
      second: evidence.claim(each.second)?.code ?? null,
      about: each.about,
      same_origin: each.sameOrigin,
      prefers: each.resolution?.prefers ? (evidence.claim(each.resolution.prefers)?.code ?? null) : null,
      decided_by: each.resolution?.by ?? null,
      reason: each.resolution?.reason ?? null,
      effects: effectsOf(evidence, each)
        .map(({ estimate, alternative }) => `${estimate.code}/${alternative.code}`)
        .join(' '),
    })),
  )
}

export function slipRows(evidence: Lookup, estimates: readonly Estimate[]): Rows {
  return rowsOf(
    ['estimate', 'claim', 'bound', 'said', 'computed', 'step', 'right', 'entered', 'changes_published'],
    estimates.flatMap((estimate) =>
      slipsIn(estimate).map((slip) => ({
        ...{ estimate: estimate.code, claim: evidence.claim(slip.claim)?.code ?? null },
        ...{ bound: slip.bound, said: slip.said, computed: slip.computed },
        step: slip.explanation?.step ?? null,
        right: slip.explanation?.right ?? null,
        entered: slip.explanation?.entered ?? null,
        changes_published: slip.changesPublished,
      })),
    ),
  )
}

function slipsIn(estimate: Estimate): PatternEstimate['slips'] {
  return estimate.method === 'lists' ? [] : estimate.slips
}

function inBoth(name: string, words: Words | null): Record<string, Cell> {
  return { [`${name}_en`]: words?.en ?? null, [`${name}_ar`]: words?.ar ?? null }
}

function codes(records: readonly ({ readonly code: string } | null)[]): string | null {
  const found = records.filter((record) => record !== null).map((record) => record.code)
  return found.length === 0 ? null : found.join(' ')
}
