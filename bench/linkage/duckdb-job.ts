import type { LevelModel, LinkageModel, LinkageSettings } from '@corroborate/linkage'
import { weightOf } from '@corroborate/linkage'
import { costOf, inWords } from '../measure.ts'

/** No dependency of ours: neither the compiler nor the check of imports shall look for it. */
const PACKAGE = ['@duckdb', 'node-api'].join('/')

interface DuckDb {
  readonly version: () => string
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{ connect: () => Promise<Connection> }>
  }
}

interface Connection {
  readonly run: (sql: string) => Promise<unknown>
  readonly runAndReadAll: (
    sql: string,
  ) => Promise<{ readonly getRows: () => readonly (readonly unknown[])[] }>
}

export interface SqlAsked {
  readonly settings: LinkageSettings
  readonly model: LinkageModel
}

/**
 * Blocking, comparing and weighing as SQL in DuckDB, from the same file, by the same rules and with the weights that were learned: what SQL has no word for
 * is left out (known names and skeletons, slips in dates, frequencies of values), and so are learning and clusters. Says what it cost, or that DuckDB is not
 * installed.
 */
export async function duckdbJob(file: string, asked: SqlAsked): Promise<string> {
  const duckdb: unknown = await import(PACKAGE).catch(() => null)
  if (!isDuckDb(duckdb)) return `DuckDB beside it: not measured, ${PACKAGE} is not installed`
  const cost = await costOf(async () => {
    const instance = await duckdb.DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    await connection.run('SET threads = 1')
    await connection.run(recordsFrom(file))
    await connection.run(comparedBy(asked.settings))
    await connection.run(keptBy(asked))
    return { pairs: await countOf(connection, 'compared'), kept: await countOf(connection, 'kept') }
  })
  const { pairs, kept } = cost.value
  return `DuckDB ${duckdb.version()} beside it, one thread, without learning and clusters: ${pairs} pairs, ${kept} kept: ${inWords(cost)} of the process, ${(pairs / cost.cpuSeconds / 1e6).toFixed(2)} million pairs a CPU second`
}

function isDuckDb(value: unknown): value is DuckDb {
  return typeof value === 'object' && value !== null && 'DuckDBInstance' in value && 'version' in value
}

async function countOf(connection: Connection, table: string): Promise<number> {
  const [[count] = []] = (await connection.runAndReadAll(`SELECT count(*) FROM ${table}`)).getRows()
  return Number(count)
}

function recordsFrom(file: string): string {
  return `CREATE TABLE records AS
    SELECT row_number() OVER () AS id, given, family, place, born, try_cast(born AS DATE) AS day, left(born, 4) AS born_year,
      left(given, 3) AS given_start, left(family, 3) AS family_start
    FROM read_csv('${file}', header = true, all_varchar = true)`
}

/** How a key of a rule is called among the columns of the records. */
function columnOf({ field, by }: LinkageSettings['blocking'][number]['keys'][number]): string {
  if (by === 'year') return `${field}_year`
  return by === 'first-letters' ? `${field}_start` : field
}

/** One join for each rule, a pair by the first rule that makes it; similarities of the names are reckoned once. */
function comparedBy({ blocking }: LinkageSettings): string {
  const rules = blocking.map(({ keys }) =>
    keys.map((key) => `l.${columnOf(key)} = r.${columnOf(key)}`).join(' AND '),
  )
  const joins = rules.map((rule, at) => {
    const earlier = rules.slice(0, at).map((other) => ` AND NOT coalesce(${other}, false)`)
    return `SELECT l.id AS a, r.id AS b,
      CASE WHEN l.given IS NULL OR r.given IS NULL THEN NULL WHEN l.given = r.given THEN 2 ELSE jaro_winkler_similarity(l.given, r.given) END AS given,
      CASE WHEN l.family IS NULL OR r.family IS NULL THEN NULL WHEN l.family = r.family THEN 2 ELSE jaro_winkler_similarity(l.family, r.family) END AS family,
      CASE WHEN l.place IS NULL OR r.place IS NULL THEN NULL WHEN l.place = r.place THEN 2 ELSE jaro_winkler_similarity(l.place, r.place) END AS place,
      CASE WHEN l.born = r.born THEN -1 ELSE abs(l.day - r.day) END AS days
      FROM records l JOIN records r ON ${rule} AND l.id < r.id${earlier.join('')}`
  })
  return `CREATE TABLE compared AS ${joins.join(' UNION ALL ')}`
}

function keptBy({ settings, model }: SqlAsked): string {
  const levels = new Map(model.comparisons.map((comparison) => [comparison.name, comparison.levels]))
  const name = (field: string) => bySimilarity(field, 0.85, levels.get(field) ?? [])
  const weight = `${weightOf(model.prior)} + ${name('given')} + ${name('family')} + ${bySimilarity('place', 0.9, levels.get('place') ?? [])} + ${byDays(levels.get('born') ?? [])}`
  return `CREATE TABLE kept AS SELECT a, b, ${weight} AS weight FROM compared WHERE ${weight} >= ${weightOf(settings.keepFrom)}`
}

const weightAt = (levels: readonly LevelModel[], level: string) =>
  levels.find((one) => one.level === level)?.weight ?? 0

function bySimilarity(field: string, near: number, levels: readonly LevelModel[]): string {
  return `CASE WHEN ${field} IS NULL THEN 0 WHEN ${field} = 2 THEN ${weightAt(levels, 'same')} WHEN ${field} >= ${near} THEN ${weightAt(levels, 'near')} ELSE ${weightAt(levels, 'else')} END`
}

function byDays(levels: readonly LevelModel[]): string {
  return `CASE WHEN days IS NULL THEN 0 WHEN days = -1 THEN ${weightAt(levels, 'same')} WHEN days <= 31 THEN ${weightAt(levels, 'within-a-month')} WHEN days <= 366 THEN ${weightAt(levels, 'within-a-year')} ELSE ${weightAt(levels, 'else')} END`
}
