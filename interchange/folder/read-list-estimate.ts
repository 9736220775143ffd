import type { Cell, ListRequest, OverlapRequest, StratumSource } from '@corroborate/estimate'
import type { PersonList } from '@corroborate/report'
import type { z } from 'zod'
import { quoted } from './mistake.ts'
import { idOf, refer, wrong, type Located, type Reading } from './reading.ts'
import type { listEstimateShape } from './record-shapes.ts'
import type { Path } from './yaml-file.ts'

type Raw = z.infer<typeof listEstimateShape>

/** A question "how many" that is asked of lists: of the investigation's own (`lists`), or of a table of counts (`table`). */
export function listEstimateFrom(
  reading: Reading,
  found: Located<Raw>,
  lists: readonly PersonList[],
): ListRequest | null {
  const { value } = found
  const [firstAssumption, ...assumptions] = value.assumptions
  const overlap = overlapFrom(reading, found, lists)
  // The shape asks for one of each at least.
  if (firstAssumption === undefined || overlap === null) return null
  const { code, question, unit, rounding, seed } = value
  return {
    ...{ id: idOf(reading, 'estimate', code), code, question, unit, overlap },
    rounding: rounding === 'none' ? { kind: 'none' } : { kind: 'down-to', unit: rounding['down-to'] },
    assumptions: [firstAssumption, ...assumptions],
    seed,
  }
}

function overlapFrom(
  reading: Reading,
  { value, placeOf }: Located<Raw>,
  lists: readonly PersonList[],
): OverlapRequest | null {
  if (value.lists !== undefined)
    return linkedFrom(reading, { value: value.lists, placeOf: (path) => placeOf(['lists', ...path]) }, lists)
  if (value.table === undefined) return null
  return tableFrom(reading, { value: value.table, placeOf: (path) => placeOf(['table', ...path]) })
}

function linkedFrom(
  reading: Reading,
  { value, placeOf }: Located<NonNullable<Raw['lists']>>,
  lists: readonly PersonList[],
): OverlapRequest {
  const list = (code: string, path: Path) => refer(reading, 'list', { code, place: () => placeOf(path) })
  onceEach(reading, value.of, { placeOf: (at) => placeOf(['of', at]), what: 'list' })
  const strata = (value.strata ?? []).map(({ name, columns }, at): StratumSource => ({
    name,
    columns: Object.entries(columns).map(([code, column]) => {
      const path = ['strata', at, 'columns', code]
      const known = lists.find((one) => one.code === code)
      if (!value.of.includes(code))
        wrong(reading, placeOf(path), {
          expected: `one of the lists compared: ${value.of.join(', ')}`,
          found: quoted(code),
        })
      else if (known !== undefined && known.columns.length > 0 && !known.columns.includes(column))
        wrong(reading, placeOf(path), {
          expected: `a column of list ${code}: ${known.columns.join(', ')}`,
          found: quoted(column),
        })
      return { list: idOf(reading, 'list', code), column }
    }),
  }))
  return {
    kind: 'linked',
    linkage: refer(reading, 'linkage', { code: value.linkage, place: () => placeOf(['linkage']) }),
    lists: value.of.map((code, at) => list(code, ['of', at])),
    strata,
  }
}

function tableFrom(reading: Reading, { value, placeOf }: Located<NonNullable<Raw['table']>>): OverlapRequest {
  const { lists, source, cells, strata } = value
  onceEach(reading, lists, { placeOf: (at) => placeOf(['lists', at]), what: 'list' })
  const cellsFrom = (counts: Readonly<Record<string, number>>, path: Path) =>
    Object.entries(counts).flatMap(([pattern, count]): readonly Cell[] => {
      const mask = maskOf(pattern, lists.length)
      if (mask !== null) return [{ mask, count }]
      wrong(reading, placeOf([...path, pattern]), {
        expected: `${lists.length} signs 0 or 1, one for each list, with a 1 at least`,
        found: quoted(pattern),
      })
      return []
    })
  return {
    ...{ kind: 'table', lists, source },
    strata:
      cells === undefined
        ? Object.entries(strata ?? {}).map(([name, counts]) => ({
            name,
            cells: cellsFrom(counts, ['strata', name]),
          }))
        : [{ name: 'all', cells: cellsFrom(cells, ['cells']) }],
  }
}

/** "1101" with four lists as the bits of the lists that have a 1; null when it is none, or is nobody's membership. */
export function maskOf(pattern: string, lists: number): number | null {
  if (pattern.length !== lists || !/^[01]*1[01]*$/.test(pattern)) return null
  return Array.from(pattern).reduce((mask, sign, at) => (sign === '1' ? mask | (1 << at) : mask), 0)
}

/** The other way round. */
export function patternOf(mask: number, lists: number): string {
  return Array.from({ length: lists }, (_, at) => String((mask >> at) & 1)).join('')
}

function onceEach(
  reading: Reading,
  codes: readonly string[],
  {
    placeOf,
    what,
  }: { readonly placeOf: (at: number) => ReturnType<Located<unknown>['placeOf']>; readonly what: string },
): void {
  for (const [at, code] of codes.entries())
    if (codes.indexOf(code) !== at)
      wrong(reading, placeOf(at), { expected: `each ${what} once`, found: `${quoted(code)} a second time` })
}
