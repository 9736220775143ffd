import type { Words } from '@corroborate/base'
import {
  signPackage,
  writeAbout,
  writeVerifierKey,
  type AboutPackage,
  type Digests,
  type Signer,
} from '@corroborate/ledger'
import { digestAll, planBag, textSource, type PackageSource } from './plan-bag.ts'
import { publicKeyPem } from './public-key-pem.ts'
import { roCrateOf } from './ro-crate.ts'
import { verifyText } from './verify-text.ts'
import type { TarFile } from './write-tar.ts'

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
  const pem = textSource('keys/ledger.pem', publicKeyPem(signer.key.publicKey))
  const files = await digestAll(
    [
      ...asked.sources,
      ...[pem, textSource('keys/ledger.vkey', `${writeVerifierKey(signer.key)}\n`)],
      textSource('package.json', writeAbout(about)),
    ],
    digests,
  )
  const described = { code: about.investigation.code, about: describedIn(about), files }
  const crate = textSource('ro-crate-metadata.json', roCrateOf({ ...asked, ...described }))
  const fingerprint = files.find(({ name }) => name === pem.name)?.sha256 ?? ''
  const bag = await planBag({
    payload: await digestAll([...files.map(knownAgain), crate], digests),
    tags: new Map([
      ['VERIFY.txt', verifyText(about, { key: writeVerifierKey(signer.key), fingerprint })],
      ['verify.mjs', asked.script],
    ]),
    ...{ kept: ['sha256', 'sha512'], day: asked.signedAt.slice(0, 10), digests },
  })
  const { sha256, sha512 } = bag.tagManifests
  const { origin, size } = about.ledger
  const note = textSource('package.note', signPackage({ origin, size, sha256, sha512 }, signer))
  const signed = (await digestAll([note], digests)).map(({ name, size: length, read }) => ({
    name,
    size: length,
    read,
  }))
  const all = [...signed, ...bag.files]
  return { id: sha256, about, files: all, bytes: all.reduce((sum, file) => sum + file.size, 0) }
}

/** What was digested once is not digested again. */
function knownAgain({
  name,
  read,
  size,
  sha256,
  sha512,
}: Awaited<ReturnType<typeof digestAll>>[number]): PackageSource {
  return { name, read, known: { size, sha256, sha512 } }
}

function describedIn({ scope, ledger }: AboutPackage): string {
  return `A package of Corroborate: ${JSON.stringify(scope)} of the ledger ${ledger.origin} at ${ledger.size} lines. VERIFY.txt beside the payload says how to verify it.`
}
