import type { ClaimId, FindingId, InvestigationId } from '@corroborate/base'
import { originsOfClaim, type Claim } from '@corroborate/claims'
import { explainStanding, type Finding } from '@corroborate/findings'
import { sentencesCiting } from '@corroborate/report'
import { claimRowsOfFinding, claimsById, findingById, findingRow, findingRows } from '@corroborate/store'
import { recalled } from '../memory.ts'
import { scalesOf, type Scales } from '../scales.ts'
import type { ClaimRow, FindingRow, FindingView } from '../shapes.ts'
import { dayAt } from '../time.ts'
import { assessed } from './assessed.ts'
import { lineageKnown, stateOf, type LineageKnown } from './lineage-known.ts'
import { readingIn, type Reader } from './reader.ts'

/** What does the investigation hold established, and how firmly? */
export function readFindings(reader: Reader, id: InvestigationId): Promise<readonly FindingRow[] | null> {
  return readingIn(reader, id, () => findingRowsKnown(reader, id))
}

const ROWS = recalled<readonly FindingRow[]>()

/** The findings as lists show them, read once for each state of the investigation. */
export async function findingRowsKnown(reader: Reader, id: InvestigationId): Promise<readonly FindingRow[]> {
  const state = await stateOf(reader, id)
  return reader.memory.recall(state, ROWS, () => findingRows(reader.store.db, id))
}

/** Why does this finding stand as it does, on whose words, and where is it said? */
export function readFinding(
  reader: Reader,
  { investigation, finding: id }: { readonly investigation: InvestigationId; readonly finding: FindingId },
): Promise<FindingView | null> {
  return readingIn(reader, investigation, async (db) => {
    const finding = await findingById(db, investigation, id)
    const row = finding && (await findingRow(db, investigation, id))
    if (!row) return null
    const known = await lineageKnown(reader, investigation)
    const scales = await scalesKnown(reader, investigation)
    const whole = await assessed(reader, investigation)
    const claims = scales.inUse(await claimsById(db, investigation, claimsUnder(finding)))
    const rows = await claimRowsOfFinding(db, investigation, id)
    return {
      row,
      finding,
      reasons: explainStanding(finding, { ...scales, claims }),
      ...weighed({ finding, claims, known, rows: new Map(rows.map((one) => [one.id, one])) }),
      citedBy: sentencesCiting([...(whole?.resolved.values() ?? [])], { kind: 'finding', id }),
    }
  })
}

function claimsUnder({ claimsFor, claimsAgainst }: Finding): readonly ClaimId[] {
  return [...claimsFor, ...claimsAgainst.map((contrary) => contrary.claim)]
}

/** A finding with its claims: those that count, and how lists show them all. */
interface Weighed {
  readonly finding: Finding
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly known: LineageKnown
  readonly rows: ReadonlyMap<ClaimId, ClaimRow>
}

/** The corroboration matrix: claims for by whom they go back to, those that do not count, and those against. */
function weighed({
  finding,
  claims,
  known,
  rows,
}: Weighed): Pick<FindingView, 'origins' | 'groups' | 'notCounted' | 'against'> {
  const counted = finding.claimsFor.map((id) => claims.get(id)).filter((claim) => claim !== undefined)
  const placed = counted.map((claim) => ({ claim, origins: originsOfClaim(claim, known.lineage) }))
  const groups = [...Map.groupBy(placed, ({ origins }) => origins.join(' ')).values()]
  const shown = (ids: readonly ClaimId[]) => ids.map((id) => rows.get(id)).filter((row) => row !== undefined)
  return {
    origins: known.originRefs([...new Set(placed.flatMap(({ origins }) => origins))].sort()),
    groups: groups.map((group) => ({
      origins: known.originRefs(group[0]?.origins ?? []),
      claims: shown(group.map(({ claim }) => claim.id)),
    })),
    notCounted: shown(finding.claimsFor.filter((id) => !claims.has(id))),
    against: finding.claimsAgainst.flatMap(({ claim, dismissed }) =>
      shown([claim]).map((row) => ({ claim: row, dismissed })),
    ),
  }
}

const SCALES = recalled<Scales>()

async function scalesKnown(reader: Reader, investigation: InvestigationId): Promise<Scales> {
  const state = await stateOf(reader, investigation)
  return reader.memory.recall(state, SCALES, () =>
    scalesOf(reader.store.db, investigation, dayAt(reader.clock())),
  )
}
