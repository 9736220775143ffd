import { expect, test } from 'vitest'
import { isListName } from './list-name.ts'

test.each(['A', 'hospital-register', 'Hospital records', 'سجلّ المستشفى', 'Press (2 papers)', '2nd list'])(
  'a list can be called “%s”',
  (name) => expect(isListName(name)).toBe(true),
)

test.each(['', ' A', 'A ', 'A+B', 'A, B', 'A;B', 'A\tB', 'A\nB', '-A', '=1+1', 'x'.repeat(81)])(
  'a list cannot be called %j',
  (name) => expect(isListName(name)).toBe(false),
)
