import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { escaped, guardedLine, splitBlocks } from './blocks.ts'

const directive = (name: string, ...args: readonly string[]) => ({ name, args })

test('splits a body into headings, paragraphs of one sentence a line, and computed parts', () => {
  const body =
    '## One\n\nFirst.\nSecond {count: claims}. [own]\n\n{{chart: intervals-by-period how-many}}\nThird.'
  expect(splitBlocks(body, 7)).toMatchObject([
    { kind: 'heading', level: 2, text: 'One', line: 7 },
    {
      kind: 'paragraph',
      line: 9,
      sentences: [
        { line: 9, own: false },
        { line: 10, own: true },
      ],
    },
    { kind: 'directive', ...directive('chart', 'intervals-by-period', 'how-many'), line: 12 },
    { kind: 'paragraph', line: 13, sentences: [{ line: 13 }] },
  ])
})

test('takes the grounds from the end of a line and leaves the figures where they stand', () => {
  expect(splitBlocks('So {estimate: e published} in all.  [finding: f] [claim: c] [own]', 1)).toMatchObject([
    {
      sentences: [
        {
          parts: [
            { kind: 'words', text: 'So ' },
            { kind: 'directive', ...directive('estimate', 'e', 'published') },
            { kind: 'words', text: ' in all.' },
          ],
          grounds: [directive('finding', 'f'), directive('claim', 'c')],
          own: true,
        },
      ],
    },
  ])
})

test.each([
  ['A {count: claims', '{ alone'],
  ['A count: claims}', '} alone'],
  ['A [', '[ alone'],
  ['A. [own] And more.', '“ And more.” after them'],
  ['[finding: f]', '“[finding: f]”'],
  ['- a list', 'a line that starts with “-”'],
  ['1. a list', 'a line that starts with “1.”'],
  ['# a title', 'a line that starts with “#”'],
  ['```', 'a line that starts with “```”'],
  ['{{chart: a b}} and more', '“{{chart: a b}} and more”'],
])('says of the line %j that it found %j', (line, found) => {
  expect(splitBlocks(`\n${line}`, 1)).toMatchObject([{ kind: 'fault', fault: { line: 2, found } }])
})

prop.prop([
  fc.string({ unit: fc.constantFrom('a', ' ', '{', '}', '[', ']', '\\', '#', '-', '1', '.', 'ب', '<', '`') }),
])('reads words back as they were, whatever signs are in them', (words) => {
  fc.pre(words.trim() === words && words !== '')
  expect(splitBlocks(guardedLine(escaped(words)), 1)).toMatchObject([
    { kind: 'paragraph', sentences: [{ parts: [{ kind: 'words', text: words }], grounds: [] }] },
  ])
})
