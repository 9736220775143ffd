import { log } from './elementary.ts'

/** The derivative of log Γ at x above 0, to about 1e-14: the asymptotic series from 10 upward, reached by the recurrence. @see Abramowitz & Stegun 6.3.18 */
export function digamma(x: number): number {
  let shifted = x
  let below = 0
  for (; shifted < 10; shifted++) below += 1 / shifted
  const square = 1 / (shifted * shifted)
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760))))))
  return log(shifted) - 0.5 / shifted - series - below
}
