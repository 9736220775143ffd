import { createHash } from 'node:crypto'
import {
  appendLeaf,
  EMPTY_RANGE,
  hashOf,
  rootOf,
  signCheckpoint,
  signPackage,
  writeManifest,
} from '@corroborate/ledger'
import type { Signing } from '../signing.ts'

/** A package in memory: its files by name. */
export type Files = Map<string, Buffer>

/** Who holds the key of the ledger, and may lie with it. */
export interface Keeper {
  readonly key: Signing['key']
  readonly chain: string
}

export const CLAIMS = 'data/records/claims.jsonl'
export const LEAVES = 'data/ledger/leaves.jsonl'
export const CHECKPOINTS = 'data/ledger/checkpoints.jsonl'

/** Writes the manifests anew; with the key also the note, as its keeper could. */
export function reseal(files: Files, keeper: Keeper | null): void {
  const names = [...files.keys()]
  const data = names.filter((name) => name.startsWith('data/')).sort()
  const bytes = data.reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0)
  const info = String(files.get('bag-info.txt')).replace(
    /Payload-Oxum: .*/,
    `Payload-Oxum: ${bytes}.${data.length}`,
  )
  files.set('bag-info.txt', Buffer.from(info))
  for (const digest of ['sha256', 'sha512'])
    files.set(`manifest-${digest}.txt`, manifestOf(files, digest, data))
  resealTags(files, keeper)
}

export function resealTags(files: Files, keeper: Keeper | null): void {
  const tags = [...files.keys()].filter(
    (name) => !name.startsWith('data/') && !/^tagmanifest|^package[.]note/.test(name),
  )
  for (const digest of ['sha256', 'sha512'])
    files.set(`tagmanifest-${digest}.txt`, manifestOf(files, digest, tags.sort()))
  if (keeper === null) return
  const { origin, size } = (
    JSON.parse(String(files.get('data/package.json'))) as { ledger: { origin: string; size: number } }
  ).ledger
  const [sha256, sha512] = ['sha256', 'sha512'].map((digest) =>
    digestOf(digest, files.get(`tagmanifest-${digest}.txt`)),
  )
  const note = signPackage(
    { origin, size, sha256: sha256 ?? '', sha512: sha512 ?? '' },
    keeper.key.signerOf(keeper.chain),
  )
  files.set('package.note', Buffer.from(note))
}

function manifestOf(files: Files, digest: string, names: readonly string[]): Buffer {
  return Buffer.from(
    writeManifest(names.map((name) => ({ name, digest: digestOf(digest, files.get(name)) }))),
  )
}

function digestOf(digest: string, bytes: Buffer | undefined): string {
  return createHash(digest)
    .update(bytes ?? '')
    .digest('hex')
}

export function flip(files: Files, name: string, at = 40): void {
  const bytes = Buffer.from(files.get(name) ?? '')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  files.set(name, bytes)
}

export function replace(files: Files, name: string, change: (text: string) => string): void {
  const before = String(files.get(name))
  const after = change(before)
  if (after === before) throw new Error(`the change to ${name} changes nothing`)
  files.set(name, Buffer.from(after))
}

const linesOf = (files: Files, name: string) => String(files.get(name)).trimEnd().split('\n')
export const exhibitIn = (files: Files) =>
  [...files.keys()].find((name) => name.startsWith('data/files/')) ?? ''
export const proofIn = (files: Files) => [...files.keys()].find((name) => name.includes('/proofs/')) ?? ''

/** Deletes a row and its leaf, chains all later leaves anew, and signs the tree that comes of it: what the keeper of the key could do. */
export function forge(files: Files, keeper: Keeper): void {
  const lines = linesOf(files, LEAVES).map(
    (line) => JSON.parse(line) as { entry: Parameters<typeof hashOf>[0] & { hash: string } },
  )
  const gone = lines.findIndex(({ entry }) => (entry as { act: string }).act === 'claim.stated')
  const subject = lines[gone]?.entry.subject ?? ''
  let previous = lines[gone]?.entry.previous ?? ''
  let range = EMPTY_RANGE
  const kept = lines.filter((_, i) => i !== gone)
  const told = kept.map(({ entry, ...rest }, i) => {
    const chained = i < gone ? entry : { ...entry, sequence: i + 1, previous }
    const hash = hashOf(chained)
    previous = hash
    range = appendLeaf(range, Buffer.from(hash, 'hex')).range
    const { sequence, time, actor, act, commitment } = chained
    return sorted({
      ...rest,
      entry: {
        sequence,
        time,
        actor,
        act,
        subject: chained.subject,
        commitment,
        previous: chained.previous,
        hash,
      },
    })
  })
  files.set(LEAVES, Buffer.from(`${told.join('\n')}\n`))
  for (const name of [...files.keys()].filter((one) => one.includes('/proofs/'))) files.delete(name)
  replace(files, CLAIMS, (text) =>
    text
      .split('\n')
      .filter((line) => !line.includes(`"id":"${subject}"`))
      .join('\n'),
  )
  const signer = keeper.key.signerOf(keeper.chain)
  const root = rootOf(range)
  const note = signCheckpoint(
    { origin: signer.key.name, size: BigInt(range.size), root, extensions: [] },
    signer,
  )
  files.set(CHECKPOINTS, Buffer.from(`${sorted({ note, signedAt: '2026-01-05T12:00:00.000Z' })}\n`))
  files.set('data/ledger/checkpoint', Buffer.from(note))
  const about = JSON.parse(String(files.get('data/package.json'))) as {
    given: Record<string, number>
    ledger: object
    lines: object
  }
  const given = { ...about.given, claims: (about.given.claims ?? 0) - 1 }
  const ledger = { ...about.ledger, size: range.size, root: Buffer.from(root).toString('hex') }
  files.set(
    'data/package.json',
    Buffer.from(`${sorted({ ...about, given, ledger, lines: { given: range.size, withheld: {} } })}\n`),
  )
  reseal(files, keeper)
}

/** Canonical JSON, by another way than ours. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
