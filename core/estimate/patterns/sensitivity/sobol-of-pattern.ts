import { diceFrom, type ClaimId } from '@corroborate/base'
import type { PeriodRead } from '../read-period.ts'
import type { QuantileFunction } from '../simulation/quantile-function.ts'
import type { PeriodModel } from '../simulation/simulate.ts'
import { sobolIndices, type SobolIndex } from './sobol.ts'

/** How much of the spread of the number goes back to what one claim leaves open. */
export interface InputShare extends SobolIndex {
  readonly claim: ClaimId
  readonly code: string
  readonly part: 'rate' | 'size'
  readonly periods: readonly string[]
}

export interface SobolOfPattern {
  /** By their total share, the largest first. */
  readonly shares: readonly InputShare[]
  readonly sample: number
  /** Of the number of people, when every claim's value is drawn once. */
  readonly variance: number
}

const SAMPLE = 32_768
/** Evaluations × periods: a second's work. */
const MOST_WORK = 200_000_000
const SMALLEST_SAMPLE = 1_024

/**
 * Sobol indices of the number of people. The inputs are what each claim leaves open, drawn once and used in every period that
 * reads it; they are drawn independently of each other.
 * @returns null where nothing varies, or where there are so many periods that a sample would be too small to mean anything
 */
export function sobolOfPattern(
  read: readonly PeriodRead[],
  models: readonly PeriodModel[],
  seed: number,
): SobolOfPattern | null {
  const inputs = inputsOf(read, models)
  const affordable = Math.floor(MOST_WORK / ((inputs.length + 2) * read.length))
  if (inputs.length === 0 || affordable < SMALLEST_SAMPLE) return null
  const terms = models.map((model) => ({
    ...model,
    rateInput: inputs.findIndex(({ part, periods }) => part === 'rate' && periods.includes(model.code)),
    sizeInput: inputs.findIndex(({ part, periods }) => part === 'size' && periods.includes(model.code)),
  }))
  const evaluate = (columns: readonly Float64Array[]) => {
    const size = columns[0]?.length ?? 0
    const people = new Float64Array(size)
    const [often, each] = [new Float64Array(size), new Float64Array(size)]
    for (const { occasions, size: sizes, rateInput, sizeInput } of terms) {
      valuesOf(occasions, columns[rateInput], often)
      valuesOf(sizes, columns[sizeInput], each)
      for (let i = 0; i < size; i++) people[i] = (people[i] ?? 0) + (often[i] ?? 0) * (each[i] ?? 0)
    }
    return people
  }
  const found = sobolIndices(
    { dimensions: inputs.length, evaluate },
    { sample: Math.min(SAMPLE, affordable), dice: diceFrom(seed).fork('sobol') },
  )
  if (found === null) return null
  const shares = inputs.flatMap((input, i): readonly InputShare[] => {
    const index = found.indices[i]
    return index === undefined ? [] : [{ ...input, ...index }]
  })
  return {
    shares: shares.toSorted((a, b) => b.total.value - a.total.value),
    sample: found.sample,
    variance: found.variance,
  }
}

function valuesOf(of: QuantileFunction, column: Float64Array | undefined, into: Float64Array): void {
  if (column === undefined) into.fill(of.range.min)
  else of.through(column, into)
}

type InputNamed = Omit<InputShare, keyof SobolIndex>

function inputsOf(read: readonly PeriodRead[], models: readonly PeriodModel[]): readonly InputNamed[] {
  const inputs = new Map<string, InputNamed>()
  for (const [at, period] of read.entries()) {
    const model = models[at]
    if (model === undefined) continue
    for (const part of ['rate', 'size'] as const) {
      const { range } = part === 'rate' ? model.occasions : model.size
      if (range.min === range.max) continue
      const { id, code } = period.claims[part]
      const key = `${part} ${id}`
      const periods = [...(inputs.get(key)?.periods ?? []), period.code]
      inputs.set(key, { claim: id, code, part, periods })
    }
  }
  return [...inputs.values()]
}
