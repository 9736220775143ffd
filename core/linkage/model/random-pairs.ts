import type { Dice } from '@corroborate/base'
import type { ListInTable } from '../record-table.ts'

/** All pairs that may be looked at: of different rows, and not within one clean list. */
export function allPairs(lists: readonly ListInTable[]): number {
  let rows = 0
  let pairs = 0
  for (const list of lists) {
    pairs += rows * list.rows + (list.clean ? 0 : (list.rows * (list.rows - 1)) / 2)
    rows += list.rows
  }
  return pairs
}

/** Draws so many pairs at random, each as probable as any other that may be looked at; there must be one. */
export function drawPairs(
  lists: readonly ListInTable[],
  draws: number,
  dice: Dice,
  add: (left: number, right: number) => void,
): void {
  const rows = lists.reduce((sum, list) => sum + list.rows, 0)
  const clean = lists.filter((list) => list.clean)
  const throws = new Float64Array(4096)
  let at = throws.length
  for (let drawn = 0; drawn < draws;) {
    if (at === throws.length) {
      dice.fill(throws)
      at = 0
    }
    const i = Math.floor((throws[at] ?? 0) * rows)
    const j = Math.floor((throws[at + 1] ?? 0) * rows)
    at += 2
    if (i === j || clean.some((list) => isWithin(list, i) && isWithin(list, j))) continue
    add(Math.min(i, j), Math.max(i, j))
    drawn += 1
  }
}

function isWithin(list: ListInTable, row: number): boolean {
  return row >= list.first && row < list.first + list.rows
}
