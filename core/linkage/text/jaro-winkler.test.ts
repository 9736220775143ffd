import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { jaro, jaroWinkler, LONGEST_COMPARED } from './jaro-winkler.ts'

// Winkler, "Overview of Record Linkage and Current Research Directions", US Census Bureau, RRS2006-02, table 6: three decimals.
test.each([
  ['SHACKLEFORD', 'SHACKELFORD', 0.97, 0.982],
  ['DUNNINGHAM', 'CUNNIGHAM', 0.896, 0.896],
  ['NICHLESON', 'NICHULSON', 0.926, 0.956],
  ['JONES', 'JOHNSON', 0.79, 0.832],
  ['MASSEY', 'MASSIE', 0.889, 0.933],
  ['ABROMS', 'ABRAMS', 0.889, 0.922],
  ['JERALDINE', 'GERALDINE', 0.926, 0.926],
  ['MARHTA', 'MARTHA', 0.944, 0.961],
  ['MICHELLE', 'MICHAEL', 0.869, 0.921],
  ['JULIES', 'JULIUS', 0.889, 0.933],
  ['TANYA', 'TONYA', 0.867, 0.88],
  ['DWAYNE', 'DUANE', 0.822, 0.84],
  ['SEAN', 'SUSAN', 0.783, 0.805],
  ['JON', 'JOHN', 0.917, 0.933],
])('%s and %s are as alike as the Census Bureau says', (a, b, plain, raised) => {
  expect(jaro(a, b)).toBeCloseTo(plain, 3)
  expect(jaroWinkler(a, b)).toBeCloseTo(raised, 3)
})

test('DIXON and DICKSONX, Winkler 1990', () => {
  expect(jaro('DIXON', 'DICKSONX')).toBeCloseTo(0.767, 3)
  expect(jaroWinkler('DIXON', 'DICKSONX')).toBeCloseTo(0.8133, 4)
})

test('nothing is the same as nothing, and as nothing else', () => {
  expect([jaroWinkler('', ''), jaroWinkler('', 'a'), jaroWinkler('ab', 'cd')]).toEqual([1, 0, 0])
})

test('of texts that are longer than any name only the beginning is compared', () => {
  const long = 'ab'.repeat(5_000_000)
  expect(jaroWinkler(`${long}x`, `${long}y`)).toBe(1)
  expect(LONGEST_COMPARED).toBe(64)
})

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('a', 'b', 'c') }),
  fc.string({ unit: 'binary' }),
)

prop.prop([texts, texts])('is mutual, and lies between 0 and 1', (a, b) => {
  const similarity = jaroWinkler(a, b)
  expect(jaroWinkler(b, a)).toBe(similarity)
  expect(similarity >= 0 && similarity <= 1).toBe(true)
  expect(jaroWinkler(a, a)).toBe(1)
})
