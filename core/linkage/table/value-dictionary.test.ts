import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { valueDictionary } from './value-dictionary.ts'

/** Short and long, in one script and several, with a NUL, which pads nothing, and halves of a letter that stand alone. */
const texts = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'b', '\0', 'é', 'م', '𐤀', '\ud800', 'abcdefgh'), maxLength: 4 }),
  { maxLength: 40 },
)

test.prop([texts])('numbers texts by first sight and gives each back as it was', (cells) => {
  const dictionary = valueDictionary()
  for (const cell of cells) dictionary.add(cell)
  const { ids, texts: kept } = dictionary.raw()
  expect(kept).toEqual([...new Set(cells.filter((cell) => cell !== ''))])
  expect(Array.from(ids, (id) => kept[id] ?? '')).toEqual(cells)
})

test.prop([texts])('bytes of a file are the texts that they spell', (cells) => {
  const wellFormed = cells.map((cell) => cell.toWellFormed())
  const [asBytes, asTexts] = [valueDictionary(), valueDictionary()]
  for (const cell of wellFormed) {
    const bytes = new TextEncoder().encode(`,${cell},`)
    asBytes.addBytes(bytes, 1, bytes.length - 1)
    asTexts.add(cell)
  }
  expect(asBytes.raw()).toEqual(asTexts.raw())
})

test('many texts stay apart while the table grows, and a later look holds the rows before it', () => {
  const dictionary = valueDictionary()
  const words = Array.from({ length: 20_000 }, (_, n) => `${'x'.repeat(n % 17)}${n}`)
  for (const word of words) dictionary.add(word)
  const before = dictionary.raw()
  for (const word of [...words].reverse()) dictionary.add(word)
  expect(before.texts).toEqual(words)
  expect(before.ids).toEqual(Int32Array.from(words.keys()))
  expect(dictionary.raw().ids.slice(-3)).toEqual(Int32Array.of(2, 1, 0))
})
