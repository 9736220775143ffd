import { correctionOf } from './reed-solomon.ts'

/** What a symbol holds at level M: codewords of correction to each block, and of data to each (ISO/IEC 18004:2015, table 9). */
const SHAPES: readonly { readonly correction: number; readonly blocks: readonly number[] }[] = [
  { correction: 10, blocks: [16] },
  { correction: 16, blocks: [28] },
  { correction: 26, blocks: [44] },
  { correction: 18, blocks: [32, 32] },
  { correction: 24, blocks: [43, 43] },
  { correction: 16, blocks: [27, 27, 27, 27] },
  { correction: 18, blocks: [31, 31, 31, 31] },
  { correction: 22, blocks: [38, 38, 39, 39] },
  { correction: 22, blocks: [36, 36, 36, 37, 37] },
  { correction: 26, blocks: [43, 43, 43, 43, 44] },
]

/** A text in the smallest symbol that holds it: data and correction in the order in which they are set. */
export interface Codewords {
  /** 1 to 10. */
  readonly version: number
  readonly codewords: readonly number[]
}

/** Null where the text is longer than 213 bytes. */
export function codewordsOf(text: string): Codewords | null {
  const bytes = [...new TextEncoder().encode(text)]
  const at = SHAPES.findIndex((_, index) => dataOf(bytes, index + 1) !== null)
  const shape = SHAPES[at]
  const data = dataOf(bytes, at + 1)
  if (!shape || !data) return null
  let from = 0
  const blocks = shape.blocks.map((length) => data.slice(from, (from += length)))
  const corrections = blocks.map((block) => correctionOf(block, shape.correction))
  return { version: at + 1, codewords: [...interleaved(blocks), ...interleaved(corrections)] }
}

/** The bytes with what stands before them, filled up; null where there is not the room (section 7.4.5, mode "byte"). */
function dataOf(bytes: readonly number[], version: number): readonly number[] | null {
  const room = (SHAPES[version - 1]?.blocks ?? []).reduce((sum, length) => sum + length, 0)
  const head = version < 10 ? [0x4, ...halves(bytes.length, 2)] : [0x4, ...halves(bytes.length, 4)]
  const nibbles = [...head, ...bytes.flatMap((byte) => halves(byte, 2)), 0]
  const data = Array.from({ length: Math.ceil(nibbles.length / 2) }, (_, at) => {
    return ((nibbles[2 * at] ?? 0) << 4) | (nibbles[2 * at + 1] ?? 0)
  })
  // The end of the text may be cut short, and is where the room is just used up.
  if (nibbles.length - 1 > 2 * room) return null
  const filling = Array.from({ length: Math.max(0, room - data.length) }, (_, at) => (at % 2 ? 0x11 : 0xec))
  return [...data, ...filling].slice(0, room)
}

/** A number as so many groups of four bits. */
function halves(value: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => (value >> (4 * (count - 1 - at))) & 0xf)
}

function interleaved(blocks: readonly (readonly number[])[]): readonly number[] {
  const longest = Math.max(...blocks.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => blocks.flatMap((block) => block.slice(at, at + 1))).flat()
}
