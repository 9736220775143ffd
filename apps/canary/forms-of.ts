import { createHash } from 'node:crypto'

/** One way in which a name could lie somewhere: the bytes to look for, and what the way is called. */
export interface Form {
  readonly way: string
  readonly bytes: Buffer
}

const HASHES = ['md5', 'sha1', 'sha256', 'sha512'] as const

/** Every way in which a name would be readable, or found by whoever has a list of names: encodings, and hashes without salt. */
export function formsOf(name: string): readonly Form[] {
  const spellings = [...new Set([name, name.normalize('NFC'), name.normalize('NFD')])]
  return spellings.flatMap((spelling) => [
    { way: 'UTF-8', bytes: Buffer.from(spelling) },
    { way: 'UTF-16LE', bytes: Buffer.from(spelling, 'utf16le') },
    { way: 'UTF-16BE', bytes: Buffer.from(spelling, 'utf16le').swap16() },
    { way: 'URL', bytes: Buffer.from(encodeURIComponent(spelling)) },
    { way: 'JSON escapes', bytes: Buffer.from(escaped(spelling)) },
    ...inBase64(Buffer.from(spelling)).map((text) => ({ way: 'Base 64', bytes: Buffer.from(text) })),
    ...HASHES.flatMap((hash) => hashed(hash, spelling)),
  ])
}

function hashed(algorithm: string, spelling: string): readonly Form[] {
  const digest = createHash(algorithm).update(spelling).digest()
  return [
    { way: `${algorithm}, hexadecimal`, bytes: Buffer.from(digest.toString('hex')) },
    { way: `${algorithm}, Base 64`, bytes: Buffer.from(digest.toString('base64').replace(/=+$/, '')) },
    { way: algorithm, bytes: digest },
  ]
}

/** What Base 64 shows of these bytes wherever they begin in a longer text: three ways, without the letters that neighbours change. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const changedAtEnd = (before + bytes.length) % 3 === 0 ? 0 : 1
    return text.slice(before === 0 ? 0 : before + 1, text.length - changedAtEnd)
  })
}

function escaped(text: string): string {
  return text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Where a name lies: which name, in which way, in what. */
export interface Sighting {
  readonly name: string
  readonly way: string
  readonly place: string
}

/** Looks for every form of every name in every haystack. */
export function sightings(
  names: readonly string[],
  places: ReadonlyMap<string, Buffer>,
): readonly Sighting[] {
  return names.flatMap((name) =>
    formsOf(name).flatMap(({ way, bytes }) =>
      [...places].filter(([, hay]) => hay.includes(bytes)).map(([place]) => ({ name, way, place })),
    ),
  )
}
