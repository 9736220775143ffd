import { existsSync, readFileSync } from 'node:fs'
import type { Overlap } from '@corroborate/estimate'
import {
  figureOf,
  overlapFrom,
  referenceFor,
  referenceTables,
  type ReferenceEntry,
} from '../../core/estimate/lists/testing/reference-tables.ts'

/** Interval of a package on one case: estimate, lower and upper end. */
export type Triple = readonly [number, number, number]

export interface ConsistencyCase {
  readonly table: string
  readonly reference_list: string
  readonly truth: number
  readonly n_obs: number
  readonly lists: number
  readonly results: Readonly<Record<string, Triple | null>>
}

export interface BaselineRow {
  readonly design: string
  readonly method: string
  readonly reps: number
  readonly cover95: number
  readonly relbias_med: number
  readonly rmse_log: number
  readonly med_width_rel: number
}

interface ReferenceFile {
  readonly tables: Readonly<
    Record<string, { readonly lists: readonly string[]; readonly cells: Readonly<Record<string, number>> }>
  >
  readonly coverage_baseline_own: { readonly results: readonly BaselineRow[] }
  readonly internal_consistency_own: { readonly cases: readonly ConsistencyCase[] }
}

const FILE = new URL('../../../shared/mse/reference.json', import.meta.url)

/** The reference figures, or null where they are not beside this project. */
export function reference(): ReferenceFile | null {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as ReferenceFile) : null
}

export function tableNamed(file: ReferenceFile, name: string): Overlap {
  const table = file.tables[name]
  if (table === undefined) throw new Error(`no table ${name} in the reference`)
  return overlapFrom(table)
}

/** One table, and what one package says of it. */
export interface Call {
  readonly table: string
  readonly overlap: Overlap
  readonly entry: ReferenceEntry
  /** CPU seconds of the package, median. */
  readonly theirs: number
}

/** Every table that a package was tried on, with its CPU seconds; none, and said, where the reference is not beside this project. */
export function callsOf(method: string): readonly Call[] {
  return referenceFor(tables, method).map((call) => ({
    ...call,
    theirs: figureOf(call.entry, 'cpu_s_median'),
  }))
}

const tables = referenceTables(existsSync(FILE) ? readFileSync(FILE, 'utf8') : null)
