import { createHash } from 'node:crypto'

/** One way in which a name could lie somewhere: the bytes to look for, and what the way is called. */
export interface Form {
  readonly way: string
  readonly bytes: Buffer
}

const HASHES = ['md5', 'sha1', 'sha256', 'sha512'] as const

/** Every way in which a name would be readable, or found by whoever has a list of names: encodings, and hashes without salt. */
export function formsOf(name: string): readonly Form[] {
  return spellingsOf(name).flatMap((spelling) => [
    { way: 'UTF-8', bytes: Buffer.from(spelling) },
    ...inLatin1(spelling),
    { way: 'UTF-16LE', bytes: Buffer.from(spelling, 'utf16le') },
    { way: 'UTF-16BE', bytes: Buffer.from(spelling, 'utf16le').swap16() },
    { way: 'URL', bytes: Buffer.from(encodeURIComponent(spelling)) },
    { way: 'form', bytes: Buffer.from(new URLSearchParams({ '': spelling }).toString().slice(1)) },
    { way: 'JSON escapes', bytes: Buffer.from(escaped(spelling)) },
    ...inBase64(Buffer.from(spelling)).map((text) => ({ way: 'Base 64', bytes: Buffer.from(text) })),
    ...HASHES.flatMap((hash) => hashed(hash, spelling)),
  ])
}

/** As it is, composed, decomposed, and without what readers do not see or may leave out: controls of direction, tashkil. */
function spellingsOf(name: string): readonly string[] {
  const plain = name.replaceAll(/\p{Cf}/gu, '')
  const bare = plain.normalize('NFD').replaceAll(/[\u064B-\u0655\u0670]/g, '')
  return [...new Set([name, plain, bare].flatMap((one) => [one, one.normalize('NFC'), one.normalize('NFD')]))]
}

/** As the engine keeps a text in memory whose letters all fit into one byte. */
function inLatin1(spelling: string): readonly Form[] {
  const fits = /^[\0-\u00FF]*$/.test(spelling) && /[^\0-~]/.test(spelling)
  return fits ? [{ way: 'Latin-1', bytes: Buffer.from(spelling, 'latin1') }] : []
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
