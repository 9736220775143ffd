import { ok, refuse, type Outcome } from './outcome.ts'

/** How far two people agree beyond what chance would give them. */
export interface Kappa {
  /** Things that both judged. */
  readonly judged: number
  readonly agreed: number
  /** 1 when they always agree, 0 when as often as chance. */
  readonly kappa: number
  /** Two standard errors to either side, within -1 and 1. */
  readonly interval: readonly [number, number]
}

/**
 * Cohen's kappa of a square table, with its large-sample standard error.
 * @param table how often the first said the row and the second the column
 * @returns `nothing-in-common` for an empty table; `nothing-to-agree-on` when both said one and the same thing of everything, so
 *   that chance would agree as well
 * @see Cohen 1960; Fleiss, Cohen and Everitt 1969, formula 13
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
): Outcome<Kappa, 'nothing-in-common' | 'nothing-to-agree-on'> {
  const judged = table.flat().reduce((sum, count) => sum + count, 0)
  if (judged === 0) return refuse('nothing-in-common', 'they have judged nothing both')
  const shares = table.map((row) => row.map((count) => count / judged))
  const { observed, expected } = agreementIn(shares)
  if (expected > 1 - 1e-12)
    return refuse('nothing-to-agree-on', `they said the same of all ${judged}; chance would agree as well`)
  const kappa = (observed - expected) / (1 - expected)
  const error = 2 * standardError(shares, { observed, expected, judged })
  return ok({
    ...{ judged, agreed: Math.round(observed * judged), kappa },
    interval: [Math.max(-1, kappa - error), Math.min(1, kappa + error)],
  })
}

function margins(shares: readonly (readonly number[])[]) {
  const rows = shares.map((row) => row.reduce((sum, share) => sum + share, 0))
  const columns = shares.map((_, at) => shares.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  return { rows, columns }
}

function agreementIn(shares: readonly (readonly number[])[]) {
  const { rows, columns } = margins(shares)
  const observed = shares.reduce((sum, row, at) => sum + (row[at] ?? 0), 0)
  const expected = rows.reduce((sum, share, at) => sum + share * (columns[at] ?? 0), 0)
  return { observed, expected }
}

function standardError(
  shares: readonly (readonly number[])[],
  { observed, expected, judged }: { observed: number; expected: number; judged: number },
): number {
  const { rows, columns } = margins(shares)
  let agreed = 0
  let apart = 0
  for (const [i, row] of shares.entries())
    for (const [j, share] of row.entries()) {
      const both = (columns[i] ?? 0) + (rows[j] ?? 0)
      const term = 1 - expected - both * (1 - observed)
      if (i === j) agreed += share * term * term
      else apart += share * both * both
    }
  const lost = observed * expected - 2 * expected + observed
  const variance = agreed + (1 - observed) * (1 - observed) * apart - lost * lost
  return Math.sqrt(Math.max(0, variance) / judged) / ((1 - expected) * (1 - expected))
}
