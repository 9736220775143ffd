import { expect, test } from 'vitest'
import { wholePeople } from './whole-people.ts'

test('a part of a person is rounded outwards', () => {
  expect(wholePeople({ min: 20.4, max: 20.6 })).toEqual({ min: 20, max: 21 })
})

test('what binary fractions leave behind is no part of a person', () => {
  const ten = (21 / 7) * 0.7 * 10
  expect(ten).not.toBe(21)
  expect(wholePeople({ min: ten, max: (0.1 + 0.2) * 10 })).toEqual({ min: 21, max: 3 })
})
