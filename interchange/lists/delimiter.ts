import { csvReader } from './csv-rows.ts'

export type Delimiter = ',' | ';' | '\t' | '|'

export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|']

const ROWS = 200

/**
 * What parts the cells, judged by the first rows: the sign that gives most rows as many cells as the first has, more than one. The comma where none
 * does, because a list of one column has none. Excel says it itself in a first line `sep=;`.
 */
export function delimiterOf(start: string): { readonly delimiter: Delimiter; readonly saidSo: boolean } {
  const said = /^sep=([,;|\t])\n/.exec(start)?.[1]
  const named = DELIMITERS.find((one) => one === said)
  if (named !== undefined) return { delimiter: named, saidSo: true }
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(start, delimiter) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return { delimiter: best.delimiter, saidSo: false }
}

/** The share of rows as wide as the first, then how wide they are; 0 for one column. */
function scoreOf(start: string, delimiter: Delimiter): number {
  const { rows } = csvReader(delimiter).feed(start.endsWith('\n') ? start : `${start}\n`)
  const seen = rows.slice(0, ROWS).filter(({ cells }) => cells.some((cell) => cell !== ''))
  const width = seen[0]?.cells.length ?? 0
  if (width < 2) return 0
  // The last row may be cut where the sample ends.
  const judged = seen.length > 1 ? seen.slice(0, -1) : seen
  const even = judged.filter(({ cells }) => cells.length === width).length
  return even / judged.length + Math.min(width, 1_000) / 1_000_000
}
