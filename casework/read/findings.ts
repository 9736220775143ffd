import type { ClaimId, FindingId, InvestigationId, Words } from '@corroborate/base'
import { CRIMES, elementsTiedTo, explainStanding, type Finding } from '@corroborate/findings'
import { sentencesCiting } from '@corroborate/report'
import {
  claimRowsOfFinding,
  claimsById,
  crimesChosen,
  explanationsOf,
  findingById,
  findingRow,
  incidentsOf,
  tiesOf,
  type Db,
} from '@corroborate/store'
import type { FindingRow, FindingView } from '../shapes.ts'
import type { TiedElement } from '../shapes-of-elements.ts'
import { assessed } from './assessed.ts'
import { findingRowsKnown } from './finding-rows-known.ts'
import { lineageKnown } from './lineage-known.ts'
import { readingIn, type Reader } from './reader.ts'
import { scalesKnown, weighed } from './weighing.ts'

/** What does the investigation hold established, and how firmly? */
export function readFindings(reader: Reader, id: InvestigationId): Promise<readonly FindingRow[] | null> {
  return readingIn(reader, id, (_db, reader) => findingRowsKnown(reader, id))
}

/** Why does this finding stand as it does, on whose words, and where is it said? */
export function readFinding(
  reader: Reader,
  { investigation, finding: id }: { readonly investigation: InvestigationId; readonly finding: FindingId },
): Promise<FindingView | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const finding = await findingById(db, investigation, id)
    const row = finding && (await findingRow(db, investigation, id))
    if (!row) return null
    const known = await lineageKnown(reader, investigation)
    const scales = await scalesKnown(reader, investigation)
    const whole = await assessed(reader, investigation)
    const claims = await claimsById(db, investigation, claimsUnder(finding))
    const evidence = { ...scales, claims: scales.inUse(claims) }
    const rows = await claimRowsOfFinding(db, investigation, id)
    return {
      row,
      finding,
      reasons: explainStanding(finding, evidence),
      ...weighed({
        ...{ finding, claims, evidence, known },
        contradictions: whole?.assessment.contradictions ?? [],
        rows: new Map(rows.map((one) => [one.id, one])),
      }),
      citedBy: sentencesCiting([...(whole?.resolved.values() ?? [])], { kind: 'finding', id }),
      tiedTo: await elementsOf(db, investigation, id),
      explanations: await explanationsOf(db, investigation, id),
    }
  })
}

async function elementsOf(
  db: Db,
  investigation: InvestigationId,
  finding: FindingId,
): Promise<readonly TiedElement[]> {
  const chosen = await crimesChosen(db, investigation)
  const names = new Map<string, Words>()
  for (const { id, name } of await incidentsOf(db, investigation)) names.set(id, name)
  const tied = elementsTiedTo(finding, {
    crimes: CRIMES.filter(({ id }) => chosen.includes(id)),
    ties: await tiesOf(db, investigation),
  })
  return tied.map(({ element, numbers, incident }) => ({
    ...{ words: element.words, numbers },
    incident: incident === null ? null : (names.get(incident) ?? null),
  }))
}

function claimsUnder({ claimsFor, claimsAgainst }: Finding): readonly ClaimId[] {
  return [...claimsFor, ...claimsAgainst.map((contrary) => contrary.claim)]
}
