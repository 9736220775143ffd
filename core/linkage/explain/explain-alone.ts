import { prepareComparisons, type PreparedComparison } from '../compare/prepare-comparisons.ts'
import { OWN_ROOM } from '../compare/text-pool.ts'
import { USUAL_NAMES } from '../names/usual-names.ts'
import type { Column, RecordTable } from '../record-table.ts'
import type { Calibration } from '../review/recalibrate.ts'
import type { LinkageModel, RecordName } from '../scored.ts'
import type { ComparisonSetting, LinkageSettings } from '../settings.ts'
import { tableBuilder } from '../table/build-table.ts'
import type { WordsOfRecord } from './compared-columns.ts'
import { explainerWith } from './explain-pair.ts'
import { chainAt, chainName, valuesIn, type HeldValue } from './held-values.ts'
import type { PairExplanation } from './pair-explanation.ts'

/** A record of a run whose table is gone. */
export interface RecordAlone {
  readonly name: RecordName
  /** In the order of the fields of the settings, as the run read them. */
  readonly cells: readonly (string | null)[]
  readonly words: WordsOfRecord
}

/** Two records of a run, the one first that stands first in it. */
export interface PairAlone {
  readonly settings: LinkageSettings
  readonly records: readonly [RecordAlone, RecordAlone]
  /** Whether a list of the run has lam and alef reversed. */
  readonly reversed: boolean
}

/** How often the run holds values. */
export interface HeldInRun {
  /** Rows that say anything in a column. */
  readonly rowsOf: (column: string) => number
  /** Rows that hold a value. */
  readonly holding: (held: HeldValue) => number
}

export interface RunAlone {
  readonly model: LinkageModel
  readonly calibration: Calibration | null
  readonly held: HeldInRun
}

/** Two records ready to be explained by themselves. */
export interface AlonePair {
  /** Values of which the run is asked how often it holds them. */
  readonly asks: readonly HeldValue[]
  /** @param scored the weight that the run gave the pair; null where it kept no such pair */
  readonly explain: (run: RunAlone, scored: number | null) => PairExplanation
}

/**
 * Explains a pair as `explainPair` does, from its two records and what the run kept of itself: settings, model, and how often it holds their values. Costs the same
 * for any length of the lists. Throws as `pairExplainer` does where model and settings are not of one run.
 */
export function pairAlone({ settings, records, reversed }: PairAlone): AlonePair {
  const builder = tableBuilder(settings.fields, { reversed })
  for (const { name, cells } of records) {
    builder.startList({ code: name.list, clean: false })
    builder.append([cells])
  }
  const table = builder.table()
  return {
    asks: valuesIn(table, settings),
    explain: ({ model, calibration, held }, scored) => {
      const asHeld = withCounts(table, held)
      const prepared = prepareComparisons(asHeld, settings.comparisons, OWN_ROOM).map((one, at) =>
        chainAsHeld(one, settings.comparisons[at], { table, held }),
      )
      const explain = explainerWith(
        { table: asHeld, settings, model, known: USUAL_NAMES, calibration },
        prepared,
      )
      const [left, right] = records
      const rows = [
        { row: 0, words: left.words },
        { row: 1, words: right.words },
      ] as const
      return { ...explain({ rows, scored }), left: left.name, right: right.name }
    },
  }
}

/** A table whose values are counted as the run counts them. */
function withCounts(table: RecordTable, held: HeldInRun): RecordTable {
  const columns = [...table.columns].map(([name, column]): readonly [string, Column] => {
    if (column.kind !== 'values') return [name, column]
    const { values, counts } = column
    const now = values.map((value, id) =>
      (counts[id] ?? 0) === 0 ? 0 : held.holding({ column: name, value }),
    )
    return [name, { ...column, counts: withOthers(now, held.rowsOf(name)) }]
  })
  return { ...table, columns: new Map(columns) }
}

function chainAsHeld(
  prepared: PreparedComparison,
  setting: ComparisonSetting | undefined,
  { table, held }: { readonly table: RecordTable; readonly held: HeldInRun },
): PreparedComparison {
  const { frequency } = prepared
  if (frequency === null || setting?.by !== 'patronymic-chain') return prepared
  const column = chainName(setting)
  const now = Array.from(frequency.counts, (_, group) => {
    const value = chainAt(table, setting, frequency.ids.indexOf(group))
    return value === null ? 0 : held.holding({ column, value })
  })
  return { ...prepared, frequency: { ids: frequency.ids, counts: withOthers(now, held.rowsOf(column)) } }
}

/** Counts, and behind them all rows that hold other values, so that the sum is that of the run. */
function withOthers(counts: readonly number[], rows: number): Int32Array {
  return Int32Array.of(...counts, Math.max(0, rows - counts.reduce((sum, count) => sum + count, 0)))
}
