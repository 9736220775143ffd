import { ok, refuse, type Outcome } from '@corroborate/base'
import { signNote, writeNote } from '../note/signed-note.ts'
import type { Signer } from '../note/verifier-key.ts'

/** What is signed of a package: which ledger, up to where, and the two digests that all others hang from. */
export interface PackageNote {
  readonly origin: string
  readonly size: number
  /** Of `tagmanifest-sha256.txt`, by SHA-256. */
  readonly sha256: string
  /** Of `tagmanifest-sha512.txt`, by SHA-512. */
  readonly sha512: string
}

/** The first line sets it apart from a checkpoint, whose second line is a number: one is never taken for the other. */
const FIRST = 'corroborate-package/1'

/** The note as the ledger's key signs it: the file `package.note`. */
export function signPackage(note: PackageNote, signer: Signer): string {
  return writeNote(signNote(textOfNote(note), signer))
}

function textOfNote({ origin, size, sha256, sha512 }: PackageNote): string {
  return `${FIRST}\n${origin}\n${size}\nsha256 ${sha256}\nsha512 ${sha512}\n`
}

/** What a note says; to be believed only once its signature was verified. */
export function readPackageNote(text: string): Outcome<PackageNote, 'malformed-package'> {
  const [, origin = '', size = '', sha256 = '', sha512 = ''] =
    /^corroborate-package\/1\n([^\n]+)\n([1-9]\d{0,14})\nsha256 ([0-9a-f]{64})\nsha512 ([0-9a-f]{128})\n$/.exec(
      text,
    ) ?? []
  if (sha512 === '') return refuse('malformed-package', 'package.note is not the note of a package')
  return ok({ origin, size: Number(size), sha256, sha512 })
}
