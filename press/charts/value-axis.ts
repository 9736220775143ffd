import { printNumber, type Locale } from '@corroborate/base'
import { say } from '@corroborate/words'
import { pixelOf, ticksThatFit, type Drawing, type Layout } from './drawing.ts'
import { widthOf } from './lettering.ts'
import { niceTicks } from './nice-ticks.ts'

export interface ValueAxis extends Pick<Drawing, 'domain' | 'ticks'> {
  readonly scale: 'linear' | 'log'
  /** What a reader must know of it, in words: that it multiplies, or does not begin at 0. */
  readonly warning: string | null
}

/**
 * An axis of numbers of people on which all of these can be told apart. It begins at 0 where that leaves them room; where
 * they differ twentyfold it multiplies; where they lie close together it begins near the smallest. The last two are said.
 */
export function valueAxis(
  values: readonly number[],
  { locale, layout }: { readonly locale: Locale; readonly layout: Layout },
): ValueAxis {
  const [min, max] = [Math.min(...values), Math.max(...values)]
  if (min >= 1 && max / min >= TWENTYFOLD) return logAxis(min, max, { locale, layout })
  const about = layout === 'wide' ? 6 : 4
  const printed = (ticks: readonly number[]) => ticks.map((at) => ({ at, text: printNumber(locale, at) }))
  if (min > max / 2) {
    const ticks = ticksFrom(min, max, about)
    const [from = 0, to = 1] = [ticks[0], ticks.at(-1)]
    const warning = from === 0 ? null : say(locale, 'press.axis.cut', { from: printNumber(locale, from) })
    return { domain: [from, to], scale: 'linear', ticks: printed(ticks), warning }
  }
  const ticks = niceTicks(Math.max(max, 1), about)
  return { domain: [0, ticks.at(-1) ?? 1], scale: 'linear', ticks: printed(ticks), warning: null }
}
export const TWENTYFOLD = 20

/** Round numbers around values that lie far from 0. */
function ticksFrom(min: number, max: number, about: number): readonly number[] {
  const [, step = 1] = niceTicks(Math.max(max - min, 1), about)
  const first = Math.floor(min / step) - (min === max ? 1 : 0)
  const last = Math.max(Math.ceil(max / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
}

function logAxis(
  min: number,
  max: number,
  { locale, layout }: { readonly locale: Locale; readonly layout: Layout },
): ValueAxis {
  const steps = stepsBetween(min, max)
  const [from, to] = [steps[0] ?? min, steps.at(-1) ?? max]
  const printed = (numbers: readonly number[]) => numbers.map((at) => ({ at, text: printNumber(locale, at) }))
  const fitting = TICKS_OF_DECADE.map((leads) =>
    printed(steps.filter((step) => leads.some((lead) => isPowerOfTen(step / lead)))),
  ).find(
    (ticks) =>
      ticks.length > 1 &&
      ticks.length <= ticksThatFit(ticks, layout) &&
      haveRoom(ticks, { from, to, layout }),
  )
  const tens = printed(steps.filter((step) => isPowerOfTen(step)))
  return {
    domain: [from, to],
    scale: 'log',
    ticks: fitting ?? tens,
    warning: say(locale, 'press.axis.log', { from: printNumber(locale, from), to: printNumber(locale, to) }),
  }
}
const TICKS_OF_DECADE = [[1, 2, 5], [1, 3], [1]] as const

/** Whether the words of no two neighbours touch. */
function haveRoom(
  ticks: readonly { readonly at: number; readonly text: string }[],
  { from, to, layout }: { readonly from: number; readonly to: number; readonly layout: Layout },
): boolean {
  const placing = { domain: [from, to], scale: 'log', layout } as const
  return ticks.slice(1).every((tick, at) => {
    const before = ticks[at] ?? tick
    const apart = pixelOf(placing, tick.at) - pixelOf(placing, before.at)
    return apart >= (widthOf(tick.text, 12) + widthOf(before.text, 12)) / 2 + 8
  })
}

/** 1, 2, 3 or 5 times powers of ten, from the last at or under `min` to the first at or over `max`. */
function stepsBetween(min: number, max: number): readonly number[] {
  const all = Array.from({ length: 40 }, (_, power) =>
    [1, 2, 3, 5].map((lead) => lead * 10 ** (power - 6)),
  ).flat()
  const first = all.findLastIndex((step) => step <= min)
  const last = all.findIndex((step) => step >= max)
  return all.slice(Math.max(0, first), last === -1 ? undefined : last + 1)
}

function isPowerOfTen(number: number): boolean {
  const power = Math.log10(number)
  return Math.abs(power - Math.round(power)) < 1e-9
}
