import { expect, test } from 'vitest'
import { isSlash } from './use-search-key.ts'

test.each([
  ['a slash', { key: '/', code: 'Slash', shiftKey: false }, true],
  ['a slash that is typed with Shift, as in German', { key: '/', code: 'Digit7', shiftKey: true }, true],
  ['the same key where letters are Arabic', { key: 'ظ', code: 'Slash', shiftKey: false }, true],
  ['a question mark, which asks for help', { key: '?', code: 'Slash', shiftKey: true }, false],
  ['the Arabic question mark', { key: '؟', code: 'Slash', shiftKey: true }, false],
  ['a hyphen on the same key, as in German', { key: '-', code: 'Slash', shiftKey: false }, false],
])('%s leads to the search, or does not', (_, pressed, leads) => {
  expect(isSlash(pressed)).toBe(leads)
})
