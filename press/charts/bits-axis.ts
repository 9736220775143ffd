import { printNumber, type Locale } from '@corroborate/base'
import type { Layout } from './drawing.ts'
import { niceTicks } from './nice-ticks.ts'
import type { ValueAxis } from './value-axis.ts'

/** An axis of weights in bits: 0 is on it, and it reaches the first round number beyond the least and the most. */
export function bitsAxis(
  values: readonly number[],
  { locale, layout }: { readonly locale: Locale; readonly layout: Layout },
): ValueAxis {
  const [min, max] = [Math.min(0, ...values), Math.max(0, ...values)]
  const [, step = 1] = niceTicks(max - min, layout === 'wide' ? 8 : 5)
  const first = Math.floor(min / step)
  const last = Math.max(Math.ceil(max / step), first + 1)
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
  return {
    domain: [first * step, last * step],
    scale: 'linear',
    ticks: ticks.map((at) => ({ at, text: printNumber(locale, at) })),
    warning: null,
  }
}
