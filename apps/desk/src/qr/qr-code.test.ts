import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { codewordsOf } from './codewords.ts'
import { qrCode } from './qr-code.ts'
import { correctionOf, product } from './reed-solomon.ts'
import { formatBits, versionBits } from './symbol.ts'

test('corrects as the example of the standard: 01234567 in 1-M (ISO/IEC 18004:2015, annex I)', () => {
  const data = [
    0x10,
    0x20,
    0x0c,
    0x56,
    0x61,
    0x80,
    ...[0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11],
  ]
  expect(correctionOf(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55])
})

test('says the level and the mask as the standard does: M and 101 (section 7.9.1), and version 7 (section 7.10)', () => {
  expect(formatBits(0b101).toString(2).padStart(15, '0')).toBe('100000011001110')
  expect(versionBits(7).toString(2).padStart(18, '0')).toBe('000111110010010100')
})

/** How many bytes each version holds at level M (ISO/IEC 18004:2015, table 7). */
test.each([14, 26, 42, 62, 84, 106, 122, 152, 180, 213])(
  '%i bytes are the most of their version',
  (bytes) => {
    const version = codewordsOf('x'.repeat(bytes))?.version ?? 0
    expect(qrCode('x'.repeat(bytes))).toHaveLength(17 + 4 * version)
    expect(codewordsOf('x'.repeat(bytes + 1))?.version ?? 11).toBe(version + 1)
  },
)

prop.prop([fc.string({ unit: 'grapheme', maxLength: 60 })])(
  'is read back by a reader that knows only the squares, without a fault to correct',
  (text) => {
    const bytes = new TextEncoder().encode(text).length
    const rows = qrCode(text)
    expect(rows === null).toBe(bytes > 213)
    if (rows !== null) expect(read(rows)).toBe(text)
  },
)

/** Blocks of each version at level M: how many, and codewords of correction in each (table 9). */
const BLOCKS = [
  [1, 10],
  [1, 16],
  [1, 26],
  [2, 18],
  [2, 24],
  [4, 16],
  [4, 18],
  [4, 22],
  [5, 22],
  [5, 26],
] as const
const CENTRES = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]]

/** A reader of its own making: says the text, or throws where a square is not as it has to be. */
function read(rows: readonly (readonly boolean[])[]): string {
  const size = rows.length
  const version = (size - 17) / 4
  const dark = (x: number, y: number) => rows[y]?.[x] === true
  const bitsAt = (places: readonly (readonly [number, number])[]) =>
    places.reduce((sum, [x, y]) => sum * 2 + Number(dark(x, y)), 0)
  // From the most significant bit on, along the row and up the column; the other copy up the column and along the row.
  const format = bitsAt([
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((x) => [x, 8] as const),
    ...[7, 5, 4, 3, 2, 1, 0].map((y) => [8, y] as const),
  ])
  const again = bitsAt([
    ...[1, 2, 3, 4, 5, 6, 7].map((up) => [8, size - up] as const),
    ...[8, 7, 6, 5, 4, 3, 2, 1].map((back) => [size - back, 8] as const),
  ])
  if (format !== again || !dark(8, size - 8)) throw new Error('the format is not said twice')
  const mask = (format ^ 0x5412) >> 10
  if (mask > 7) throw new Error('this is not level M')
  const bits: number[] = []
  let upward = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let row = 0; row < size; row++)
      for (const x of [right, right - 1]) {
        const y = upward ? size - 1 - row : row
        if (!isFrame(x, y, { size, version })) bits.push(Number(dark(x, y) !== turned(mask, x, y)))
      }
    upward = !upward
  }
  return textOf(blocksOf(bits, version), version)
}

function isFrame(
  x: number,
  y: number,
  { size, version }: { readonly size: number; readonly version: number },
) {
  const inCorner = (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)
  const onClock = x === 6 || y === 6
  const inVersion = version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))
  const centres = [6, ...(CENTRES[version - 1] ?? [])]
  const last = centres.at(-1) ?? 0
  const nearCentre = centres.some((cx) =>
    centres.some((cy) => {
      const isCorner = (cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6)
      return !isCorner && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2
    }),
  )
  return inCorner || onClock || inVersion || (version > 1 && nearCentre)
}

function turned(mask: number, x: number, y: number): boolean {
  const [i, j] = [y, x]
  const rests = [
    (i + j) % 2,
    i % 2,
    j % 3,
    (i + j) % 3,
    (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
    ((i * j) % 2) + ((i * j) % 3),
    (((i * j) % 2) + ((i * j) % 3)) % 2,
    (((i + j) % 2) + ((i * j) % 3)) % 2,
  ]
  return rests[mask] === 0
}

/** The data of each block, once its polynomial is seen to vanish at every root. */
function blocksOf(bits: readonly number[], version: number): readonly number[] {
  const words = Array.from({ length: bits.length >> 3 }, (_, at) =>
    bits.slice(8 * at, 8 * at + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  )
  const [count, correction] = BLOCKS[version - 1] ?? [1, 0]
  const short = Math.floor(words.length / count) - correction
  const long = words.length % count
  const blocks = Array.from({ length: count }, (_, block) => {
    const data = Array.from({ length: short }, (_, at) => words[at * count + block] ?? 0)
    if (block >= count - long) data.push(words[short * count + block - (count - long)] ?? 0)
    const from = short * count + long
    const check = Array.from({ length: correction }, (_, at) => words[from + at * count + block] ?? 0)
    for (let root = 1, n = 0; n < correction; n++, root = product(root, 2))
      if ([...data, ...check].reduce((sum, word) => product(sum, root) ^ word, 0) !== 0)
        throw new Error(`block ${block} has a fault`)
    return data
  })
  return blocks.flat()
}

function textOf(data: readonly number[], version: number): string {
  const bits = data.map((word) => word.toString(2).padStart(8, '0')).join('')
  const lengthBits = version < 10 ? 8 : 16
  if (!bits.startsWith('0100')) throw new Error('this is not in bytes')
  const length = Number.parseInt(bits.slice(4, 4 + lengthBits), 2)
  const from = 4 + lengthBits
  const bytes = Array.from({ length }, (_, at) =>
    Number.parseInt(bits.slice(from + 8 * at, from + 8 * at + 8), 2),
  )
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
