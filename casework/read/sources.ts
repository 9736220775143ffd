import type { InvestigationId, SourceId } from '@corroborate/base'
import {
  claimRowsOfSource,
  consentsOf,
  interviewsOf,
  sourceRow,
  sourceRows,
  tasksOf,
  textsOf,
  withdrawalsOf,
  type Db,
  type SourceRow as StoredRow,
} from '@corroborate/store'
import type { SourceRow, SourceView } from '../shapes.ts'
import { lineageKnown, type LineageKnown } from './lineage-known.ts'
import { readingIn, type Reader } from './reader.ts'
import { lastVersions } from './text.ts'

/** Where does what we know come from? */
export function readSources(reader: Reader, id: InvestigationId): Promise<readonly SourceRow[] | null> {
  return readingIn(reader, id, async (db, reader) => {
    const known = await lineageKnown(reader, id)
    return (await sourceRows(db, id)).map((row) => shown(row, known))
  })
}

/** What is known of one source? */
export function readSource(
  reader: Reader,
  { investigation, source }: { readonly investigation: InvestigationId; readonly source: SourceId },
): Promise<SourceView | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const row = await sourceRow(db, investigation, source)
    if (row === null) return null
    const known = await lineageKnown(reader, investigation)
    const links = known.links
      .filter(({ from, to }) => from === source || to === source)
      .map((link) => ({
        ...link,
        fromSource: known.sourceRef(link.from),
        toSource: known.sourceRef(link.to),
      }))
    return {
      source: row.source,
      row: shown(row, known),
      links,
      interviews: await interviewsOf(db, investigation, source),
      consents: await consentsOf(db, investigation, source),
      withdrawals: await withdrawalsShown(db, investigation, source),
      texts: lastVersions(await textsOf(db, investigation, source)),
      claims: await claimRowsOfSource(db, investigation, source),
    }
  })
}

async function withdrawalsShown(db: Db, investigation: InvestigationId, witness: SourceId) {
  const withdrawn = await withdrawalsOf(db, investigation, witness)
  const tasks = withdrawn.length === 0 ? [] : await tasksOf(db, investigation)
  return withdrawn.map((one) => ({ ...one, tasks: tasks.filter(({ because }) => because === one.consent) }))
}

function shown({ source, claims, undecided, consent }: StoredRow, known: LineageKnown): SourceRow {
  const { id, code, title, kind, role, reliability, credibility } = source
  const origins = known.originRefs(known.lineage.originsOf(id))
  return { id, code, title, kind, role, reliability, credibility, claims, origins, undecided, consent }
}
