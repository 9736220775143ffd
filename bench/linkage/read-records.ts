import { closeSync, openSync, readSync } from 'node:fs'
import type { TableBuilder } from '@corroborate/linkage'

const [COMMA, NEWLINE, ZERO] = [44, 10, 48]

/**
 * Reads a CSV file that quotes nothing into a table, some megabytes at a time and without making strings; the last column is the person, which
 * the linkage does not see.
 * @returns the person of every row
 */
export function readRecords(file: string, builder: TableBuilder, rows: number, fields: number): Int32Array {
  const person = new Int32Array(rows)
  const input = openSync(file, 'r')
  const buffer = new Uint8Array(4 << 20)
  let [rest, row] = [0, -1]
  for (;;) {
    const read = readSync(input, buffer, rest, buffer.length - rest, null)
    if (read === 0) break
    const end = buffer.lastIndexOf(NEWLINE, rest + read - 1) + 1
    let at = 0
    while (at < end) {
      for (let field = 0; field <= fields; field++) {
        const from = at
        while (buffer[at] !== COMMA && buffer[at] !== NEWLINE) at += 1
        if (row >= 0 && field < fields) builder.appendCell(field, buffer, from, at)
        else if (row >= 0) person[row] = wholeNumber(buffer, from, at)
        at += 1
      }
      row += 1
    }
    buffer.copyWithin(0, end, rest + read)
    rest = rest + read - end
  }
  closeSync(input)
  return person
}

function wholeNumber(digits: Uint8Array, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) number = 10 * number + (digits[at] ?? 0) - ZERO
  return number
}
