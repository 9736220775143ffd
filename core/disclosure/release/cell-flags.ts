import { besideEarlier } from '../cells/beside-earlier.ts'
import { cellsAtRisk, type CellRule } from '../cells/cells-at-risk.ts'
import type { CountTable } from '../cells/count-table.ts'
import type { Flag } from './flag.ts'
import type { OutputPlace, TableShown } from './release-output.ts'

/** The tables that an earlier edition showed. */
export interface EarlierEdition {
  readonly edition: string
  readonly tables: readonly Pick<TableShown, 'named' | 'table'>[]
}

/** Counts of few people, those that follow from others, and those that follow from this edition and an earlier one together. */
export function cellFlags(
  tables: readonly TableShown[],
  held: { readonly rule: CellRule; readonly earlier: readonly EarlierEdition[] },
): readonly Flag[] {
  return tables.flatMap(({ place, named, table }) => [
    ...flagsOf(table, { place, rule: held.rule }),
    ...held.earlier.flatMap(({ edition, tables: shown }) =>
      shown
        .filter((one) => one.named === named)
        .flatMap((one) => againstEarlier(table, one.table, { place, edition, rule: held.rule })),
    ),
  ])
}

interface At {
  readonly place: OutputPlace
  readonly rule: CellRule
}

function flagsOf(table: CountTable, { place, rule }: At): readonly Flag[] {
  const risk = cellsAtRisk(table, rule)
  if (!risk.ok) return [{ kind: 'sums-differ', place, args: { detail: risk.detail } }]
  const { small, derivable } = risk.value
  return [
    ...small.map(({ key, count }): Flag => ({ kind: 'small-cell', place, args: { cell: key, count } })),
    ...derivable.map(({ key, min, max }): Flag => ({
      kind: 'derivable-cell',
      place,
      args: { cell: key, min, max: max ?? min },
    })),
  ]
}

/** What the table gives away alone was flagged; here only what the earlier one adds. */
function againstEarlier(
  now: CountTable,
  then: CountTable,
  { place, rule, edition }: At & { readonly edition: string },
): readonly Flag[] {
  const risk = cellsAtRisk(besideEarlier(now, then), rule)
  // Each of the two adds up or was flagged; together they can fail to where withheld people were taken away.
  if (!risk.ok) return [{ kind: 'sums-differ', place, args: { detail: risk.detail } }]
  const alone = cellsAtRisk(now, rule)
  const known = new Set(alone.ok ? alone.value.derivable.map(({ key }) => `now: ${key}`) : [])
  return [
    ...risk.value.small
      .filter(({ key }) => key.startsWith('added: '))
      .map(({ key, count }): Flag => ({
        kind: 'small-change',
        place,
        args: { cell: bare(key), count: Math.abs(count), edition },
      })),
    ...risk.value.derivable
      .filter(({ key }) => key.startsWith('now: ') && !known.has(key))
      .map(({ key, min, max }): Flag => ({
        kind: 'derivable-from-earlier',
        place,
        args: { cell: bare(key), min, max: max ?? min, edition },
      })),
  ]
}

function bare(key: string): string {
  return key.slice(key.indexOf(': ') + 2)
}
