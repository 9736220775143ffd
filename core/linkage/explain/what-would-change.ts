import { weightOf } from '../model/binary-logarithm.ts'
import type { Change, ComparisonExplained, PairExplanation, PairVerdict } from './pair-explanation.ts'
import { sumOfParts } from './pair-explanation.ts'

/** Every answer that a comparison could have given, "says nothing" first; at the highest with the frequency of what one of the two says. */
export type Alternatives = readonly {
  readonly level: string | null
  readonly isOwn: boolean
  readonly bits: number
  readonly frequency: number
}[]

/**
 * On which side of the line a pair is, and which single comparisons would bring it to the other. Each answer is tried in place of the real one, and the
 * sum made anew: what rivals take stays, and so does the bound on names.
 */
export function verdictOf(
  pair: Pick<PairExplanation, 'prior' | 'comparisons' | 'rivals' | 'weight'>,
  others: readonly Alternatives[],
  joinFrom: number,
): PairVerdict {
  const line = weightOf(joinFrom)
  const joins = pair.weight >= line
  const changes = pair.comparisons.flatMap(({ name }, at): Change[] => {
    const answers = (others[at] ?? [])
      .filter(({ isOwn }) => !isOwn)
      .map(({ level, bits, frequency }) => ({ level, weight: weightWith(pair, at, bits, frequency) }))
      .filter(({ weight }) => weight >= line !== joins)
      .toSorted((a, b) => Math.abs(a.weight - line) - Math.abs(b.weight - line))
    return answers.length === 0 ? [] : [{ comparison: name, answers }]
  })
  const distance = ({ answers }: Change) => Math.abs((answers[0]?.weight ?? 0) - line)
  return { joinFrom, line, joins, changes: changes.toSorted((a, b) => distance(a) - distance(b)) }
}

function weightWith(
  pair: Pick<PairExplanation, 'prior' | 'comparisons' | 'rivals'>,
  at: number,
  bits: number,
  frequency: number,
): number {
  const changed = (comparison: ComparisonExplained, n: number) =>
    n === at
      ? { ...comparison, answer: { ...comparison.answer, bits }, frequency: { bits: frequency } }
      : comparison
  return sumOfParts({ ...pair, comparisons: pair.comparisons.map(changed) })
}
