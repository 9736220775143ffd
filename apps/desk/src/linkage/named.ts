import type {
  BlockingRule,
  LinkageModel,
  LinkageSettings,
  LinkageWarning,
  PairExplanation,
} from '@corroborate/linkage'
import type { Args, Key } from '@corroborate/words'
import { columnInWords, comparisonInWords, fieldInWords } from './in-words.ts'

type Say = (key: Key, args?: Args) => string

/** What a comparison is called on a screen, by the name that the run has for it. */
function nameOf(say: Say, { comparisons }: LinkageSettings, name: string): string {
  const setting = comparisons.find((one) => one.name === name)
  return setting === undefined ? name : comparisonInWords(say, setting)
}

/** The model with its comparisons called as on a screen. */
export function modelNamed(say: Say, model: LinkageModel, settings: LinkageSettings): LinkageModel {
  const comparisons = model.comparisons.map((one) => ({ ...one, name: nameOf(say, settings, one.name) }))
  return { ...model, comparisons }
}

/** A rule with its fields called as on a screen. */
export function ruleNamed(say: Say, { keys }: BlockingRule): BlockingRule {
  return { keys: keys.map((key) => ({ ...key, field: columnInWords(say, key.field) })) }
}

/** An explanation with its fields and comparisons called as on a screen. */
export function explanationNamed(
  say: Say,
  explanation: PairExplanation,
  settings: LinkageSettings,
): PairExplanation {
  const { comparisons, verdict } = explanation
  return {
    ...explanation,
    comparisons: comparisons.map((one) => ({
      ...one,
      name: nameOf(say, settings, one.name),
      columns: one.columns.map((column) => ({
        ...column,
        field: fieldInWords(say, column.field),
        column: fieldInWords(say, column.field) + column.column.slice(column.field.length),
      })),
    })),
    verdict: {
      ...verdict,
      changes: verdict.changes.map((one) => ({
        ...one,
        comparison: nameOf(say, settings, one.comparison),
      })),
    },
  }
}

/** A warning with its field or its comparison called as on a screen. */
export function warningNamed(say: Say, warning: LinkageWarning, settings: LinkageSettings): LinkageWarning {
  if ('comparison' in warning) return { ...warning, comparison: nameOf(say, settings, warning.comparison) }
  return 'field' in warning ? { ...warning, field: fieldInWords(say, warning.field) } : warning
}
