import type { PairBatch } from '../compare/comparer.ts'
import { comparerOf } from '../compare/comparison-data.ts'
import { prepareComparisons, type PreparedComparison } from '../compare/prepare-comparisons.ts'
import { OWN_ROOM } from '../compare/text-pool.ts'
import { powerOfTwo, probabilityOf, weightOf } from '../model/binary-logarithm.ts'
import type { KnownNames } from '../names/known-names.ts'
import { listOfRow, type RecordTable } from '../record-table.ts'
import { calibratedProbability, type Calibration } from '../review/recalibrate.ts'
import { MOST_BY_NAMES } from '../run/bound-names.ts'
import { frequencyBits, type FrequencyBits } from '../run/score-pairs.ts'
import type { LinkageModel, RecordName } from '../scored.ts'
import type { ComparisonSetting, LinkageSettings } from '../settings.ts'
import { columnReader, type ColumnReader, type WordsOfRecord } from './compared-columns.ts'
import {
  addedParts,
  mostOfParts,
  sumOfParts,
  type ComparedColumn,
  type ComparisonExplained,
  type FrequencyExplained,
  type LevelExplained,
  type PairExplanation,
  type Silence,
} from './pair-explanation.ts'
import { verdictOf, type Alternatives } from './what-would-change.ts'

export interface ExplainedRun {
  readonly table: RecordTable
  readonly settings: LinkageSettings
  readonly model: LinkageModel
  /** The names that were known when the table was read. */
  readonly known: KnownNames
  readonly calibration: Calibration | null
}

/** A row of the table, and its words as the list has them. */
export interface RowWithWords {
  readonly row: number
  readonly words: WordsOfRecord
}

export interface AskedPair {
  readonly rows: readonly [RowWithWords, RowWithWords]
  /** The weight that the run gave the pair; null of a pair that it did not keep, whose rivals then are not known and not taken off. */
  readonly scored: number | null
}

/** Explains one pair. For several of a run make one `pairExplainer`, which reads the table once. */
export function explainPair(run: ExplainedRun, pair: AskedPair): PairExplanation {
  return pairExplainer(run)(pair)
}

/**
 * Explains pairs of a run, whether it kept them or not. The pair is compared anew by what the run compares with, so that its level is the run's;
 * its weight is the run's to the last bit, and where a list is clean, what the parts exceed it by is what rivals took. Making it costs about as much as preparing the run, a pair then next to nothing.
 * Throws where the settings do not fit the table or the weight not the model, as those of one run do.
 */
export function pairExplainer(run: ExplainedRun): (pair: AskedPair) => PairExplanation {
  return explainerWith(run, prepareComparisons(run.table, run.settings.comparisons, OWN_ROOM))
}

/** The same with comparisons that are prepared already. */
export function explainerWith(
  run: ExplainedRun,
  prepared: readonly PreparedComparison[],
): (pair: AskedPair) => PairExplanation {
  const { table, settings, model, calibration } = run
  const compared = comparisonsOf(run, prepared)
  const prior = { probability: model.prior, bits: weightOf(model.prior) }
  return ({ rows, scored }) => {
    const [left, right] = rows[0].row <= rows[1].row ? rows : [rows[1], rows[0]]
    const explained = compared.map((one) => one(left, right))
    const comparisons = explained.map(({ comparison }) => comparison)
    const weight = scored ?? sumOfParts({ prior, comparisons, rivals: 0 })
    const taken = takenFrom({ prior, comparisons }, weight)
    const others = explained.map(({ others: of }) => of)
    return {
      left: nameOf(table, left.row),
      right: nameOf(table, right.row),
      ...{ prior, comparisons, ...taken, weight },
      probability: probabilityOf(weight),
      calibrated: calibration && {
        probability: calibratedProbability(calibration, weight),
        reviewed: calibration.reviewed,
      },
      verdict: verdictOf({ prior, comparisons, ...taken, weight }, others, settings.joinFrom),
    }
  }
}

/** Weights that were kept with fewer digits than they had are no sign of another run. */
const ROUNDED = 1e-3

/** What parts the sum of all parts from the weight: the bound on names where the weight stands at it, otherwise rivals. */
function takenFrom(
  parts: Pick<PairExplanation, 'prior' | 'comparisons'>,
  weight: number,
): Pick<PairExplanation, 'rivals' | 'names'> {
  const [sum, most] = [addedParts(parts), mostOfParts(parts)]
  if (weight > Math.min(sum, most) + ROUNDED)
    throw new Error(`a weight of ${weight} is not of this model, which says ${Math.min(sum, most)} at most`)
  const isBounded = sum > most && weight >= most - ROUNDED
  if (isBounded) return { rivals: 0, names: { upTo: MOST_BY_NAMES, bits: sum - weight } }
  return { rivals: Math.max(0, sum - weight), names: null }
}

function nameOf(table: RecordTable, row: number): RecordName {
  const list = table.lists[listOfRow(table, row)]
  if (!list) throw new Error(`no list of row ${row}`)
  return { list: list.code, row: row - list.first + 1 }
}

interface Explained {
  readonly comparison: ComparisonExplained
  readonly others: Alternatives
}

type Explains = (left: RowWithWords, right: RowWithWords) => Explained

function comparisonsOf(
  { table, settings, model, known }: ExplainedRun,
  prepared: readonly PreparedComparison[],
): readonly Explains[] {
  const reader = columnReader(table, settings.fields, known)
  const frequency = frequencyBits(prepared, model)
  return settings.comparisons.map((setting, at) => {
    const comparison = prepared[at]
    const levels = (model.comparisons[at]?.levels ?? []).map(levelExplained)
    if (comparison?.levels.length !== levels.length)
      throw new Error(`the model has no comparison ${setting.name}`)
    return explainsOne({
      setting,
      reader,
      levels,
      digitOf: digitOf(comparison),
      ...countsOf(comparison, frequency[at]),
    })
  })
}

/** The digit of a pair's pattern: 0 says nothing, k is level k - 1. */
function digitOf({ data }: PreparedComparison): (left: number, right: number) => number {
  const comparer = comparerOf(data)
  comparer.makeRoom(2)
  return (left, right) => {
    comparer.gather(Int32Array.of(left, right), 0, 2, 0)
    const batch: PairBatch = {
      ...{ count: 1, left: Int32Array.of(0), right: Int32Array.of(1), patterns: Int32Array.of(0) },
    }
    comparer.compare(batch)
    return batch.patterns[0] ?? 0
  }
}

function levelExplained({
  level,
  m,
  u,
  weight,
  seen,
}: LinkageModel['comparisons'][number]['levels'][number]): LevelExplained {
  return { kind: 'level', level, m, u, bits: weight, times: powerOfTwo(weight), seen }
}

type FrequencyAt = (row: number) => FrequencyExplained | null

/** What agreement on a row's value is worth beyond agreement; null where the row has none or frequency does not count. */
function countsOf(
  { frequency }: PreparedComparison,
  bits: FrequencyBits[number] | undefined,
): { readonly frequencyAt: (u: number) => FrequencyAt } {
  if (!frequency || !bits) return { frequencyAt: () => () => null }
  const of = frequency.counts.reduce((sum, count) => sum + count, 0)
  return {
    frequencyAt: (u) => (row) => {
      const id = frequency.ids[row] ?? -1
      const own = bits.bits[id]
      if (own === undefined) return null
      return { count: frequency.counts[id] ?? 0, of, share: u / powerOfTwo(own), bits: own }
    },
  }
}

function explainsOne(of: {
  readonly setting: ComparisonSetting
  readonly reader: ColumnReader
  readonly levels: readonly LevelExplained[]
  readonly digitOf: (left: number, right: number) => number
  readonly frequencyAt: (u: number) => FrequencyAt
}): Explains {
  const { setting, reader, levels } = of
  const top = levels.at(-1)
  const frequencyAt = of.frequencyAt(top?.u ?? 1)
  return (left, right) => {
    const columns = setting.fields.map((field) => reader.column(field, left, right))
    const level = levels[of.digitOf(left.row, right.row) - 1]
    const answer = level ?? silence(columns)
    // The run reads the value of the earlier row: where two spellings are one name, it may be another than the later row's.
    const frequency = level !== undefined && level === top ? frequencyAt(left.row) : null
    const ifEqual = frequencyAt(left.row) ?? frequencyAt(right.row)
    const others = [null, ...levels].map((other) => ({
      level: other?.level ?? null,
      isOwn: (other ?? null) === (level ?? null),
      bits: other?.bits ?? 0,
      frequency: other !== null && other === top ? (ifEqual?.bits ?? 0) : 0,
    }))
    return { comparison: { name: setting.name, by: setting.by, columns, answer, frequency }, others }
  }
}

function silence(columns: readonly ComparedColumn[]): Silence {
  const says = (side: 'left' | 'right') => columns.some((column) => column[side].value !== null)
  return { kind: 'says-nothing', why: says('left') && says('right') ? 'not-asked' : 'not-said', bits: 0 }
}
