import { expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import { slug } from './anchor.ts'

test('a plain code is its own anchor', () => {
  expect(slug('C-12')).toBe('C-12')
})

const text = fc.string({ unit: 'grapheme' }).filter((each) => each.isWellFormed())

prop.prop([text, text])('two codes never share an anchor', (a, b) => {
  expect(slug(a) === slug(b)).toBe(a === b)
})

prop.prop([text])('an anchor can stand in an address, an id and a file name as it is', (code) => {
  expect(slug(code)).toMatch(/^[A-Za-z0-9_-]*$/)
})
