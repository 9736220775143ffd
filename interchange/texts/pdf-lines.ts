import { rightToLeft, turnedAround } from './arabic-order.ts'

/** A run of letters as pdf.js gives it: where it stands on the page, in points from the bottom left, and what it says. */
export interface PdfRun {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line of a page. */
export interface PdfLine {
  readonly words: string
  readonly page: number
  readonly y: number
  readonly height: number
}

/** A gap of this share of the height of the letters is a space that nobody wrote. */
const SPACE = 0.2
/** Runs whose base lines differ by less than this share stand in one line. */
const SAME_LINE = 0.4

/**
 * The lines of a page, in the order in which the file writes them. Within a line of Arabic or Hebrew runs are set in order from the right, because
 * files write them either way.
 * @param turn whether the letters within a run came out from left to right as they are drawn, and are to be turned around
 */
export function linesOf(runs: readonly PdfRun[], page: number, turn: boolean): readonly PdfLine[] {
  const lines: PdfRun[][] = []
  for (const run of runs) {
    const last = lines.at(-1)?.at(-1)
    const same =
      last !== undefined && Math.abs(last.y - run.y) < SAME_LINE * Math.max(last.height, run.height)
    if (same) lines.at(-1)?.push(run)
    else lines.push([run])
  }
  return lines.flatMap((line) => {
    const words = wordsOf(line, turn).replaceAll(/\s+/g, ' ').trim()
    const [first] = line
    if (first === undefined || words === '') return []
    return [{ words, page, y: first.y, height: Math.max(...line.map(({ height }) => height)) }]
  })
}

function wordsOf(line: readonly PdfRun[], turn: boolean): string {
  const letters = line.map(({ words }) => words).join('')
  const fromRight = rightToLeft(letters) && mostlyRightToLeft(line)
  const inOrder = fromRight ? line.toSorted((a, b) => b.x + b.width - (a.x + a.width)) : line
  let [words, before]: [string, PdfRun | null] = ['', null]
  for (const run of inOrder) {
    const gap =
      before === null ? 0 : fromRight ? before.x - (run.x + run.width) : run.x - (before.x + before.width)
    if (gap > SPACE * run.height && !/\s$/.test(words)) words += ' '
    words += turn && rightToLeft(run.words) ? turnedAround(run.words) : run.words
    before = run
  }
  return words
}

function mostlyRightToLeft(line: readonly PdfRun[]): boolean {
  const letters = line.flatMap(({ words }) => words.match(/\p{L}/gu) ?? [])
  return letters.filter((letter) => rightToLeft(letter)).length * 2 > letters.length
}

/** How many lines from the top and the bottom of a page may be a running head or a number of the page. */
const EDGE = 2

/** Lines at the edge of pages that come again on half of them, numbers aside: heads and feet of the paper, which nobody said. */
export function runningHeads(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const seen = new Map<string, PdfLine[]>()
  for (const lines of pages) {
    const byHeight = lines.toSorted((a, b) => b.y - a.y)
    for (const line of new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)])) {
      const key = `${Math.round(line.y / 4)} ${line.words.replaceAll(/\p{Nd}+/gu, '#')}`
      seen.set(key, [...(seen.get(key) ?? []), line])
    }
  }
  const often = Math.max(3, pages.length / 2)
  return new Set([...seen.values()].filter((lines) => lines.length >= often).flat())
}

/** Whether a line begins a paragraph: the page leaves more room above it than between lines. */
export function beginsParagraph(line: PdfLine, before: PdfLine | null): boolean {
  if (before?.page !== line.page) return before === null
  const step = before.y - line.y
  return step < 0 || step > 1.7 * Math.max(line.height, before.height)
}
