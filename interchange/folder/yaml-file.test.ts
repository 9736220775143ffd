import { expect, test } from 'vitest'
import { readYaml, type Path } from './yaml-file.ts'

const CONTENT = `# a remark
claims:
  - code: C1
    quantity: { min: 1,
      max: 2 }
  - code: C2
    when: 2011
`

test('knows the line of every value by its key, and of a missing one by what should hold it', () => {
  const read = readYaml('claims.yaml', CONTENT, 3)
  if (!read.ok) throw new Error('not read')
  const lineOf = (path: Path) => read.yaml.placeOf(path).line
  expect(lineOf(['claims'])).toBe(4)
  expect(lineOf(['claims', 0])).toBe(5)
  expect(lineOf(['claims', 0, 'quantity', 'max'])).toBe(7)
  expect(lineOf(['claims', 1, 'quantity', 'max'])).toBe(8)
  expect(lineOf(['claims', 1, 'when'])).toBe(9)
  expect(lineOf(['nothing'])).toBe(4)
  expect(read.yaml.placeOf(['claims', 0, 'quantity', 'max']).field).toBe('claims[0].quantity.max')
})

test('gives plain data, without a way to the prototype of objects', () => {
  const read = readYaml('f.yaml', '__proto__: { polluted: 1 }\nday: 2017-02-07\nyes: yes\nnone: ~\n')
  if (!read.ok) throw new Error('not read')
  expect(Object.entries(read.yaml.value as object)).toEqual([
    ['__proto__', { polluted: 1 }],
    ['day', '2017-02-07'],
    ['yes', 'yes'],
    ['none', null],
  ])
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test.each([
  ['a: &x 1\nb: *x\n', [1, 2]],
  ['a: 1\nb:\n\tc: 2\n\td: 3\n', [3, 4]],
  ['a: !!binary aGk=\n', [1]],
  ['a: 1\n---\nb: 2\n', [2]],
  ['a: 1\na: 2\na: 3\n', [2, 3]],
  ['- - - - - - - - - - - - - - - - - - - - - - - - - - - a\n', [1]],
  ['['.repeat(500_000), [1]],
])('tells of %j the lines %j', (content, lines) => {
  const read = readYaml('f.yaml', content)
  expect(read.ok ? [] : read.mistakes.map(({ line }) => line)).toEqual(lines)
})

test('looks once at each key of a long list of them', () => {
  const keys = Array.from({ length: 50_000 }, (_, at) => `k${at}: v`)
  const read = readYaml('f.yaml', [...keys, 'k7: again'].join('\n'))
  expect(read.ok ? [] : read.mistakes.map(({ field }) => field)).toEqual(['k7'])
})
