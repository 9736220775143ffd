import { ok, printNumber, printRange, refuse, type Locale, type Words } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Read } from '../refusal.ts'
import type { Input, InputModel } from './study-inputs.ts'
import type { Threshold } from './threshold.ts'

/** What one would have to believe for the number to come out on that side. */
export interface BreakEven {
  readonly threshold: Threshold
  /** Each input alone, all others at their middle. */
  readonly alone: readonly Belief[]
  /**
   * All inputs at once, at the same place of their ranges (0: the end with the fewest people, 1: the most): to be under, below that
   * place; to be over, above it. Null when no place does it, or every one.
   */
  readonly together: { readonly place: number | null; readonly does: 'part' | 'every-value' | 'no-value' }
  readonly words: Words
}

/** The value at which the number crosses; only beyond it, towards fewer or more people, is it on the side that was asked for. */
export type Belief =
  | { readonly input: Input; readonly does: 'part'; readonly value: number; readonly words: Words }
  | {
      readonly input: Input
      readonly does: 'every-value' | 'no-value'
      readonly value: null
      readonly words: Words
    }

/** @returns refused when the figure is no number of people */
export function breakEvenOf(model: InputModel, threshold: Threshold): Read<BreakEven> {
  const { people } = threshold
  if (!Number.isFinite(people) || people <= 0)
    return refuse(
      'threshold-unusable',
      `A number of people above 0 is needed to compare with, found ${String(people)}.`,
    )
  const { inputs, middles, peopleAt } = model
  const together = crossing(threshold, (place) => peopleAt(inputs.map(() => place)))
  return ok({
    threshold,
    alone: inputs.map((input, i) =>
      beliefIn(
        model,
        { input, threshold },
        crossing(threshold, (place) => peopleAt(middles.with(i, place))),
      ),
    ),
    together,
    words: wordsOfTogether(threshold, together),
  })
}

interface Crossing {
  readonly does: 'part' | 'every-value' | 'no-value'
  readonly place: number | null
}

/** Where a number that never falls crosses the figure. It may leap there: an occasion more or less. */
function crossing({ side, people }: Threshold, peopleAt: (place: number) => number): Crossing {
  const holds = (place: number) => (side === 'under' ? peopleAt(place) < people : peopleAt(place) > people)
  const [least, most] = [holds(0), holds(1)]
  if (least && most) return { does: 'every-value', place: null }
  if (!least && !most) return { does: 'no-value', place: null }
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (holds(middle) === least) low = middle
    else high = middle
  }
  return { does: 'part', place: high }
}

function beliefIn(
  model: InputModel,
  { input, threshold }: { readonly input: Input; readonly threshold: Threshold },
  { does, place }: Crossing,
): Belief {
  if (does !== 'part' || place === null)
    return {
      ...{ input, does: does === 'no-value' ? 'no-value' : 'every-value', value: null },
      words: inBoth((locale) =>
        say(locale, `estimate.break-even.${does === 'no-value' ? 'no-value' : 'every-value'}`, {
          ...argsOf(locale, input, threshold),
        }),
      ),
    }
  const value = model.valueAt(input, place)
  // Fewer people: a smaller size, a smaller rate, but a longer interval.
  const beyond = (threshold.side === 'under') === (input.unit === 'days-between') ? 'above' : 'below'
  return {
    ...{ input, does, value },
    words: inBoth((locale) =>
      say(locale, 'estimate.break-even.part', {
        ...argsOf(locale, input, threshold),
        beyond,
        value: printNumber(locale, rounded(value)),
      }),
    ),
  }
}

function argsOf(locale: Locale, input: Input, { side, people }: Threshold) {
  return {
    side,
    people: printNumber(locale, people),
    claim: input.code,
    unit: selector(input.unit),
    range: printRange(locale, { min: rounded(input.range.min), max: rounded(input.range.max) }),
  }
}

function wordsOfTogether({ side, people }: Threshold, { does, place }: Crossing): Words {
  return inBoth((locale) =>
    say(locale, 'estimate.break-even.together', {
      side,
      does: selector(does),
      people: printNumber(locale, people),
      percent: printNumber(locale, Math.round((place ?? 0) * 100)),
    }),
  )
}

function inBoth(text: (locale: Locale) => string): Words {
  return { en: text('en'), ar: text('ar') }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** A selector of a message has no hyphens. */
function selector(code: string): string {
  return code.replaceAll('-', '_')
}
