import { ok, refuse, type Outcome } from '@corroborate/base'

/** A header of ustar (POSIX.1-1988) and pax (POSIX.1-2001), as far as packages have them. */
export interface TarHeader {
  readonly name: string
  readonly size: number
  /** `0` a file, `5` a folder, `x` more about the next entry, anything else what no package has. */
  readonly type: string
}

export const BLOCK = 512
/** Eleven octal digits: what a header can say by itself. */
const MOST_IN_HEADER = 0o77777777777
const NAME_BYTES = 100
const PREFIX_BYTES = 155
const LETTERS = new TextEncoder()

/**
 * The header of one file, of one byte sequence for one name and size: no owner, no time. Larger files have a pax header before it.
 * Throws when the name is not ASCII or does not fit, a bug of the caller.
 */
export function writeTarHeader({ name, size }: Pick<TarHeader, 'name' | 'size'>): readonly Uint8Array[] {
  if (size <= MOST_IN_HEADER) return [blockOf({ name, size, type: '0' })]
  const record = paxRecord('size', String(size))
  const body = new Uint8Array(BLOCK)
  body.set(LETTERS.encode(record))
  return [
    blockOf({ name: `pax/${size}`, size: record.length, type: 'x' }),
    body,
    blockOf({ name, size: 0, type: '0' }),
  ]
}

function blockOf({ name, size, type }: TarHeader): Uint8Array {
  const block = new Uint8Array(BLOCK)
  const put = (at: number, text: string) => block.set(LETTERS.encode(text), at)
  const [prefix, rest] = splitName(name)
  put(0, rest)
  put(100, '0000644\0')
  put(108, '0000000\0')
  put(116, '0000000\0')
  put(124, `${size.toString(8).padStart(11, '0')}\0`)
  put(136, '00000000000\0')
  put(156, type)
  put(257, 'ustar\x0000')
  put(345, prefix)
  put(148, `${checksumOf(block).toString(8).padStart(6, '0')}\0 `)
  return block
}

function splitName(name: string): readonly [string, string] {
  if (!/^[ -~]+$/.test(name)) throw new Error(`not a name for an archive: ${name}`)
  if (name.length <= NAME_BYTES) return ['', name]
  const slash = name.indexOf('/', name.length - NAME_BYTES - 1)
  if (slash < 0 || slash > PREFIX_BYTES) throw new Error(`too long a name for an archive: ${name}`)
  return [name.slice(0, slash), name.slice(slash + 1)]
}

/** `<length> key=value\n`, where the length counts itself. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`
  const length = [rest.length + 1, rest.length + 2, rest.length + 3].find(
    (one) => String(one).length + rest.length === one,
  )
  return `${length ?? 0}${rest}`
}

/** A header from its block; null for a block of zeros, with which an archive ends. */
export function readTarHeader(block: Uint8Array): Outcome<TarHeader | null, 'no-header'> {
  if (block.every((byte) => byte === 0)) return ok(null)
  const said = octalAt(block, 148, 8)
  if (said === null || said !== checksumOf(block))
    return refuse('no-header', 'a header was expected there, and its checksum does not hold')
  const size = octalAt(block, 124, 12)
  if (textAt(block, 257, 5) !== 'ustar' || size === null)
    return refuse('no-header', 'a header was expected there in the form of ustar or pax')
  const prefix = textAt(block, 345, PREFIX_BYTES)
  const name = textAt(block, 0, NAME_BYTES)
  if (prefix === null || name === null)
    return refuse('no-header', 'the header there has a name that is not UTF-8')
  const type = String.fromCharCode(block[156] ?? 0)
  return ok({ name: prefix === '' ? name : `${prefix}/${name}`, size, type: type === '\0' ? '0' : type })
}

/** What a pax header says of the next entry; null where it is none. */
export function readPax(bytes: Uint8Array): Readonly<Record<string, string>> | null {
  const said: Record<string, string> = {}
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at)
    const length = Number(textAt(bytes, at, Math.max(0, space - at)) ?? '')
    if (space < 0 || !Number.isInteger(length) || length < 5 || at + length > bytes.length) return null
    const record = textAt(bytes, space + 1, at + length - space - 2)
    const equals = record?.indexOf('=') ?? -1
    if (record === null || equals < 1) return null
    said[record.slice(0, equals)] = record.slice(equals + 1)
    at += length
  }
  return said
}

function checksumOf(block: Uint8Array): number {
  let sum = 0
  for (const [i, byte] of block.entries()) sum += i >= 148 && i < 156 ? 0x20 : byte
  return sum
}

function octalAt(block: Uint8Array, at: number, length: number): number | null {
  const text = textAt(block, at, length)?.trim() ?? ''
  return /^[0-7]+$/.test(text) ? parseInt(text, 8) : null
}

/** Up to the first zero. */
function textAt(bytes: Uint8Array, at: number, length: number): string | null {
  const field = bytes.subarray(at, at + length)
  const end = field.indexOf(0)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(end < 0 ? field : field.subarray(0, end))
  } catch {
    return null
  }
}
