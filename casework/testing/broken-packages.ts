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

/** A way to break a package, with the sentence that its reader is told. `signing` signs for it where even the keeper of the key lies. */
export interface Break {
  readonly name: string
  readonly change: (files: Files, signing: { readonly key: Signing['key']; readonly chain: string }) => void
  readonly says: RegExp
}

const CLAIMS = 'data/records/claims.jsonl'
const LEAVES = 'data/ledger/leaves.jsonl'
const CHECKPOINTS = 'data/ledger/checkpoints.jsonl'

type Keeper = Parameters<Break['change']>[1]

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

function resealTags(files: Files, keeper: Keeper | null): void {
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

function flip(files: Files, name: string, at = 40): void {
  const bytes = Buffer.from(files.get(name) ?? '')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  files.set(name, bytes)
}

function replace(files: Files, name: string, change: (text: string) => string): void {
  const before = String(files.get(name))
  const after = change(before)
  if (after === before) throw new Error(`the change to ${name} changes nothing`)
  files.set(name, Buffer.from(after))
}

const linesOf = (files: Files, name: string) => String(files.get(name)).trimEnd().split('\n')
const proofIn = (files: Files) => [...files.keys()].find((name) => name.includes('/proofs/')) ?? ''

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

/** Broken behind the back of whoever has the key. */
const BY_ANYBODY: readonly Break[] = [
  {
    name: 'one bit flipped in a row',
    change: (files) => flip(files, CLAIMS),
    says: /^"data\/records\/claims.jsonl" was changed: it does not have the SHA-256 that is listed$/,
  },
  {
    name: 'one bit flipped in a leaf',
    change: (files) => flip(files, LEAVES),
    says: /^"data\/ledger\/leaves.jsonl" was changed/,
  },
  {
    name: 'one bit flipped in a proof',
    change: (files) => flip(files, proofIn(files)),
    says: /tlog-proof" was changed/,
  },
  {
    name: 'one bit flipped in a checkpoint',
    change: (files) => flip(files, 'data/ledger/checkpoint'),
    says: /^"data\/ledger\/checkpoint" was changed/,
  },
  {
    name: 'one bit flipped in VERIFY.txt',
    change: (files) => flip(files, 'VERIFY.txt'),
    says: /^VERIFY.txt was changed: it does not have its SHA-256$/,
  },
  {
    name: 'a description changed, and all manifests written anew',
    change: (files) => {
      replace(files, 'data/ro-crate-metadata.json', (text) => text.replace('A package', 'Some package'))
      reseal(files, null)
    },
    says: /^tagmanifest-sha256.txt is not the one that was signed: the package was put together anew$/,
  },
  {
    name: 'a file added',
    change: (files) => files.set('data/more.txt', Buffer.from('x')),
    says: /^"data\/more.txt" is not listed in manifest-sha256.txt: somebody added it$/,
  },
  {
    name: 'a file added beside data',
    change: (files) => files.set('README.txt', Buffer.from('x')),
    says: /^"README.txt" has no place in a package: nobody signed it$/,
  },
  {
    name: 'a file removed',
    change: (files) => files.delete('data/records/lists.jsonl'),
    says: /^"data\/records\/lists.jsonl" is listed in manifest-sha256.txt, and is not there$/,
  },
  {
    name: 'a tag file removed',
    change: (files) => files.delete('package.note'),
    says: /^package.note is missing$/,
  },
  {
    name: 'a file renamed by case only',
    change: (files) => {
      files.set('data/records/Claims.jsonl', files.get(CLAIMS) ?? Buffer.of())
      files.delete(CLAIMS)
    },
    says: /^"data\/records\/Claims.jsonl" is not listed/,
  },
  {
    name: 'NFD beside NFC',
    change: (files) => files.set('data/\u00e9', Buffer.of()).set('data/e\u0301', Buffer.of()),
    says: /are one name on some systems|is not listed/,
  },
  {
    name: 'a name with a backslash',
    change: (files) => files.set('data/C:\\x', Buffer.of()),
    says: /has a backslash/,
  },
  {
    name: 'a fetch.txt',
    change: (files) => files.set('fetch.txt', Buffer.from('http://example.org/a 1 data/a\n')),
    says: /^there is a fetch.txt: a package is whole, and nothing is fetched for it$/,
  },
  {
    name: 'a byte order mark in bagit.txt',
    change: (files) => replace(files, 'bagit.txt', (text) => `\ufeff${text}`),
    says: /^bagit.txt begins with a byte order mark/,
  },
  {
    name: 'a byte order mark in a manifest',
    change: (files) => replace(files, 'manifest-sha256.txt', (text) => `\ufeff${text}`),
    says: /^manifest-sha256.txt begins with a byte order mark/,
  },
  {
    name: 'UTF-16 tag files',
    change: (files) => {
      replace(files, 'bagit.txt', (text) => text.replace('UTF-8', 'UTF-16'))
      files.set('manifest-sha256.txt', Buffer.from(String(files.get('manifest-sha256.txt')), 'utf16le'))
    },
    says: /^a package is BagIt 1.0 in UTF-8, and this is 1.0 in UTF-16$/,
  },
  {
    name: 'more bytes than it says',
    change: (files) => files.set(CLAIMS, Buffer.alloc(1 << 22, 'x')),
    says: /^there are more bytes than the \d+ that bag-info.txt says; reading stopped in/,
  },
]

const inManifest =
  (line: string): Break['change'] =>
  (files, keeper) => {
    for (const digest of ['sha256', 'sha512']) {
      const length = digest === 'sha256' ? 64 : 128
      replace(files, `manifest-${digest}.txt`, (text) => `${'0'.repeat(length)}  ${line}\n${text}`)
    }
    resealTags(files, keeper)
  }

/** Broken by whoever has the key, or has stolen it. */
const BY_THE_KEEPER: readonly Break[] = [
  {
    name: 'two files whose names differ by case only',
    change: (files, keeper) => {
      files.set('data/records/Claims.jsonl', Buffer.from('x'))
      reseal(files, keeper)
    },
    says: /are one name on some systems: one would hide the other$/,
  },
  {
    name: 'a manifest that leads out by ..',
    change: inManifest('data/../../etc/passwd'),
    says: /^line 1 of manifest-sha256.txt: "data\/..\/..\/etc\/passwd" leads out of the package by ..$/,
  },
  {
    name: 'a manifest with an absolute path',
    change: inManifest('/etc/passwd'),
    says: /is an absolute path$/,
  },
  {
    name: 'a manifest with a drive',
    change: inManifest('C:\\windows\\win.ini'),
    says: /is a path on a drive$/,
  },
  { name: 'a manifest with a home folder', change: inManifest('~/x'), says: /begins with ~/ },
  {
    name: 'a manifest in NFD',
    change: inManifest('data/e\u0301'),
    says: /is not written in Unicode normal form C$/,
  },
  {
    name: 'a manifest that lists a file twice',
    change: (files, keeper) => {
      replace(files, 'manifest-sha256.txt', (text) => text + text.slice(0, text.indexOf('\n') + 1))
      resealTags(files, keeper)
    },
    says: /is listed a second time$/,
  },
  {
    name: 'a row changed',
    change: (files, keeper) => {
      replace(files, CLAIMS, (text) => text.replace('"certain"', '"guesses"'))
      reseal(files, keeper)
    },
    says: /^line \d of data\/records\/claims.jsonl is not what the ledger says was entered: it was changed past the ledger$/,
  },
  {
    name: 'a row deleted',
    change: (files, keeper) => {
      replace(files, CLAIMS, (text) => text.slice(text.indexOf('\n') + 1))
      reseal(files, keeper)
    },
    says: /^data\/package.json says 3 claims, and 2 are there$/,
  },
  {
    name: 'a line of the ledger changed',
    change: (files, keeper) => {
      replace(files, LEAVES, (text) => text.replace('"act":"claim.stated"', '"act":"claim.stolen"'))
      reseal(files, keeper)
    },
    says: /^entry \d+ of the ledger is not what was hashed when it was written$/,
  },
  {
    name: 'a content of the ledger changed',
    change: (files, keeper) => {
      replace(files, LEAVES, (text) => text.replace('"polarity":"denied"', '"polarity":"affirmed"'))
      reseal(files, keeper)
    },
    says: /^the content of entry \d+ is not what was committed to$/,
  },
  {
    name: 'a line of the ledger left out',
    change: (files, keeper) => {
      replace(files, LEAVES, (text) => text.slice(text.indexOf('\n') + 1))
      reseal(files, keeper)
    },
    says: /^entry 1 of the ledger was expected and entry 2 was found$/,
  },
  {
    name: 'the end of the ledger cut off',
    change: (files, keeper) => {
      replace(files, LEAVES, (text) => text.trimEnd().slice(0, text.trimEnd().lastIndexOf('\n') + 1))
      reseal(files, keeper)
    },
    says: /^the ledger of the package ends at entry \d+, and a checkpoint in the package is of \d+$/,
  },
  {
    name: 'a checkpoint of another root',
    change: (files, keeper) => {
      replace(files, CHECKPOINTS, (text) =>
        text.replace(/\\n[A-Za-z0-9+/]{43}=\\n/, `\\n${'A'.repeat(43)}=\\n`),
      )
      reseal(files, keeper)
    },
    says: /^a checkpoint of the package: the signature of .* is wrong: text or signature was changed$/,
  },
  {
    name: 'a proof with another hash',
    change: (files, keeper) => {
      replace(files, proofIn(files), (text) =>
        text.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${'A'.repeat(43)}=\n`),
      )
      reseal(files, keeper)
    },
    says: /tlog-proof": /,
  },
  {
    name: 'a key that is none',
    change: (files, keeper) => {
      replace(files, 'data/keys/ledger.vkey', (text) => text.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))
      reseal(files, keeper)
    },
    says: /^data\/keys\/ledger.vkey: the key .* says its id is 00000000/,
  },
  {
    name: 'JSON written in another way',
    change: (files, keeper) => {
      replace(files, CLAIMS, (text) => text.replace('{"', '{ "'))
      reseal(files, keeper)
    },
    says: /^line 1 of data\/records\/claims.jsonl is not canonical JSON$/,
  },
  {
    name: 'a count of what is withheld that is wrong',
    change: (files, keeper) => {
      replace(files, 'data/package.json', (text) =>
        text.replace('"withheld":{}}', '"withheld":{"not-covered":1}}'),
      )
      reseal(files, keeper)
    },
    says: /^data\/package.json counts other lines of the ledger than are there, given or withheld$/,
  },
]

export const BROKEN: readonly Break[] = [...BY_ANYBODY, ...BY_THE_KEEPER]
