import { expect, test } from 'vitest'
import { nearest } from './near.ts'

const CODES = ['group-size', 'group-rate', 'hanging-rate', 'F03', 'F18']

test.each([
  ['group-sise', ['group-size']],
  ['gruop-size', ['group-size']],
  ['GROUP-SIZE', ['group-size']],
  ['F30', ['F03']],
  ['something else', []],
  ['', []],
])('%j may have been %j', (typed, meant) => {
  expect(nearest(typed, CODES)).toEqual(meant)
})

test('names three at most', () => {
  expect(nearest('C0', ['C1', 'C2', 'C3', 'C4'])).toEqual(['C1', 'C2', 'C3'])
})
