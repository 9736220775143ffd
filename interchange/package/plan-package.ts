import type { Words } from '@corroborate/base'
import {
  signPackage,
  writeAbout,
  writeManifest,
  writeVerifierKey,
  type AboutPackage,
  type Digests,
  type Signer,
} from '@corroborate/ledger'
import { roCrateOf } from './ro-crate.ts'
import { publicKeyPem } from './public-key-pem.ts'
import { verifyText } from './verify-text.ts'
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
  readonly sha512: string
}

/** A package that is settled, and not written yet: every digest in it is known. */
export interface PackagePlan {
  /** SHA-256 of `tagmanifest-sha256.txt`: names the package. */
  readonly id: string
  readonly about: AboutPackage
  /** In the order in which they are written: tag files, then what is below `data/`. */
  readonly files: readonly TarFile[]
  readonly bytes: number
}

/**
 * Settles a package: reads and digests what is not digested yet, writes the manifests and signs them. The same sources and the same key
 * give the same bytes.
 * @param asked.signedAt when the state was signed: the only time in a package
 * @param asked.script the text of `verify.mjs`
 */
export async function planPackage(asked: {
  readonly about: AboutPackage
  readonly title: Words
  readonly signedAt: string
  readonly sources: readonly PackageSource[]
  readonly signer: Signer
  readonly script: string
  readonly digests: Digests
}): Promise<PackagePlan> {
  const { about, signer, digests } = asked
  const pem = publicKeyPem(signer.key.publicKey)
  const plain = [
    ...asked.sources,
    textSource('package.json', writeAbout(about)),
    textSource('keys/ledger.pem', pem),
    textSource('keys/ledger.vkey', `${writeVerifierKey(signer.key)}\n`),
  ]
  const files: Payload[] = []
  for (const source of plain)
    files.push({ ...source, ...(source.known ?? (await digested(source, digests))) })
  const crate = textSource(
    'ro-crate-metadata.json',
    roCrateOf({
      ...asked,
      code: about.investigation.code,
      about: describedIn(about),
      files: files.toSorted(byName),
    }),
  )
  const payload = [...files, { ...crate, ...(await digested(crate, digests)) }].toSorted(byName)
  const fingerprint = await digested(textSource('', pem), digests)
  const tags = await tagFiles(payload, {
    ...asked,
    verify: verifyText(about, { key: writeVerifierKey(signer.key), fingerprint: fingerprint.sha256 }),
  })
  const inData = payload.map(({ name, size, sha256, read }) => ({
    name: `data/${name}`,
    size,
    read: () => held({ name, sha256, read }, digests),
  }))
  const all = [...tags.files, ...inData]
  return { id: tags.id, about, files: all, bytes: all.reduce((sum, { size }) => sum + size, 0) }
}

type Payload = PackageSource & Digested

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0
}

function textSource(name: string, text: string): PackageSource {
  return { name, read: () => bytesOf(text) }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  yield new TextEncoder().encode(text)
}

async function digested({ read }: Pick<PackageSource, 'read'>, digests: Digests): Promise<Digested> {
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
async function* held(
  { name, sha256, read }: Pick<Payload, 'name' | 'sha256' | 'read'>,
  digests: Digests,
): AsyncGenerator<Uint8Array> {
  const digesting = digests(['sha256'])
  for await (const chunk of read()) {
    digesting.add(chunk)
    yield chunk
  }
  if (digesting.end().get('sha256') !== sha256)
    throw new Error(
      `${name} changed while the package was written, or is not what was received: the package is not whole`,
    )
}

function describedIn({ scope, ledger }: AboutPackage): string {
  return `A package of Corroborate: ${JSON.stringify(scope)} of the ledger ${ledger.origin} at ${ledger.size} lines. VERIFY.txt beside the payload says how to verify it.`
}

async function tagFiles(
  payload: readonly Payload[],
  asked: {
    readonly about: AboutPackage
    readonly signedAt: string
    readonly signer: Signer
    readonly script: string
    readonly verify: string
    readonly digests: Digests
  },
): Promise<{ readonly id: string; readonly files: readonly TarFile[] }> {
  const bytes = payload.reduce((sum, { size }) => sum + size, 0)
  const named = (digest: 'sha256' | 'sha512') =>
    writeManifest(payload.map((file) => ({ name: `data/${file.name}`, digest: file[digest] })))
  const tags = new Map([
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', bagInfo(asked, { bytes, files: payload.length })],
    ['manifest-sha256.txt', named('sha256')],
    ['manifest-sha512.txt', named('sha512')],
    ['VERIFY.txt', asked.verify],
    ['verify.mjs', asked.script],
  ])
  const listed: (Digested & { readonly name: string })[] = []
  for (const [name, text] of tags)
    listed.push({ name, ...(await digested(textSource(name, text), asked.digests)) })
  listed.sort(byName)
  const tagManifest = (digest: 'sha256' | 'sha512') =>
    writeManifest(listed.map((file) => ({ name: file.name, digest: file[digest] })))
  const [sha256, sha512] = [tagManifest('sha256'), tagManifest('sha512')]
  const id = (await digested(textSource('', sha256), asked.digests)).sha256
  const { origin, size } = asked.about.ledger
  const other = (await digested(textSource('', sha512), asked.digests)).sha512
  tags.set('tagmanifest-sha256.txt', sha256).set('tagmanifest-sha512.txt', sha512)
  tags.set('package.note', signPackage({ origin, size, sha256: id, sha512: other }, asked.signer))
  const files = [...tags].map(([name, text]) => {
    const { read } = textSource(name, text)
    return { name, size: new TextEncoder().encode(text).length, read }
  })
  return { id, files }
}

function bagInfo(
  { about, signedAt }: { readonly about: AboutPackage; readonly signedAt: string },
  { bytes, files }: { readonly bytes: number; readonly files: number },
): string {
  return [
    `Bagging-Date: ${signedAt.slice(0, 10)}`,
    `External-Identifier: ${about.investigation.code}`,
    `Payload-Oxum: ${bytes}.${files}`,
    '',
  ].join('\n')
}
