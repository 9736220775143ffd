import { ok, refuse, type Outcome } from '@corroborate/base'

/** How a piece of evidence sits with a hypothesis: very inconsistent, inconsistent, neither, consistent, very consistent, or not bearing on it at all. */
export const CONSISTENCIES = ['--', '-', 'N', '+', '++', 'NA'] as const
export type Consistency = (typeof CONSISTENCIES)[number]

/** Hypotheses against evidence, each cell rated by a person; what was not rated is null. */
export interface HypothesesMatrix {
  readonly hypotheses: readonly string[]
  readonly evidence: readonly string[]
  /** A row for each piece of evidence, a cell for each hypothesis. */
  readonly ratings: readonly (readonly (Consistency | null)[])[]
}

export interface HypothesesReading {
  /** Least inconsistent first: evidence disproves, and what fits everything proves nothing. */
  readonly hypotheses: readonly {
    readonly hypothesis: string
    readonly counts: Readonly<Record<Consistency, number>>
    readonly unrated: number
    /** 1 for each inconsistent, 2 for each very inconsistent piece of evidence. */
    readonly inconsistency: number
  }[]
  readonly evidence: readonly {
    readonly evidence: string
    /** Whether it tells hypotheses apart: what sits with all of them alike does not. */
    readonly isDiagnostic: boolean
    /** Whether another hypothesis would be least inconsistent, alone or with others, without it. */
    readonly decides: boolean
  }[]
  /** The least inconsistent; several where they tie. */
  readonly leading: readonly string[]
}

const WEIGHT: Readonly<Record<Consistency, number>> = { '--': 2, '-': 1, N: 0, '+': 0, '++': 0, NA: 0 }

/**
 * Analysis of competing hypotheses: counts of consistency, the least inconsistent first, which evidence tells them apart, and which
 * would change the order. No probability, and no verdict: it orders thought.
 * @returns `not-a-table` when rows and columns do not fit the names
 * @see Heuer, Psychology of Intelligence Analysis, 1999, chapter 8
 */
export function readHypotheses(matrix: HypothesesMatrix): Outcome<HypothesesReading, 'not-a-table'> {
  const { hypotheses, evidence, ratings } = matrix
  if (ratings.length !== evidence.length || ratings.some((row) => row.length !== hypotheses.length))
    return refuse(
      'not-a-table',
      `expected ${evidence.length} rows of ${hypotheses.length} ratings, found ${ratings.map((row) => row.length).join(', ')}`,
    )
  const scores = scoresOf(matrix)
  const leading = leadingOf(scores)
  return ok({
    hypotheses: hypotheses
      .map((hypothesis, at) => ({ hypothesis, ...countsAt(matrix, at), inconsistency: scores[at] ?? 0 }))
      .sort((a, b) => a.inconsistency - b.inconsistency),
    evidence: evidence.map((one, row) => ({
      evidence: one,
      isDiagnostic: new Set((ratings[row] ?? []).filter(isSaid)).size > 1,
      decides: leadingOf(scoresOf(without(matrix, row))).join() !== leading.join(),
    })),
    leading: leading.flatMap((at) => hypotheses[at] ?? []),
  })
}

/** What says nothing of a hypothesis does not tell it from another. */
function isSaid(rating: Consistency | null): boolean {
  return rating !== null && rating !== 'NA'
}

function countsAt({ ratings }: HypothesesMatrix, at: number) {
  const counts = { '--': 0, '-': 0, N: 0, '+': 0, '++': 0, NA: 0 }
  let unrated = 0
  for (const row of ratings) {
    const rating = row[at] ?? null
    if (rating === null) unrated++
    else counts[rating]++
  }
  return { counts, unrated }
}

function scoresOf({ hypotheses, ratings }: HypothesesMatrix): readonly number[] {
  return hypotheses.map((_, at) => ratings.reduce((sum, row) => sum + WEIGHT[row[at] ?? 'N'], 0))
}

function leadingOf(scores: readonly number[]): readonly number[] {
  const least = Math.min(...scores)
  return scores.flatMap((score, at) => (score === least ? [at] : []))
}

function without(matrix: HypothesesMatrix, row: number): HypothesesMatrix {
  return { ...matrix, ratings: matrix.ratings.filter((_, at) => at !== row) }
}
