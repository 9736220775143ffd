import type { Range } from '@corroborate/base'
import { wholePeople } from '../whole-people.ts'
import type { Input, InputModel } from './study-inputs.ts'

/** One input moved over its range while the others stay. */
export interface Bar {
  readonly input: Input
  /** The people at both ends of its range, all others at their middle; not made whole. */
  readonly moves: Range
  /** The interval that would be left if this one input were known to stand at its middle: what finding it out would buy. */
  readonly ifKnown: Range
}

/** Which claim moves the number most, the widest first. */
export interface Tornado {
  /** The people with every input at its middle: the axis of the picture, and no best value. */
  readonly middle: number
  readonly bounds: Range
  readonly bars: readonly Bar[]
}

export function tornadoOf(model: InputModel): Tornado {
  const { inputs, middles, peopleAt } = model
  const all = (place: number) => inputs.map(() => place)
  const bars = inputs.map((input, i) => ({
    input,
    moves: { min: peopleAt(middles.with(i, 0)), max: peopleAt(middles.with(i, 1)) },
    ifKnown: wholePeople({
      min: peopleAt(all(0).with(i, middles[i] ?? 0)),
      max: peopleAt(all(1).with(i, middles[i] ?? 1)),
    }),
  }))
  return {
    middle: peopleAt(middles),
    bounds: wholePeople({ min: peopleAt(all(0)), max: peopleAt(all(1)) }),
    bars: bars.toSorted((a, b) => width(b.moves) - width(a.moves)),
  }
}

function width({ min, max }: Range): number {
  return max - min
}
