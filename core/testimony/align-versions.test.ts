import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { alignVersions, movedStretch } from './align-versions.ts'
import { sliceCodePoints } from './code-points.ts'
import { contents } from './testing/texts.ts'

const show = (before: string, after: string) =>
  alignVersions(before, after).map((one) => {
    const old = sliceCodePoints(before, one.before.start, one.before.end)
    const now = sliceCodePoints(after, one.after.start, one.after.end)
    return one.same ? old : `[${old}>${now}]`
  })

test.each([
  ['they took ten men', 'they took two men', 'they took [ten>two] men'],
  ['رأيت عشرة رجال هناك', 'رأيت عشرين رجلا هناك', 'رأيت [عشرة>عشرين] [رجال>رجلا] هناك'],
  ['a b c', 'a b c', 'a b c'],
  ['', 'new words', '[>new words]'],
  ['old words', '', '[old words>]'],
  ['one 🕊 two', 'one 🕊 and two', 'one 🕊 [>and ]two'],
])('"%s" corrected to "%s"', (before, after, shown) => {
  expect(show(before, after).join('')).toBe(shown)
})

test.prop([contents, contents])(
  'the stretches cover both versions, and what is the same is the same',
  (before, after) => {
    let [i, j] = [0, 0]
    for (const one of alignVersions(before, after)) {
      expect([one.before.start, one.after.start]).toEqual([i, j])
      ;[i, j] = [one.before.end, one.after.end]
      const words = [
        sliceCodePoints(before, one.before.start, one.before.end),
        sliceCodePoints(after, one.after.start, one.after.end),
      ]
      if (one.same) expect(words[0]).toBe(words[1])
    }
    expect([i, j]).toEqual([Array.from(before).length, Array.from(after).length])
  },
)

test.prop([contents, contents, contents, contents])(
  'what stands before and after a correction moves with it',
  (head, was, now, tail) => {
    const [start, end] = [`<${head}>`, `<${tail}>`]
    const alignment = alignVersions(`${start} ${was} ${end}`, `${start} ${now} ${end}`)
    const at = { start: 0, end: Array.from(start).length }
    expect(movedStretch(alignment, at)).toEqual(at)
  },
)

test.prop([
  fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 200 }).map((words) => words.join(' ')),
])('a text beside itself is the same', (text) => {
  expect(alignVersions(text, text).every(({ same }) => same)).toBe(true)
})
