import {
  derivedId,
  jsonOf,
  refuse,
  type ClaimId,
  type InvestigationId,
  type SourceId,
} from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { ActMapping, ActRow } from '@corroborate/interchange'
import {
  actTables,
  claimsById,
  codesTaken,
  insertClaimReviews,
  insertClaims,
  insertPassages,
  insertTexts,
  passagesById,
  putActTable,
  sourceById,
  textById,
  updateClaim,
  updatePassages,
  type ActTableKept,
  type ClaimReview,
  type Db,
} from '@corroborate/store'
import type { Passage, Text } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { FreeCodes } from './exchange/free-codes.ts'
import { layRows } from './exchange/lay-rows.ts'
import { freshId, signature } from './name-record.ts'
import { restand } from './restand.ts'
import type { ActsTaken } from './shapes-of-exchange.ts'
import { faultOfClaim } from './state-claim.ts'
import { instant } from './time.ts'

export interface TakeActsIn extends InInvestigation {
  /** Names the database: its rows are known again by their numbers. */
  readonly name: string
  /** The document that the table is. */
  readonly source: SourceId
  readonly language: string
  /** Which column was which; kept for the next time. */
  readonly mapping: ActMapping
  readonly rows: readonly ActRow[]
}

/**
 * Takes in a table of acts: its rows, in words, are a text of the document; each row is a passage of it, and a claim on that passage. The next
 * time the same numbers are the same claims: a row that changed changes its claim, and the text gets a new version. Every claim that is made or
 * changed waits for a second reading. Rows that are gone are told and not taken away. `nothing-new`: nothing was changed.
 * @see docs/decisions/0094-work-that-comes-back.md
 */
export const takeActsIn = act('acts.taken-in', ['researcher'], async (desk, input: TakeActsIn) => {
  const { investigation, name, source, mapping, rows } = input
  const { db } = desk.store
  const before = (await actTables(db, investigation)).find((one) => one.name === name) ?? null
  const fault = await faultOfTable(db, input, before)
  if (fault !== null) return fault
  const digests = new Map(before?.rows.map(({ row, sha256 }) => [row, sha256]))
  const came = rows.map((one) => ({ row: one.row, came: cameOf(one, digests) }))
  if (came.every((one) => one.came === 'unchanged'))
    return refuse('nothing-new', `no row of “${name}” is new or changed, and nothing was changed`)
  const known = await rowsHere(db, input)
  const { text, passages } = await laidOut(desk, input, { before, known })
  await insertTexts(db, investigation, [text])
  await updatePassages(
    db,
    investigation,
    passages.filter(({ id }) => known.passages.has(id)),
  )
  await insertPassages(
    db,
    investigation,
    passages.filter(({ id }) => !known.passages.has(id)),
  )
  const claims = await claimsOf(desk, input, { known, passages })
  const moved = claims.filter((_, i) => came[i]?.came !== 'unchanged')
  for (const claim of moved) {
    const wrong = await faultOfClaim(db, { ...claim, investigation })
    if (wrong !== null) return refuse('not-to-be-stated', `${claim.code}: ${wrong.detail}`)
  }
  await insertClaims(
    db,
    investigation,
    moved.filter(({ id }) => !known.claims.has(id)),
  )
  const reviews = await changeClaims(
    desk,
    input,
    moved.filter(({ id }) => known.claims.has(id)),
  )
  await restand(desk, { investigation, moved: { kind: 'claims', claims: moved } })
  const there = new Set(rows.map(({ row }) => row))
  const gone = (before?.rows ?? []).filter(({ row }) => !there.has(row))
  const table: ActTableKept = {
    ...{ name, source, text: text.id, mapping: jsonOf(mapping) },
    ...{ by: await signature(desk), at: instant(desk.clock()) },
    rows: [...rows.map(({ row, sha256 }) => ({ row, claim: claimOfRow(name, row), sha256 })), ...gone],
  }
  await putActTable(db, investigation, table)
  const taken: ActsTaken = { text: text.id, rows: came, gone: gone.map(({ row }) => row) }
  const records = [text, ...passages, ...moved, ...reviews, table]
  return done<ActsTaken>(taken, { subject: text.id, content: { name, ...taken, records } })
})

async function faultOfTable(
  db: Db,
  { investigation, name, source, rows }: TakeActsIn,
  before: ActTableKept | null,
) {
  const document = await sourceById(db, investigation, source)
  if (document === null) return NOT_FOUND
  if (document.kind !== 'document')
    return refuse('not-a-document', `${document.code} is no document, and a table is one`)
  if (before !== null && before.source !== source)
    return refuse('of-another-source', `“${name}” was taken in as another document before`)
  const numbers = new Set(rows.map(({ row }) => row))
  if (numbers.size < rows.length) return refuse('row-twice', 'two rows of the table have one number')
  return rows.length === 0 ? refuse('empty', 'the table has no row that could be read') : null
}

/** @param digests of the rows as they came the last time, by their numbers */
function cameOf(
  { row, sha256 }: ActRow,
  digests: ReadonlyMap<string, string>,
): ActsTaken['rows'][number]['came'] {
  const last = digests.get(row)
  if (last === undefined) return 'created'
  return last === sha256 ? 'unchanged' : 'changed'
}

/** The claim that a row is, whoever takes it in: the same number of the same database is the same claim. */
function claimOfRow(name: string, row: string): ClaimId {
  return derivedId('claim', 'acts', name, row)
}

/** What was made of these rows before. */
interface RowsHere {
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly passages: ReadonlyMap<string, Passage>
}

async function rowsHere(db: Db, { investigation, name, rows }: TakeActsIn): Promise<RowsHere> {
  const ids = rows.map(({ row }) => claimOfRow(name, row))
  const claims = await claimsById(db, investigation, ids)
  const under = claims.map(({ passages: [first] }) => first)
  const passages = await passagesById(db, investigation, under)
  return {
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    passages: new Map(passages.map((passage) => [passage.id, passage])),
  }
}

interface Laying {
  readonly before: ActTableKept | null
  readonly known: RowsHere
}

/** The next version of the table's text, and each row as a passage of it: under its own name where it has one. */
async function laidOut(
  desk: Desk,
  { investigation, name, source, language, rows }: TakeActsIn,
  { before, known }: Laying,
): Promise<{ readonly text: Text; readonly passages: readonly Passage[] }> {
  const { db } = desk.store
  const { content, sha256, turns, stretches } = layRows(rows.map(({ words }) => words))
  const last = before === null ? null : await textById(db, investigation, before.text)
  const text: Text = {
    id: freshId<'text'>(desk),
    code: last?.code ?? (await freeCodes(db, investigation, 'text')).give(null),
    ...{ source, title: { en: name }, language, kind: 'transcript', translationOf: null },
    ...{ version: (last?.version ?? 0) + 1, content, sha256, turns },
  }
  const free = await freeCodes(db, investigation, 'passage')
  const passages = stretches.map((stretch, i): Passage => {
    const claim = known.claims.get(claimOfRow(name, rows[i]?.row ?? ''))
    const named = claim && known.passages.get(claim.passages[0])
    const { id, code } = named ?? { id: freshId<'passage'>(desk), code: free.give(null) }
    return { id, code, text: text.id, sha256, ...stretch }
  })
  return { text, passages }
}

async function freeCodes(
  db: Db,
  id: InvestigationId,
  kind: 'text' | 'passage' | 'claim',
): Promise<FreeCodes> {
  return new FreeCodes(kind, await codesTaken(db, id, kind))
}

/** What the rows claim, in their order: an assertion of a document, which nobody has read against its words yet. */
async function claimsOf(
  desk: Desk,
  { investigation, name, source, rows }: TakeActsIn,
  { known, passages }: { readonly known: RowsHere; readonly passages: readonly Passage[] },
): Promise<readonly Claim[]> {
  const free = await freeCodes(desk.store.db, investigation, 'claim')
  const coder = await signature(desk)
  return rows.flatMap(({ row, topic, proposition, roles, when }, i): readonly Claim[] => {
    const [id, passage] = [claimOfRow(name, row), passages[i]]
    if (passage === undefined) return []
    const said = { topic, proposition, roles, when, status: 'work-needed' } as const
    const before = known.claims.get(id)
    if (before !== undefined) return [{ ...before, ...said }]
    const code = free.give(row.replaceAll(/[^A-Za-z0-9._-]+/g, '-'))
    return [{ ...FROM_A_TABLE, ...said, id, code, source, passages: [passage.id], coder }]
  })
}

/** How a table says what it says: a document asserts it, and nobody knows of whom it has it. */
const FROM_A_TABLE = {
  mode: 'incident',
  place: null,
  quantity: null,
  pattern: null,
  basis: { kind: 'document', chain: [], vantage: null },
  certainty: 'reports-without-view',
  polarity: 'affirmed',
  secondCoder: null,
} as const

/** A claim whose row says something else now needs another reading, which says why. */
async function changeClaims(
  desk: Desk,
  { investigation, name }: TakeActsIn,
  claims: readonly Claim[],
): Promise<readonly ClaimReview[]> {
  const { db } = desk.store
  const [by, at] = [await signature(desk), instant(desk.clock())]
  const words = `Its row in “${name}” was changed.`
  for (const claim of claims) await updateClaim(db, investigation, claim)
  const reviews = claims.map(({ id }): ClaimReview => ({ claim: id, verdict: 'work-needed', by, at, words }))
  await insertClaimReviews(db, investigation, reviews)
  return reviews
}
