import { writeManifest, type Digests } from '@corroborate/ledger'
import type { TarFile } from './write-tar.ts'

/** One file that goes into a package. It can be read more than once, and is the same each time. */
export interface PackageSource {
  /** Below `data/`. */
  readonly name: string
  readonly read: () => AsyncIterable<Uint8Array>
  /** Where it was digested when it came in: then it is read once, and held against these as it goes out. */
  readonly known?: Digested
}

export interface Digested {
  readonly size: number
  readonly sha256: string
  /** Empty where nobody asked for it. */
  readonly sha512: string
}

export type DigestKept = 'sha256' | 'sha512'
export type Payload = PackageSource & Digested

/** A bag that is settled, and not written yet. */
export interface BagPlan {
  /** Of the tag manifests: all other digests hang from these. */
  readonly tagManifests: Digested
  /** Tag files, then what is below `data/`. */
  readonly files: readonly TarFile[]
}

/**
 * Settles a bag of BagIt 1.0: reads and digests what is not digested yet, and writes the manifests.
 * @param asked.payload by name, as `digestAll` gives it
 * @param asked.tags further tag files with their texts
 * @param asked.kept of which digests there are manifests
 */
export async function planBag(asked: {
  readonly payload: readonly Payload[]
  readonly tags: ReadonlyMap<string, string>
  readonly kept: readonly DigestKept[]
  readonly day: string
  readonly digests: Digests
}): Promise<BagPlan> {
  const { payload, kept, digests, day } = asked
  const bytes = payload.reduce((sum, { size }) => sum + size, 0)
  const tags = new Map([
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', `Bagging-Date: ${day}\nPayload-Oxum: ${bytes}.${payload.length}\n`],
    ...kept.map((digest) => [`manifest-${digest}.txt`, manifestOf(payload, digest, 'data/')] as const),
    ...asked.tags,
  ])
  const sources = [...tags].map(([name, text]) => textSource(name, text))
  const listed = await digestAll(sources, digests)
  const manifests = kept.map((digest) =>
    textSource(`tagmanifest-${digest}.txt`, manifestOf(listed, digest, '')),
  )
  const digested = await digestAll(manifests, digests)
  const digestOf = (digest: DigestKept) =>
    digested.find(({ name }) => name === `tagmanifest-${digest}.txt`)?.[digest] ?? ''
  return {
    tagManifests: { size: 0, sha256: digestOf('sha256'), sha512: digestOf('sha512') },
    files: [
      ...[...listed, ...digested].toSorted(byName),
      ...payload.map((file) => ({
        name: `data/${file.name}`,
        size: file.size,
        read: () => held(file, digests),
      })),
    ],
  }
}

/** Sources with their digests, in the order of their names. */
export async function digestAll(
  sources: readonly PackageSource[],
  digests: Digests,
): Promise<readonly Payload[]> {
  const found: Payload[] = []
  for (const source of sources)
    found.push({ ...source, ...(source.known ?? (await digestedOf(source, digests))) })
  return found.toSorted(byName)
}

export function textSource(name: string, text: string): PackageSource {
  return bytesSource(name, new TextEncoder().encode(text))
}

export function bytesSource(name: string, bytes: Uint8Array): PackageSource {
  return { name, read: () => inOnePiece(bytes) }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  yield bytes
}

function manifestOf(files: readonly Payload[], digest: DigestKept, folder: string): string {
  return writeManifest(files.map((file) => ({ name: folder + file.name, digest: file[digest] })))
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0
}

async function digestedOf({ read }: PackageSource, digests: Digests): Promise<Digested> {
  const digesting = digests(['sha256', 'sha512'])
  let size = 0
  for await (const chunk of read()) {
    size += chunk.length
    digesting.add(chunk)
  }
  const found = digesting.end()
  return { size, sha256: found.get('sha256') ?? '', sha512: found.get('sha512') ?? '' }
}

/** The bytes of a file as they are written; throws at the end when they are no longer those that the manifest lists. */
async function* held({ name, sha256, read }: Payload, digests: Digests): AsyncGenerator<Uint8Array> {
  const digesting = digests(['sha256'])
  for await (const chunk of read()) {
    digesting.add(chunk)
    yield chunk
  }
  if (digesting.end().get('sha256') !== sha256)
    throw new Error(
      `${name} changed while it was written, or is not what was received: what was written is not whole`,
    )
}
