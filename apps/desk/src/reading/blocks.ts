import type { ReadTurn } from './segments.ts'

/** Turns that are laid out and marked together, when they come near the window. */
export type Block = readonly ReadTurn[]

/** About two windows of words: fewer and longer blocks leave more to draw at once, more and shorter ones leave the browser more to watch at every frame. */
const LETTERS_A_BLOCK = 2_500

/** The turns of a text in blocks, cut by their words alone: a mark moves none of them to another block. */
export function blocksOf(turns: readonly ReadTurn[]): readonly Block[] {
  const blocks: ReadTurn[][] = []
  let letters = Infinity
  for (const turn of turns) {
    if (letters >= LETTERS_A_BLOCK) {
      blocks.push([])
      letters = 0
    }
    blocks.at(-1)?.push(turn)
    letters += turn.words.length
  }
  return blocks
}

/** Whether a place of the text lies between the first and the last words of a block. */
export function isWithin(block: Block, position: number): boolean {
  const [first, last] = [block[0], block.at(-1)]
  return first !== undefined && last !== undefined && first.start <= position && position < last.end
}

/** Whether two blocks hold the very same turns: who has drawn one need not draw the other. */
export function isSameBlock(a: Block, b: Block): boolean {
  return a.length === b.length && a.every((turn, at) => turn === b[at])
}
