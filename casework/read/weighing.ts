import { derivedId, type ClaimId, type InvestigationId, type SourceId } from '@corroborate/base'
import { originsOfClaim, type Claim, type Contradiction } from '@corroborate/claims'
import {
  corroborationMatrix,
  explainStanding,
  standingOf,
  withoutSources,
  type Evidence,
  type Finding,
  type FindingKind,
} from '@corroborate/findings'
import { claimsById } from '@corroborate/store'
import { recalled } from '../memory.ts'
import { scalesOf, type Scales } from '../scales.ts'
import type { ClaimRow, FindingView, StandingIf, WithoutView } from '../shapes.ts'
import { dayAt } from '../time.ts'
import { assessed, type Assessed } from './assessed.ts'
import { rowsById } from './contradiction-views.ts'
import { findingRowsKnown } from './finding-rows-known.ts'
import { stateOf, type LineageKnown } from './lineage-known.ts'
import { readingIn, type Reader } from './reader.ts'

const SCALES = recalled<Scales>()

/** What claims are weighed by, read once for each state of the investigation. */
export async function scalesKnown(reader: Reader, investigation: InvestigationId): Promise<Scales> {
  const state = await stateOf(reader, investigation)
  return reader.memory.recall(state, SCALES, () =>
    scalesOf(reader.store.db, investigation, dayAt(reader.clock())),
  )
}

/** A finding with its claims, those that count among them, and how lists show them all. */
export interface Weighed {
  readonly finding: Finding
  readonly claims: readonly Claim[]
  readonly evidence: Evidence
  readonly contradictions: readonly Contradiction[]
  readonly known: LineageKnown
  readonly rows: ReadonlyMap<ClaimId, ClaimRow>
}

/** What carries a finding and what speaks against it, by whom it goes back to. */
export function weighed(
  of: Weighed,
): Pick<FindingView, 'matrix' | 'origins' | 'groups' | 'notCounted' | 'against'> {
  const { finding, evidence, known, rows } = of
  const counted = finding.claimsFor
    .map((id) => evidence.claims.get(id))
    .filter((claim) => claim !== undefined)
  const placed = counted.map((claim) => ({ claim, origins: originsOfClaim(claim, known.lineage) }))
  const groups = [...Map.groupBy(placed, ({ origins }) => origins.join(' ')).values()]
  const shown = (ids: readonly ClaimId[]) => ids.map((id) => rows.get(id)).filter((row) => row !== undefined)
  return {
    matrix: matrixOf(of),
    origins: known.originRefs([...new Set(placed.flatMap(({ origins }) => origins))].sort()),
    groups: groups.map((group) => ({
      origins: known.originRefs(group[0]?.origins ?? []),
      claims: shown(group.map(({ claim }) => claim.id)),
    })),
    notCounted: shown(finding.claimsFor.filter((id) => !evidence.claims.has(id))),
    against: finding.claimsAgainst.flatMap(({ claim, dismissed }) =>
      shown([claim]).map((row) => ({ claim: row, dismissed })),
    ),
  }
}

function matrixOf({
  finding,
  claims,
  evidence,
  contradictions,
  known,
  rows,
}: Weighed): FindingView['matrix'] {
  const among = { claims: new Map(claims.map((claim) => [claim.id, claim])), contradictions }
  return corroborationMatrix(finding, evidence, among).map((group) => ({
    origins: known.originRefs(group.origins),
    rows: group.rows.map(({ source, cells }) => ({
      source: known.sourceRef(source),
      cells: cells.flatMap((cell) => {
        const row = rows.get(cell.claim)
        return row === undefined ? [] : [{ ...cell, row }]
      }),
    })),
  }))
}

/** Which findings and figures would move if these sources were not believed? Nothing is changed by asking. */
export function readWithoutSources(
  reader: Reader,
  {
    investigation,
    sources,
  }: { readonly investigation: InvestigationId; readonly sources: readonly SourceId[] },
): Promise<WithoutView | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const whole = await assessed(reader, investigation)
    const ours = new Set(whole?.investigation.sources.map(({ id }) => id))
    if (whole === null || sources.some((source) => !ours.has(source))) return null
    const scales = await scalesKnown(reader, investigation)
    const { claims, findings, estimates } = whole.investigation
    const moved = withoutSources(sources, {
      evidence: { ...scales, claims: scales.inUse(claims) },
      findings,
      figures: figuresOf(whole),
    })
    const rows = new Map((await findingRowsKnown(reader, investigation)).map((row) => [row.id, row]))
    return {
      claims: [...(await rowsById(db, investigation, moved.claims)).values()],
      findings: moved.findings.flatMap(({ finding, ...standings }) => {
        const row = rows.get(finding)
        return row === undefined ? [] : [{ row, ...standings }]
      }),
      figures: moved.figures.flatMap(({ figure, lost, left }) =>
        estimates
          .filter(({ id }) => id === figure)
          .map(({ id, code, question }) => ({ id, code, question, lost: lost.length, left: left.length })),
      ),
    }
  })
}

function figuresOf({ investigation, assessment }: Assessed) {
  return investigation.estimates.flatMap(({ id }) => {
    const answer = assessment.estimates.get(id)
    return answer?.ok === true ? [{ figure: id, claims: answer.value.claims }] : []
  })
}

/** A finding as it is being thought of. */
export interface FindingThought {
  readonly investigation: InvestigationId
  readonly kind: FindingKind
  readonly claimsFor: readonly ClaimId[]
  readonly claimsAgainst: readonly ClaimId[]
}

/** How would a finding stand on these claims, and why? Writes nothing. */
export function readStandingIf(reader: Reader, thought: FindingThought): Promise<StandingIf | null> {
  const { investigation, kind, claimsFor, claimsAgainst } = thought
  return readingIn(reader, investigation, async (db, reader) => {
    const scales = await scalesKnown(reader, investigation)
    const claims = scales.inUse(await claimsById(db, investigation, [...claimsFor, ...claimsAgainst]))
    const finding: Finding = {
      ...{
        id: derivedId('finding', 'thought of'),
        code: '',
        kind,
        proposition: { en: '' },
        claimsFor,
        elements: [],
      },
      claimsAgainst: claimsAgainst.map((claim) => ({ claim, dismissed: null })),
      ...{ standardOfProof: null, reasons: null, signer: null, version: 0 },
    }
    const evidence = { ...scales, claims }
    return { standing: standingOf(finding, evidence), reasons: explainStanding(finding, evidence) }
  })
}
