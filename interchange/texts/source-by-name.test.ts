import { expect, test } from 'vitest'
import { sourceByName } from './source-by-name.ts'

const SOURCES = ['W1', 'W12', 'D-3', 'D'].map((code) => ({ code }))

test.each([
  ['W12_june.docx', 'W12'],
  ['w1.vtt', 'W1'],
  ['D-3-letter.pdf', 'D-3'],
  ['W123.txt', undefined],
  ['interview W1.txt', undefined],
])('%s is of %s', (file, code) => {
  expect(sourceByName(file, SOURCES)?.code).toBe(code)
})
