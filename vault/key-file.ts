import { canonicalJson, digestOf, ok, refuse, type Outcome } from '@corroborate/base'
import type { KeyFile } from './store-key.ts'

const FORMAT = 'corroborate-store-key'
const VERSION = 1

/** The text of a key file, with a digest of itself, so that a damaged one is not taken for a wrong passphrase. */
export function writeKeyFile(file: KeyFile): string {
  const body = bodyOf(file)
  return `${JSON.stringify({ ...body, digest: digestOf(canonicalJson(body)) }, null, 2)}\n`
}

/** The key file from its text. `newer-version`: made by a later version of this program. `damaged`: anything else. */
export function readKeyFile(text: string): Outcome<KeyFile, 'damaged' | 'newer-version'> {
  const fields = fieldsOf(text)
  if (fields?.format !== FORMAT) return refuse('damaged', 'it is not a key file of a store')
  const version = fields.version
  if (typeof version === 'number' && version > VERSION)
    return refuse('newer-version', `it has version ${version}, and this program knows ${VERSION}`)
  const { salt, memory, passes, lanes, check, digest } = fields
  if (typeof salt !== 'string' || typeof check !== 'string')
    return refuse('damaged', 'its salt or its check value is missing')
  if (typeof memory !== 'number' || typeof passes !== 'number' || typeof lanes !== 'number')
    return refuse('damaged', 'its memory, passes or lanes is missing')
  const file: KeyFile = { salt, memory, passes, lanes, check }
  if (digest !== digestOf(canonicalJson(bodyOf(file))))
    return refuse('damaged', 'it does not agree with its own digest')
  return ok(file)
}

function bodyOf({ salt, memory, passes, lanes, check }: KeyFile) {
  return { format: FORMAT, version: VERSION, kdf: 'argon2id', salt, memory, passes, lanes, check }
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
