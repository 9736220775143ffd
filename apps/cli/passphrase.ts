import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { generatePassphrase, PASSPHRASE_BYTES, writeDurably } from '@corroborate/vault'

export interface Passphrase {
  readonly passphrase: string
  /** The file in which it lies beside the store, when nobody has moved it away yet. */
  readonly besideStore: string | null
}

/**
 * The store's passphrase: from the file named, or the environment, or the file beside the data folder, which the first
 * start writes (docs/decisions/0004).
 */
export async function passphraseFor(
  data: string,
  passphraseFile: string | null,
): Promise<Outcome<Passphrase, 'no-passphrase'>> {
  if (passphraseFile !== null) return fromFile(passphraseFile, null)
  const given = process.env.CORROBORATE_PASSPHRASE
  if (given !== undefined && given !== '') return ok({ passphrase: given, besideStore: null })
  const beside = `${data}.passphrase`
  if (existsSync(beside)) return fromFile(beside, beside)
  if (existsSync(data)) return refuse('no-passphrase', missing(data, beside))
  const passphrase = generatePassphrase(randomBytes(PASSPHRASE_BYTES))
  await writeDurably(beside, `${passphrase}\n`)
  return ok({ passphrase, besideStore: beside })
}

async function fromFile(
  file: string,
  besideStore: string | null,
): Promise<Outcome<Passphrase, 'no-passphrase'>> {
  if (!existsSync(file))
    return refuse('no-passphrase', `${file}: expected a file with the passphrase, found nothing`)
  const passphrase = (await readFile(file, 'utf8')).trim()
  if (passphrase === '') return refuse('no-passphrase', `${file}: expected a passphrase, found an empty file`)
  return ok({ passphrase, besideStore })
}

function missing(data: string, beside: string): string {
  return `There is a store in ${data}, and no passphrase for it. Name a file with --passphrase-file, set CORROBORATE_PASSPHRASE, or put back ${beside}.`
}
