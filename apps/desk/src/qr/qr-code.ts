import { codewordsOf } from './codewords.ts'
import { frameOf, setFormat, type Grid } from './symbol.ts'

/** Which squares each mask turns over, by column and row (ISO/IEC 18004:2015, table 10). */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/**
 * A text as a QR code of level M, in bytes, of the smallest size that holds it, under the mask that reads best.
 * @returns the rows of it, true where it is dark, without the light border; null where the text is longer than 213 bytes
 * @see ISO/IEC 18004:2015
 */
export function qrCode(text: string): readonly (readonly boolean[])[] | null {
  const held = codewordsOf(text)
  if (held === null) return null
  const bare = frameOf(held.version)
  setText(bare, held.codewords)
  const masked = MASKS.map((_, mask) => underMask(bare, mask))
  const [best] = masked.toSorted((one, other) => penaltyOf(one) - penaltyOf(other))
  return best ?? null
}

/** The bits from the lower right corner, in pairs of columns up and down, wherever the frame leaves a square (section 7.7.3). */
function setText({ size, dark, fixed }: Grid, codewords: readonly number[]): void {
  let bit = 0
  for (let pair = 0; pair < (size - 1) / 2; pair++) {
    const right = size - 1 - 2 * pair
    for (let step = 0; step < 2 * size; step++) {
      const row = step >> 1
      const y = pair % 2 === 0 ? size - 1 - row : row
      // The column of the clock has no partner.
      const x = (right <= 6 ? right - 1 : right) - (step & 1)
      if (fixed[y * size + x]) continue
      dark[y * size + x] = ((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1
      bit++
    }
  }
}

function underMask(bare: Grid, mask: number): readonly (readonly boolean[])[] {
  const grid = { ...bare, dark: bare.dark.slice() }
  setFormat(grid, mask)
  const { size, dark, fixed } = grid
  const turns = MASKS[mask] ?? (() => false)
  return Array.from({ length: size }, (_, y) =>
    Array.from(
      { length: size },
      (_, x) => (dark[y * size + x] === 1) !== (!fixed[y * size + x] && turns(x, y)),
    ),
  )
}

/** How badly a code reads: long runs, blocks, what looks like a corner of it, and too much dark or light (section 7.8.3). */
function penaltyOf(rows: readonly (readonly boolean[])[]): number {
  const across = rows.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
  const down = across.map((_, x) => across.map((row) => row.charAt(x)).join(''))
  const lines = [...across, ...down]
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? [])
  const corners = lines.reduce(
    (sum, line) => sum + (line.match(/(?=00001011101|10111010000)/g) ?? []).length,
    0,
  )
  const darks = across.join('').replaceAll('0', '').length
  const tilt = Math.floor(Math.abs((20 * darks) / rows.length ** 2 - 10))
  return (
    runs.reduce((sum, { length }) => sum + length - 2, 0) + 3 * blocksIn(across) + 40 * corners + 10 * tilt
  )
}

/** How many squares of two by two are of one colour? */
function blocksIn(lines: readonly string[]): number {
  return lines.slice(1).reduce((sum, line, above) => {
    const both = Array.from(line, (one, x) => (lines[above] ?? '').slice(x, x + 2) + one + line.charAt(x + 1))
    return sum + both.filter((four) => four === '0000' || four === '1111').length
  }, 0)
}
