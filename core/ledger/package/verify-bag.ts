import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import { concatBytes } from '@noble/hashes/utils.js'
import { nameOf, readBagHead, type BagHead, type HeadFault } from './bag-head.ts'
import type { BagItem } from './bag-item.ts'
import { foldedName, nameFault } from './bag-name.ts'
import type { DigestName, Digests } from './digests.ts'

export type BagFault =
  | HeadFault
  | 'unsafe-name'
  | 'broken-archive'
  | 'not-a-file'
  | 'twin-names'
  | 'not-listed'
  | 'missing'
  | 'changed'
  | 'larger-than-said'
  | 'wrong-size'
  | 'too-large'

/** A bag that agrees with its manifests. */
export interface VerifiedBag {
  readonly head: BagHead
  /** Of the payload. */
  readonly files: number
  readonly bytes: number
}

/** Somebody who reads a payload file along while it is verified. */
export interface Reader<Fault extends string> {
  readonly add: (bytes: Uint8Array) => Refusal<Fault> | null
  readonly end: () => Refusal<Fault> | null
}

/** Who reads a file of this name along; null where nobody does. */
export type ReadAlong<Fault extends string> = (name: string) => Reader<Fault> | null

export interface BagAsked<Fault extends string> {
  /** `ours`: BagIt 1.0 exactly as a package of ours is. `any`: any bag of versions 0.93 to 1.0. */
  readonly profile: 'ours' | 'any'
  readonly digests: Digests
  readonly along: ReadAlong<Fault>
}

/** All tag files together; they are held in memory. A manifest of half a million files is below it. */
const MOST_TAG_BYTES = 128 * 1024 * 1024

/**
 * Whether a bag holds exactly the files that its manifests list, each with its digests. Reads each file once, as it comes, and holds tag
 * files only. Stops at the first fault, before anything that a hostile bag could gain by more being read: a file that is not listed is
 * not read, and no more bytes are than the bag itself says that it has.
 * @param items tag files before what is below `data/`
 * @see RFC 8493, section 3
 */
export async function verifyBag<Fault extends string>(
  items: AsyncIterable<BagItem>,
  asked: BagAsked<Fault>,
): Promise<Outcome<VerifiedBag, BagFault | Fault>> {
  const check = new BagCheck(asked)
  for await (const item of items) {
    const fault = await check.take(item)
    if (fault) return fault
  }
  return check.end()
}

class BagCheck<Fault extends string> {
  readonly #asked: BagAsked<Fault>
  readonly #tags = new Map<string, Uint8Array>()
  /** By folded name: what another file system would take for the same file. */
  readonly #folded = new Map<string, string>()
  #tagBytes = 0
  #payload: Payload<Fault> | null = null

  constructor(asked: BagAsked<Fault>) {
    this.#asked = asked
  }

  async take(item: BagItem): Promise<Refusal<BagFault | Fault> | null> {
    if (item.kind === 'broken') return refuse('broken-archive', item.detail)
    const fault = this.#faultOfName(item.name)
    if (fault) return fault
    if (item.kind === 'other')
      return refuse('not-a-file', `"${item.name}" is ${item.what}: a package has files alone`)
    if (!item.name.startsWith('data/')) return this.#takeTag(item)
    const payload = this.#payloadNow()
    return payload.ok ? payload.value.take(item) : payload
  }

  end(): Outcome<VerifiedBag, BagFault | Fault> {
    const payload = this.#payloadNow()
    return payload.ok ? payload.value.end() : payload
  }

  #faultOfName(name: string): Refusal<BagFault> | null {
    const fault = nameFault(name)
    if (fault !== null) return refuse('unsafe-name', `"${name}" ${fault}`)
    const folded = this.#asked.profile === 'ours' ? foldedName(name) : name
    const twin = this.#folded.get(folded)
    if (twin !== undefined)
      return refuse(
        'twin-names',
        `"${twin}" and "${name}" are one name on some systems: one would hide the other`,
      )
    this.#folded.set(folded, name)
    return null
  }

  async #takeTag({ name, bytes }: Extract<BagItem, { kind: 'file' }>): Promise<Refusal<BagFault> | null> {
    if (this.#payload)
      return refuse(
        'broken-archive',
        `"${name}" comes after files below data/: manifests come before what they list`,
      )
    const chunks: Uint8Array[] = []
    for await (const chunk of bytes) {
      this.#tagBytes += chunk.length
      if (this.#tagBytes > MOST_TAG_BYTES)
        return refuse(
          'too-large',
          `the files beside data/ have more than ${MOST_TAG_BYTES} bytes; ${name} is the last that was read`,
        )
      chunks.push(chunk.slice())
    }
    this.#tags.set(name, concatBytes(...chunks))
    return null
  }

  #payloadNow(): Outcome<Payload<Fault>, BagFault> {
    if (this.#payload) return ok(this.#payload)
    const head = readBagHead(this.#tags, this.#asked)
    if (!head.ok) return head
    this.#payload = new Payload(head.value, this.#asked)
    return ok(this.#payload)
  }
}

/** What is below `data/`, against the manifests that were read before. */
class Payload<Fault extends string> {
  readonly #head: BagHead
  readonly #asked: BagAsked<Fault>
  readonly #names: readonly DigestName[]
  #files = 0
  #bytes = 0
  readonly #seen = new Set<string>()

  constructor(head: BagHead, asked: BagAsked<Fault>) {
    this.#head = head
    this.#asked = asked
    this.#names = head.manifests.map(({ digest }) => digest)
  }

  async take({ name, bytes }: Extract<BagItem, { kind: 'file' }>): Promise<Refusal<BagFault | Fault> | null> {
    const lacking = this.#head.manifests.filter(({ listed }) => !listed.has(name))
    const [first] = lacking
    const all = this.#head.declaration.version[0] >= 1
    if (first && (all || lacking.length === this.#head.manifests.length))
      return refuse('not-listed', `"${name}" is not listed in ${first.file}: somebody added it`)
    this.#files++
    this.#seen.add(name)
    return (await this.#read(name, bytes)) ?? null
  }

  async #read(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Refusal<BagFault | Fault> | null> {
    const digesting = this.#asked.digests(this.#names)
    const reader = this.#asked.along(name)
    let aside: Refusal<Fault> | null = null
    for await (const chunk of bytes) {
      this.#bytes += chunk.length
      const { oxum } = this.#head
      if (oxum && this.#bytes > oxum.bytes)
        return refuse(
          'larger-than-said',
          `there are more bytes than the ${oxum.bytes} that bag-info.txt says; reading stopped in "${name}"`,
        )
      digesting.add(chunk)
      aside ??= reader?.add(chunk) ?? null
    }
    // That a file was changed explains whatever else is wrong in it.
    return this.#faultOfDigests(name, digesting.end()) ?? aside ?? reader?.end() ?? null
  }

  #faultOfDigests(name: string, found: ReadonlyMap<DigestName, string>): Refusal<BagFault> | null {
    for (const { digest, listed } of this.#head.manifests) {
      const wanted = listed.get(name)
      if (wanted !== undefined && found.get(digest) !== wanted)
        return refuse(
          'changed',
          `"${name}" was changed: it does not have the ${nameOf(digest)} that is listed`,
        )
    }
    return null
  }

  end(): Outcome<VerifiedBag, BagFault> {
    for (const { listed, file } of this.#head.manifests)
      for (const name of listed.keys())
        if (!this.#seen.has(name))
          return refuse('missing', `"${name}" is listed in ${file}, and is not there`)
    const { oxum } = this.#head
    if (oxum && (oxum.bytes !== this.#bytes || oxum.files !== this.#files))
      return refuse(
        'wrong-size',
        `bag-info.txt says ${oxum.bytes} bytes in ${oxum.files} files, and ${this.#bytes} in ${this.#files} are there`,
      )
    return ok({ head: this.#head, files: this.#files, bytes: this.#bytes })
  }
}
