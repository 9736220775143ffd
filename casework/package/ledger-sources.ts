import { canonicalJson } from '@corroborate/base'
import type { InvestigationId } from '@corroborate/base'
import { bytesSource, textSource, type PackageSource, type Selection } from '@corroborate/interchange'
import { writeLine, writeTlogProof, type Entry, type PackageLine, type Withheld } from '@corroborate/ledger'
import {
  chainOf,
  checkpointsOf,
  contentsOf,
  cosignaturesOf,
  inclusionIn,
  timeStampsOf,
  type Db,
  type SignedHead,
} from '@corroborate/store'
import { SHA_256_OF_NODE } from '@corroborate/vault'
import { linesOf } from './lines-of.ts'

/** Which lines are given and which are withheld, counted while they are first read. */
export interface LinesCounted {
  given: number
  readonly withheld: Partial<Record<Withheld, number>>
}

/** What a package holds of a ledger, and how much of it. */
export interface LedgerSources {
  readonly sources: readonly PackageSource[]
  readonly counted: LinesCounted
  /** Time-stamps of authorities. */
  readonly tokens: number
}

/** Acts whose lines are proven by a file of their own: it can be handed on without the package. */
const PROVEN_APART = ['report.written', 'report.published']

interface Of {
  readonly investigation: InvestigationId
  readonly head: SignedHead
  readonly selection: Selection
}

/**
 * The ledger as a package shows it: every line up to the signed head, each with its entry or withheld for a reason; the signed heads up to
 * there; proofs of the lines that published something.
 * @param at where the store is read: in a transaction while the package is settled, outside of it while it is written
 */
export async function ledgerSources(at: { db: Db }, of: Of): Promise<LedgerSources> {
  const counted: LinesCounted = { given: 0, withheld: {} }
  const proofs: PackageSource[] = []
  const last = await cosignedNote(at.db, of.head)
  for await (const line of packageLines(at.db, of)) {
    if (line.kind === 'withheld') counted.withheld[line.reason] = (counted.withheld[line.reason] ?? 0) + 1
    else {
      counted.given++
      if (PROVEN_APART.includes(line.entry.act)) proofs.push(await proofOf(at.db, of, line.entry))
    }
  }
  const heads: string[] = []
  const stamped: PackageSource[] = []
  const tokens: PackageSource[] = []
  for (const head of await checkpointsOf(at.db, of.investigation)) {
    // What another key signed before is proven by nobody who holds this one; the ledger itself says where this one began.
    if (head.size > of.head.size || head.origin !== of.head.origin) continue
    heads.push(canonicalJson({ note: await cosignedNote(at.db, head), signedAt: head.signedAt }))
    const stamps = await stampsOn(at.db, head)
    if (stamps.length > 0) stamped.push(textSource(`ledger/heads/${head.size}.note`, head.note))
    tokens.push(...stamps)
  }
  const sources: PackageSource[] = [
    { name: 'ledger/checkpoint', read: () => linesOf([last.trimEnd()]) },
    { name: 'ledger/checkpoints.jsonl', read: () => linesOf(heads) },
    { name: 'ledger/leaves.jsonl', read: () => linesOf(texts(packageLines(at.db, of))) },
    ...[...proofs, ...stamped, ...tokens],
  ]
  return { sources, counted, tokens: tokens.length }
}

async function* texts(lines: AsyncIterable<PackageLine>): AsyncGenerator<string> {
  for await (const line of lines) yield writeLine(line)
}

async function* packageLines(db: Db, { investigation, head, selection }: Of): AsyncGenerator<PackageLine> {
  const contents = contentsOf(db, investigation)
  let ahead = await contents.next()
  for await (const entry of chainOf(db, investigation)) {
    if (entry.sequence > head.size) break
    while (ahead.done !== true && ahead.value.sequence < entry.sequence) ahead = await contents.next()
    const shown = selection.ofSubject(entry.subject)
    if (shown.kind === 'withheld') {
      const { sequence, hash } = entry
      yield { kind: 'withheld', sequence, hash, reason: shown.reason }
      continue
    }
    const held = ahead.done !== true && ahead.value.sequence === entry.sequence ? ahead.value : null
    const content = held && shown.mayShow(held.content) ? { json: held.content, salt: held.salt } : null
    yield { kind: 'given', entry, content }
  }
  await contents.return(undefined)
}

async function proofOf(db: Db, { investigation, head }: Of, entry: Entry): Promise<PackageSource> {
  const index = entry.sequence - 1
  const proof = await inclusionIn(db, investigation, { index, size: head.size })
  if (!proof.ok) throw new Error(`no proof of entry ${entry.sequence}: ${proof.detail}`)
  const extra = new TextEncoder().encode(writeLine({ kind: 'given', entry, content: null }))
  const checkpoint = await cosignedNote(db, head)
  const text = writeTlogProof({ index: BigInt(index), proof: proof.value, checkpoint, extra })
  return { name: `ledger/proofs/${entry.sequence}.tlog-proof`, read: () => linesOf([text.trimEnd()]) }
}

/** The tokens of every authority that stamped a head, the earliest first. */
async function stampsOn(db: Db, { note, size }: SignedHead): Promise<readonly PackageSource[]> {
  const stamps = await timeStampsOf(db, SHA_256_OF_NODE.ofText(note))
  return stamps.map(({ token }, i) => bytesSource(`tokens/${size}-${i + 1}.tst`, token))
}

async function cosignedNote(db: Db, head: SignedHead): Promise<string> {
  const lines = (await cosignaturesOf(db, head)).map(({ line }) => `${line}\n`)
  return head.note + lines.join('')
}
