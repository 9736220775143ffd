import { inflateSync } from 'node:zlib'
import * as vectors from 'cctv-age'

export interface AgeVector {
  readonly name: string
  readonly expect: string
  readonly identity: string
  readonly file: Uint8Array
  /** SHA-256 of the payload, in hexadecimal; null where the file must not open. */
  readonly payload: string | null
}

/** The vectors of C2SP/CCTV for files that are sealed to an X25519 identity and are not armoured. */
export function ageVectors(): readonly AgeVector[] {
  return Object.entries<Uint8Array>(vectors).flatMap(([name, bytes]) => {
    const all = Buffer.from(bytes)
    const end = all.indexOf('\n\n')
    const fields = new Map<string, string>()
    for (const line of all.subarray(0, end).toString('utf8').split('\n')) {
      const colon = line.indexOf(': ')
      fields.set(line.slice(0, colon), line.slice(colon + 2))
    }
    const identity = fields.get('identity')
    const expect = fields.get('expect') ?? ''
    if (identity?.startsWith('AGE-SECRET-KEY-1') !== true || fields.has('armored')) return []
    const rest = all.subarray(end + 2)
    const file = fields.get('compressed') === 'zlib' ? inflateSync(rest) : rest
    return [
      { name, expect, identity, file, payload: expect === 'success' ? (fields.get('payload') ?? '') : null },
    ]
  })
}
