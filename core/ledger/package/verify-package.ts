import { ok, refuse, type Json, type Outcome, type Refusal } from '@corroborate/base'
import { concatBytes } from '@noble/hashes/utils.js'
import { openNote, parseNote, textOf, type OpenFault } from '../note/signed-note.ts'
import type { TrustPolicy } from '../note/trust-policy.ts'
import { readVerifierKey, shownKey, writeVerifierKey, type VerifierKey } from '../note/verifier-key.ts'
import { SHA_256_IN_SCRIPT, type Sha256 } from '../sha256.ts'
import { fieldsOf, lineOf, readAbout, type AboutPackage, type Withheld } from './about-package.ts'
import type { BagItem } from './bag-item.ts'
import type { BagHead } from './bag-head.ts'
import { DIGESTS_IN_SCRIPT, type Digests } from './digests.ts'
import { LineReader } from './line-reader.ts'
import { readPackageNote } from './package-note.ts'
import { PackageTokens, type Stamped, type TokenCheck, type TokenPackageFault } from './package-tokens.ts'
import { PackageLedger, type LedgerShown, type ShownFault } from './package-ledger.ts'
import { verifyBag, type BagFault, type Reader, type VerifiedBag } from './verify-bag.ts'

export type PackageFault =
  | BagFault
  | ShownFault
  | OpenFault
  | TokenPackageFault
  | 'malformed-package'
  | 'other-key'
  | 'not-signed'
  | 'miscounted'
  | 'not-as-entered'
  | 'other-file'

/** A package that holds what it says, signed by the ledger that it shows. */
export interface VerifiedPackage {
  readonly about: AboutPackage
  readonly files: number
  readonly bytes: number
  /** SHA-256 of `tagmanifest-sha256.txt`: names this package, whatever its file is called. */
  readonly id: string
  readonly key: VerifierKey
  readonly ledger: LedgerShown
  /** Records that are, word for word, what a line of the ledger committed to; and those of which that cannot be said. */
  readonly records: { readonly proven: number; readonly told: number }
  /** Time-stamps on signed heads that were held against them; none where the verifier reads no tokens. */
  readonly stamped: readonly Stamped[]
}

export interface PackageAsked {
  /** Whom the verifier believes; null takes the key that lies in the package, and says so. */
  readonly policy: TrustPolicy | null
  /** A checkpoint that the verifier holds from an earlier day: the note. */
  readonly against: string | null
  readonly digests?: Digests
  readonly sha256?: Sha256
  /** Who reads records along: an import. Each line has been found canonical, and is to be believed only when all is verified. */
  readonly onRecord?: (kind: string, line: string) => void
  /** The same for what lines of the ledger committed to. */
  readonly onContent?: (content: Json) => void
  /** Reads time-stamps; without it they are counted alone. */
  readonly tokens?: TokenCheck
}

/** Small files that are read whole. */
const SMALL = 4 * 1024 * 1024
/**
 * Kinds whose records may honestly differ from what was last entered under their id: findings are opened again by acts on what carries
 * them, codes are moved by merging the one that they lay within, and of a list of people the digest of its rows is entered, not the rows.
 */
const MAY_DIFFER: readonly string[] = ['findings', 'lists', 'codes']

/**
 * Whether a package is whole, unchanged, and signed: its bag agrees with its manifests, the note signs these, every leaf of the ledger is
 * there and has the root that was signed at each size, each entry and content is what was committed to, each record is what was entered,
 * and as many are given and withheld as it says. Reads each byte once. The first fault is told, in a sentence for a person.
 */
export async function verifyPackage(
  items: AsyncIterable<BagItem>,
  asked: PackageAsked,
): Promise<Outcome<VerifiedPackage, PackageFault>> {
  const check = new PackageCheck(asked)
  const digests = asked.digests ?? DIGESTS_IN_SCRIPT
  const bag = await verifyBag<PackageFault>(items, {
    profile: 'ours',
    digests,
    along: (name) => check.along(name),
  })
  return bag.ok ? check.end(bag.value, digests) : bag
}

class PackageCheck {
  readonly #asked: PackageAsked
  readonly #sha256: Sha256
  readonly #ledger: PackageLedger
  readonly #tokens: PackageTokens
  readonly #counted = new Map<string, number>()
  /** SHA-256 of the files of exhibits that are there. */
  readonly #files = new Set<string>()
  #about: AboutPackage | null = null
  #key: VerifierKey | null = null
  #records = { proven: 0, told: 0 }

  constructor(asked: PackageAsked) {
    this.#asked = asked
    this.#sha256 = asked.sha256 ?? SHA_256_IN_SCRIPT
    const { against, onContent = null, tokens = null } = asked
    this.#ledger = new PackageLedger({
      ...{ sha256: this.#sha256, against, policy: () => this.#policy(), onContent },
    })
    this.#tokens = new PackageTokens({ check: tokens, sha256: this.#sha256 })
  }

  along(name: string): Reader<PackageFault> | null {
    if (name === 'data/package.json') return this.#whole(name, (text) => this.#takeAbout(text))
    if (name === 'data/keys/ledger.vkey') return this.#whole(name, (text) => this.#takeKey(text))
    if (name === 'data/ledger/checkpoints.jsonl')
      return new LineReader<PackageFault>(name, (line) => this.#ledger.takeCheckpoint(line))
    if (name === 'data/ledger/leaves.jsonl')
      return new LineReader<PackageFault>(name, (line, number) => this.#ledger.takeLine(line, number))
    if (name.startsWith('data/ledger/proofs/'))
      return this.#whole(name, (text) => this.#ledger.takeProof(name, text))
    if (name.startsWith('data/ledger/heads/'))
      return this.#whole(name, (note) => {
        this.#tokens.takeNote(name, note)
        return this.#ledger.takeStamped(name, note)
      })
    if (name.startsWith('data/tokens/'))
      return wholeBytes<PackageFault>(name, (token) => this.#tokens.takeToken(name, token))
    if (name.startsWith('data/files/')) this.#files.add(name.slice('data/files/'.length))
    const kind = /^data\/records\/([a-z-]+)\.jsonl$/.exec(name)?.[1]
    if (kind === undefined) return null
    return new LineReader<PackageFault>(name, (line, number) => this.#takeRecord(kind, line, number))
  }

  end(bag: VerifiedBag, digests: Digests): Outcome<VerifiedPackage, PackageFault> {
    const key = this.#key
    if (!key) return refuse('malformed-package', 'data/keys/ledger.vkey is missing')
    const about = this.#about
    if (!about) return refuse('malformed-package', 'data/package.json is missing')
    const misnamed = misnamedFile(bag.head)
    if (misnamed) return misnamed
    const id = noteFault(bag.head, { about, policy: this.#policy(), digests })
    if (!id.ok) return id
    const ledger = this.#ledger.end(about)
    if (!ledger.ok) return ledger
    const fault = this.#miscounted(about, ledger.value)
    if (fault) return fault
    const stamped = this.#tokens.end(about.tokens)
    if (!stamped.ok) return stamped
    const { files, bytes } = bag
    const found = { ledger: ledger.value, records: this.#records, stamped: stamped.value }
    return ok({ about, files, bytes, id: id.value, key, ...found })
  }

  #policy(): TrustPolicy {
    const logs = this.#key ? [this.#key] : []
    return this.#asked.policy ?? { logs, witnesses: [], quorum: { kind: 'none' } }
  }

  #whole(name: string, take: (text: string) => Refusal<PackageFault> | null): Reader<PackageFault> {
    return wholeBytes<PackageFault>(name, (bytes) => {
      const text = textOf(bytes)
      return text.ok ? take(text.value) : refuse('malformed-package', `"${name}" is not UTF-8 text`)
    })
  }

  #takeAbout(text: string): Refusal<PackageFault> | null {
    const about = readAbout(text)
    if (!about.ok) return about
    this.#about = about.value
    return null
  }

  #takeKey(text: string): Refusal<PackageFault> | null {
    const key = readVerifierKey(text.trimEnd())
    if (!key.ok) return refuse('malformed-package', `data/keys/ledger.vkey: ${key.detail}`)
    const known = this.#asked.policy?.logs
    if (known && !known.some((log) => writeVerifierKey(log) === writeVerifierKey(key.value)))
      return refuse(
        'other-key',
        `the package is signed by ${shownKey(key.value)}, which is not the key that you hold`,
      )
    this.#key = key.value
    return null
  }

  #takeRecord(kind: string, line: string, number: number): Refusal<PackageFault> | null {
    const record = lineOf(line)
    if (record === null)
      return refuse('malformed-package', `line ${number} of data/records/${kind}.jsonl is not canonical JSON`)
    this.#counted.set(kind, (this.#counted.get(kind) ?? 0) + 1)
    const missing = kind === 'exhibit-files' && this.#fileMissing(record)
    if (missing)
      return refuse(
        'missing',
        `line ${number} of data/records/${kind}.jsonl is of the file ${missing}, and that is not in the package`,
      )
    const entered = this.#ledger.entered(record, line)
    if (entered === 'otherwise' && !MAY_DIFFER.includes(kind))
      return refuse(
        'not-as-entered',
        `line ${number} of data/records/${kind}.jsonl is not what the ledger says was entered: it was changed past the ledger`,
      )
    if (entered === 'so') this.#records.proven++
    else this.#records.told++
    this.#asked.onRecord?.(kind, line)
    return null
  }

  /** The file that a record is of, where it is not there. */
  #fileMissing(record: Json): string | null {
    const { sha256 } = fieldsOf(record) ?? {}
    return typeof sha256 === 'string' && this.#files.has(sha256) ? null : JSON.stringify(sha256 ?? null)
  }

  #miscounted(about: AboutPackage, ledger: LedgerShown): Refusal<PackageFault> | null {
    for (const [kind, said] of Object.entries(about.given)) {
      const found = this.#counted.get(kind) ?? 0
      if (said !== found)
        return refuse('miscounted', `data/package.json says ${said} ${kind}, and ${found} are there`)
    }
    const more = [...this.#counted.keys()].find((kind) => !Object.hasOwn(about.given, kind))
    if (more !== undefined)
      return refuse('miscounted', `data/package.json says nothing of the ${more} that are there`)
    if (about.lines.given !== ledger.given || !sameCounts(about.lines.withheld, ledger.withheld))
      return refuse(
        'miscounted',
        'data/package.json counts other lines of the ledger than are there, given or withheld',
      )
    return null
  }
}

/** A small file, read whole. */
function wholeBytes<Fault extends string>(
  name: string,
  take: (bytes: Uint8Array) => Refusal<Fault | 'malformed-package'> | null,
): Reader<Fault | 'malformed-package'> {
  const chunks: Uint8Array[] = []
  let length = 0
  return {
    add: (bytes) => {
      length += bytes.length
      if (length > SMALL) return refuse('malformed-package', `"${name}" has more than ${SMALL} bytes`)
      chunks.push(bytes.slice())
      return null
    },
    end: () => take(concatBytes(...chunks)),
  }
}

/** The name of the package, once its note was found signed and to be about these manifests and this ledger. */
function noteFault(
  { tags }: BagHead,
  asked: { readonly about: AboutPackage; readonly policy: TrustPolicy; readonly digests: Digests },
): Outcome<string, PackageFault> {
  const written = textOf(tags.get('package.note') ?? new Uint8Array())
  const note = written.ok ? parseNote(written.value) : written
  if (!note.ok) return refuse('malformed-package', 'package.note is not a signed note')
  const opened = openNote(note.value, asked.policy.logs)
  if (!opened.ok) {
    const { reason, detail } = opened
    return reason === 'no-known-signature'
      ? refuse('not-signed', 'package.note is not signed by the key of the ledger')
      : refuse(reason, `package.note: ${detail}`)
  }
  const said = readPackageNote(opened.value.text)
  if (!said.ok) return said
  const { origin, size } = asked.about.ledger
  if (said.value.origin !== origin || said.value.size !== size)
    return refuse('not-signed', 'package.note is of another ledger, or of another state of this one')
  for (const digest of ['sha256', 'sha512'] as const) {
    const digesting = asked.digests([digest])
    digesting.add(tags.get(`tagmanifest-${digest}.txt`) ?? new Uint8Array())
    if (digesting.end().get(digest) !== said.value[digest])
      return refuse(
        'not-signed',
        `tagmanifest-${digest}.txt is not the one that was signed: the package was put together anew`,
      )
  }
  return ok(said.value.sha256)
}

/** A file of an exhibit is called by its SHA-256: that is how its record, which the ledger proves, names it. */
function misnamedFile({ manifests }: BagHead): Refusal<PackageFault> | null {
  const listed = manifests.find(({ digest }) => digest === 'sha256')?.listed ?? new Map<string, string>()
  for (const [name, digest] of listed)
    if (name.startsWith('data/files/') && name !== `data/files/${digest}`)
      return refuse('other-file', `"${name}" is called by a SHA-256 that it does not have`)
  return null
}

function sameCounts(
  one: Readonly<Partial<Record<Withheld, number>>>,
  other: Readonly<Partial<Record<Withheld, number>>>,
): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  const counts = [one, other].map((counted) => new Map(Object.entries(counted)))
  return [...names].every((name) => (counts[0]?.get(name) ?? 0) === (counts[1]?.get(name) ?? 0))
}
