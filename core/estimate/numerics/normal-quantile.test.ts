import { expect, test } from 'vitest'
import { normalQuantile } from './normal-quantile.ts'

// Wichura 1988, section 3 (0.25, 0.001, 1e-20), and the quantile that everybody uses.
test.each([
  [0.975, 1.959963984540054],
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167813],
  [1e-20, -9.262340089798409],
  [0.5, 0],
])('a standard normal lies with probability %d under %d', (share, known) => {
  expect(Math.abs(normalQuantile(share) - known)).toBeLessThan(2e-15 * Math.max(1, Math.abs(known)))
})
