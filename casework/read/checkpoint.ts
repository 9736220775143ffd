import { canonicalJson, type InvestigationId, type Json } from '@corroborate/base'
import {
  readTilePath,
  shownQuorum,
  widthAt,
  type Quorum,
  writeTlogProof,
  writeVerifierKey,
  type Entry,
} from '@corroborate/ledger'
import {
  checkpointOfOrigin,
  cosignaturesOf,
  entryAt,
  heldContentOf,
  inclusionIn,
  lastCheckpoint,
  lastEntryOn,
  tileIn,
  type Chain,
  type Db,
  type SignedHead,
} from '@corroborate/store'
import { recalled } from '../memory.ts'
import type { CheckpointView } from '../shapes.ts'
import type { Desk } from '../desk.ts'
import { signCheckpoint, signFault } from '../sign-checkpoint.ts'
import type { Signing } from '../signing.ts'
import type { Published } from './published.ts'
import { readingIn, type Reader } from './reader.ts'

/** A reader beside whom the ledger's key stands; null where another process signs, or nobody. */
export interface ProofReader extends Reader, Pick<Desk, 'random'> {
  readonly signing: Signing | null
}

/** Up to where is the ledger signed, by which key, before whom? Null to everybody who does not read in it. */
export function readCheckpointView(
  { signing, quorum, ...reader }: ProofReader & { readonly quorum: Quorum | null },
  investigation: InvestigationId,
): Promise<CheckpointView | null> {
  return readingIn(reader, investigation, async (db) => {
    const head = await lastCheckpoint(db, investigation)
    const fault = signing && (await signFault({ store: reader.store, signing }, investigation))
    return {
      signed: head && {
        ...{ size: head.size, signedAt: head.signedAt, origin: head.origin },
        key: signing && writeVerifierKey(signing.key.signerOf(investigation).key),
        cosigned: (await cosignaturesOf(db, head)).map(({ witness, cosignedAt }) => ({
          witness,
          cosignedAt,
        })),
      },
      fault,
      quorum: quorum && shownQuorum(quorum),
    }
  })
}

/**
 * A file that proves that one line stands in the ledger: verified anywhere, offline, with the key alone. What is not signed yet is signed
 * for it. Null to everybody who does not read there, and where there is no such line or nothing may be signed.
 */
export function readProof(
  { signing, ...reader }: ProofReader,
  { investigation, sequence }: { readonly investigation: InvestigationId; readonly sequence: number },
): Promise<string | null> {
  return readingIn(reader, investigation, async (db) => {
    const entry = await entryAt(db, investigation, sequence)
    const head = entry && (await headOver({ ...reader, signing }, { chain: investigation, sequence }))
    return entry && head ? proofFile(db, { head, entry, more: {} }) : null
  })
}

const PROOFS = recalled<Map<string, Promise<string | null>>>()

/**
 * A file that proves that a published report stands in the ledger, word for word: with the line go the report as it was written and the
 * salt that it was committed to under, so that each sentence can be held against it.
 */
export async function publishedProof(
  { signing, ...reader }: ProofReader,
  { print, state }: Extract<Published, { kind: 'open' }>,
): Promise<string | null> {
  const proofs = await reader.memory.recall(state, PROOFS, () =>
    Promise.resolve(new Map<string, Promise<string | null>>()),
  )
  const { id } = print.resolved
  const made =
    proofs.get(id) ?? proofOfReport({ ...reader, signing }, { chain: state.investigation, report: id })
  proofs.set(id, made)
  const forget = () => proofs.delete(id)
  made.then((proof) => proof === null && forget(), forget)
  return made
}

async function proofOfReport(
  reader: ProofReader,
  { chain, report }: { readonly chain: InvestigationId; readonly report: string },
): Promise<string | null> {
  const { db } = reader.store
  const entry = await lastEntryOn(db, chain, { act: 'report.written', subject: report })
  const held = entry && (await heldContentOf(db, chain, entry.sequence))
  const head = held && (await headOver(reader, { chain, sequence: entry.sequence }))
  if (!head) return null
  const more = { content: held.content, salt: Buffer.from(held.salt).toString('hex') }
  return proofFile(db, { head, entry, more })
}

/** The checkpoint that everybody is given of a ledger, with its cosignatures; null where no ledger bears that name. */
export async function publicCheckpoint(
  { store: { db } }: Pick<Reader, 'store'>,
  origin: string,
): Promise<string | null> {
  const head = await checkpointOfOrigin(db, origin)
  return head && cosignedNote(db, head)
}

/**
 * A tile of the hashes of a ledger, as far as it was signed. Tiles of entries are not given: who did what and when is not public, and a
 * hash says nothing of it.
 */
export async function publicTile(
  { store: { db } }: Pick<Reader, 'store'>,
  { origin, path }: { readonly origin: string; readonly path: string },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const tile = readTilePath(path)
  const head = tile.ok && (await checkpointOfOrigin(db, origin))
  if (!tile.ok || !head || widthAt(head.size, tile.value) < tile.value.width) return null
  return tileIn(db, head.chain, tile.value)
}

/** The key of a ledger as text. Whoever watches compares it with one that came another way. */
export async function publicKey(
  { store: { db }, signing }: Pick<ProofReader, 'store' | 'signing'>,
  origin: string,
): Promise<string | null> {
  const head = await checkpointOfOrigin(db, origin)
  if (!head || signing?.key.originOf(head.chain) !== origin) return null
  return `${writeVerifierKey(signing.key.signerOf(head.chain).key)}\n`
}

/** The last signed head that covers a line; signed now where none does. */
async function headOver(
  { store, clock, random, signing }: ProofReader,
  { chain, sequence }: { readonly chain: Chain; readonly sequence: number },
): Promise<SignedHead | null> {
  const last = await lastCheckpoint(store.db, chain)
  if (last && last.size >= sequence) return last
  const signed = signing && (await signCheckpoint({ store, clock, random, signing }, chain))
  return signed?.ok ? signed.value.head : null
}

async function cosignedNote(db: Db, head: SignedHead): Promise<string> {
  const lines = (await cosignaturesOf(db, head)).map(({ line }) => `${line}\n`)
  return head.note + lines.join('')
}

async function proofFile(
  db: Db,
  made: {
    readonly head: SignedHead
    readonly entry: Entry
    readonly more: Readonly<Record<string, Json>>
  },
): Promise<string> {
  const { head, entry } = made
  const index = entry.sequence - 1
  const proof = await inclusionIn(db, head.chain, { index, size: head.size })
  if (!proof.ok) throw new Error(`no proof of entry ${entry.sequence}: ${proof.detail}`)
  const extra = new TextEncoder().encode(canonicalJson({ entry: { ...entry }, ...made.more }))
  const checkpoint = await cosignedNote(db, head)
  return writeTlogProof({ index: BigInt(index), proof: proof.value, checkpoint, extra })
}
