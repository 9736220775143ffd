import type { PatternCounts } from '../model/pattern-counts.ts'
import type { LinkageModel } from '../scored.ts'
import {
  MOST_LISTED,
  WARNING_KINDS,
  type LinkageWarning,
  type LinkageWarnings,
  type ModelFound,
} from './linkage-warning.ts'
import { foundInClusters } from './found-in-clusters.ts'
import { foundInRecords } from './found-in-records.ts'
import type { WarnedRun } from './warned-run.ts'

/** What a run should be held against before it is believed. The same run gives the same warnings, in the same order. */
export function warningsOfRun(run: WarnedRun): LinkageWarnings {
  const found: readonly LinkageWarning[] = [
    ...foundInRecords(run.table, run.settings.fields),
    ...foundInModel(run),
    ...foundInClusters(run),
  ]
  const byKind = WARNING_KINDS.map((kind) => ({ kind, of: found.filter((one) => one.kind === kind) }))
  return {
    listed: byKind.flatMap(({ of }) => of.slice(0, MOST_LISTED)),
    counts: byKind.flatMap(({ kind, of }) => (of.length > 0 ? [{ kind, count: of.length }] : [])),
  }
}

function foundInModel({ settings, model, seen }: WarnedRun): readonly ModelFound[] {
  const { convergence } = model
  const silent = silentShares(model, seen)
  return [
    ...(convergence.kind === 'not-converged' ? [convergence] : []),
    ...settings.comparisons.flatMap(({ name, by, fields }, c): ModelFound[] => {
      // A category that another column decides is silent by intent wherever that agrees.
      const meant = by === 'category' && fields.length > 1
      const share = silent[c] ?? 0
      return share > 0.5 && !meant
        ? [{ kind: 'comparison-mostly-silent', comparison: name, silent: share }]
        : []
    }),
    ...model.comparisons.flatMap(({ name, levels }) =>
      levels.flatMap(({ level, seen: pairs }): ModelFound[] =>
        pairs === 0 ? [{ kind: 'level-never-seen', comparison: name, level }] : [],
      ),
    ),
  ]
}

/** Of the pairs that were looked at, in which share each comparison says nothing. */
function silentShares({ comparisons }: LinkageModel, seen: PatternCounts): readonly number[] {
  const silent = comparisons.map(() => 0)
  let all = 0
  for (let n = 0; n < seen.patterns.length; n++) {
    const count = seen.counts[n] ?? 0
    all += count
    let rest = seen.patterns[n] ?? 0
    for (let c = comparisons.length - 1; c >= 0; c--) {
      const radix = (comparisons[c]?.levels.length ?? 0) + 1
      if (rest % radix === 0) silent[c] = (silent[c] ?? 0) + count
      rest = Math.floor(rest / radix)
    }
  }
  return silent.map((count) => (all === 0 ? 0 : count / all))
}
