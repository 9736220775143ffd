import { expect, test } from 'vitest'
import { studentQuantile } from './student-quantile.ts'

// Exact for 1 and 2 degrees: tan(π(p - 1/2)) and (2p - 1)/√(2p(1 - p)); the others from the table in Abramowitz & Stegun 26.10, of
// three decimals, and the normal's 1.959964 (26.1).
test.each([
  [0.975, 1, 12.7062047362, 1e-9],
  [0.975, 2, 4.3026527297, 1e-9],
  [0.75, 1, 1, 1e-12],
  [0.975, 5, 2.571, 5e-4],
  [0.95, 10, 1.812, 5e-4],
  [0.995, 20, 2.845, 5e-4],
  [0.975, 120, 1.98, 5e-4],
  [0.975, Infinity, 1.959964, 5e-6],
  [0.025, 2, -4.3026527297, 1e-9],
])('%d of t with %d degrees of freedom is below %d', (probability, df, value, within) => {
  expect(Math.abs(studentQuantile(probability, df) - value)).toBeLessThan(within)
})
