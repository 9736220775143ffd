/** How the bytes of a text are read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256'

export interface EncodingFound {
  readonly encoding: Encoding
  /** How it was known: the file says so by its first bytes, its bytes allow no other, or it is likely and a person should look. */
  readonly by: 'mark' | 'bytes' | 'guess' | 'asked'
}

/** What the bytes of a file were seen to be. */
export interface BytesSeen {
  /** Characters of more than one byte, as UTF-8 writes them, and bytes that UTF-8 does not have. */
  readonly well: number
  readonly ill: number
  readonly zerosEven: number
  readonly zerosOdd: number
  readonly bytes: number
}

const NOTHING_SEEN: BytesSeen = { well: 0, ill: 0, zerosEven: 0, zerosOdd: 0, bytes: 0 }

/** A mark of byte order at the start of a file. */
export function encodingMarked(start: Uint8Array): EncodingFound | null {
  const [a, b, c] = start
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', by: 'mark' }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', by: 'mark' }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', by: 'mark' }
  return null
}

/** Looks at so many bytes more. A character that is cut at the end of a piece is not counted: no verdict hangs on one. */
export function seeBytes(piece: Uint8Array, before: BytesSeen = NOTHING_SEEN): BytesSeen {
  let { well, ill } = before
  const zeros = [before.zerosEven, before.zerosOdd]
  for (let i = 0; i < piece.length; i++) {
    const byte = piece[i] ?? 0
    if (byte === 0) zeros[(i + before.bytes) & 1] = (zeros[(i + before.bytes) & 1] ?? 0) + 1
    if (byte < 0x80) continue
    const more = bytesAfter(byte)
    const follow = followers(piece, i + 1, more)
    if (more > 0 && follow === more) well++
    else if (more === 0 || i + more < piece.length) ill++
    i += follow
  }
  const [zerosEven = 0, zerosOdd = 0] = zeros
  return { well, ill, zerosEven, zerosOdd, bytes: before.bytes + piece.length }
}

/** How many bytes follow this one in a character of UTF-8; 0 where none begins with it. */
function bytesAfter(byte: number): number {
  if (byte < 0xc2 || byte > 0xf4) return 0
  return byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
}

function followers(piece: Uint8Array, from: number, most: number): number {
  let count = 0
  while (count < most && ((piece[from + count] ?? 0) & 0xc0) === 0x80) count++
  return count
}

/**
 * What the bytes are most likely to be. Zeros on one side only are UTF-16 without a mark. Where characters of UTF-8 outnumber what it does not have,
 * the file is UTF-8 with damaged places, which are then told row by row; otherwise it is the Windows encoding of Arabic, which is a guess and said to be one.
 */
export function encodingOf({ well, ill, zerosEven, zerosOdd, bytes }: BytesSeen): EncodingFound {
  const many = bytes / 50
  if (zerosOdd > many && zerosEven * 20 < zerosOdd) return { encoding: 'utf-16le', by: 'guess' }
  if (zerosEven > many && zerosOdd * 20 < zerosEven) return { encoding: 'utf-16be', by: 'guess' }
  if (ill === 0 || well > ill) return { encoding: 'utf-8', by: 'bytes' }
  return { encoding: 'windows-1256', by: 'guess' }
}

/** Whether enough was seen to tell: plain letters say nothing of the encoding. */
export function sawEnough({ well, ill, bytes, zerosEven, zerosOdd }: BytesSeen): boolean {
  return bytes > 1_000_000 && well + ill + zerosEven + zerosOdd > 200
}

/** Text of any number of pieces, line breaks as LF, without the mark of byte order. Bytes that are not text become U+FFFD. */
export function textReader(encoding: Encoding): { readonly next: (piece: Uint8Array | null) => string } {
  const decoder = new TextDecoder(encoding)
  let held = ''
  return {
    next: (piece) => {
      let text = held + (piece === null ? decoder.decode() : decoder.decode(piece, { stream: true }))
      held = ''
      if (!text.includes('\r')) return text
      if (piece !== null && text.endsWith('\r')) {
        held = '\r'
        text = text.slice(0, -1)
      }
      return text.replaceAll(/\r\n?/g, '\n')
    },
  }
}
