import { sliceCodePoints } from '@corroborate/testimony'
import { test as prop, fc } from '@fast-check/vitest'
import { expect } from 'vitest'
import { LIKELY_COUNTINGS, UNLIKELY_COUNTINGS, type Counting } from './counting.ts'
import { placeSelections } from './place-selections.ts'

/** Every word once, so that a quotation stands in one place only; between them what programs count differently. */
const texts = fc
  .array(fc.constantFrom(' ', '\r\n', '\n', '🕊 ', ' e\u0301 ', ' سِجْن ', '\u200F'), {
    minLength: 2,
    maxLength: 12,
  })
  .map((between) => between.map((sign, n) => `word-number-${n}${sign}`).join(''))

/** How a program that counts so would write where a unit of UTF-16 stands. */
function writtenAt(raw: string, unit: number, { lineEnds, characters }: Counting): number {
  let before = raw.slice(0, unit)
  if (lineEnds === 'as-one') before = before.replaceAll('\r\n', '\n')
  if (lineEnds === 'as-two') before = before.replaceAll(/\r?\n/g, '\r\n')
  return characters === 'utf-16' ? before.length : Array.from(before).length
}

const countings = fc.constantFrom(...LIKELY_COUNTINGS, ...UNLIKELY_COUNTINGS)

prop.prop([texts, countings, fc.nat(), fc.nat()])(
  'whoever counted, a selection with its quotation stands where its words are, and never elsewhere',
  (raw, counting, a, b) => {
    const words = [...raw.matchAll(/word-number-\d+/g)]
    const [from, to] = [a % words.length, b % words.length].sort((x, y) => x - y)
    const [first, last] = [words[from ?? 0], words[to ?? 0]]
    if (first === undefined || last === undefined) return
    const [start, end] = [first.index, last.index + last[0].length]
    const quotation = raw.slice(start, end)
    const { frozen, placed } = placeSelections(
      raw,
      [
        {
          start: writtenAt(raw, start, counting),
          end: writtenAt(raw, end, counting),
          quotations: [quotation],
        },
      ],
      null,
    )
    const [one] = placed
    if (one?.kind !== 'placed') throw new Error(JSON.stringify(one))
    expect(one.exact).toBe(quotation.replaceAll('\r\n', '\n').replaceAll('\u200F', '').normalize('NFC'))
    expect(sliceCodePoints(frozen.content, one.start, one.end)).toBe(one.exact)
  },
)
