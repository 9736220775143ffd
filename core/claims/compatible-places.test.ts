import { expect, test } from 'vitest'
import { derivedId, type PlaceId } from '@corroborate/base'
import { isCompatiblePlace, placeTreeOf } from './compatible-places.ts'
import type { Place } from './register.ts'

const id = (code: string): PlaceId => derivedId('place', code)
const place = (code: string, within: string | null, kind: Place['kind']): Place => ({
  id: id(code),
  code,
  name: { en: code },
  kind,
  within: within === null ? null : id(within),
  aliases: [],
})
const tree = placeTreeOf([
  place('prison', null, 'facility'),
  place('red', 'prison', 'building'),
  place('white', 'prison', 'building'),
  place('cell', 'red', 'room'),
  place('loop-a', 'loop-b', 'room'),
  place('loop-b', 'loop-a', 'room'),
])

test.each([
  ['cell', 'prison', true],
  ['prison', 'cell', true],
  ['red', 'red', true],
  ['red', 'white', false],
  ['cell', 'white', false],
  ['loop-a', 'loop-b', true],
  ['loop-a', 'prison', false],
  ['unknown', 'prison', false],
])('%s and %s may be one place: %s', (a, b, expected) => {
  expect(isCompatiblePlace(tree, id(a), id(b))).toBe(expected)
  expect(isCompatiblePlace(tree, id(b), id(a))).toBe(expected)
})

test('a place that was not said excludes nothing', () => {
  expect(isCompatiblePlace(tree, null, id('cell'))).toBe(true)
  expect(isCompatiblePlace(tree, id('cell'), null)).toBe(true)
})
