import { Button } from 'react-aria-components'
import type { FindingView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/matter.module.css'
import { Origins } from './corroboration.tsx'
import { BasisText, PassageLinks } from './claim-table.tsx'
import { GroupedTable, type Column } from './data-table.tsx'
import { Code, InWords } from './in-words.tsx'
import { ClaimLink, SourceLink } from './links.tsx'
import { WithoutThem } from './without-them.tsx'

type Row = FindingView['matrix'][number]['rows'][number]
type Cell = Row['cells'][number]

interface MatrixProps {
  readonly matrix: FindingView['matrix']
  /** Sources that are not believed for the moment. */
  readonly aside: readonly string[]
  readonly setAside: (sources: readonly string[]) => void
}

/**
 * The corroboration matrix: sources, those of the same origins together because they count once, and what each says for and against.
 * A source can be set aside to see what would move; nothing is changed by it.
 */
export function Matrix({ matrix, aside, setAside }: MatrixProps) {
  const { say } = useTongue()
  const turn = (source: string) =>
    setAside(aside.includes(source) ? aside.filter((one) => one !== source) : [...aside, source])
  const codes = new Map(matrix.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).map(codeOf))
  const columns: readonly Column<Row>[] = [
    {
      name: 'source',
      head: say('desk.claim.source'),
      look: 'tight',
      cell: ({ source }) => (
        <>
          <SourceLink source={source} />{' '}
          <Button
            className="button"
            aria-pressed={aside.includes(source.id)}
            aria-label={say('work.without.one', { source: source.code })}
            onPress={() => turn(source.id)}
          >
            {say('work.without')}
          </Button>
        </>
      ),
    },
    { name: 'for', head: say('work.matrix.for'), look: 'main', cell: sideOf('for', codes) },
    { name: 'against', head: say('work.matrix.against'), look: 'main', cell: sideOf('against', codes) },
  ]
  return (
    <>
      <GroupedTable
        label={say('work.matrix')}
        columns={columns}
        groups={matrix.map(({ origins, rows }) => ({
          key: origins.map(({ id }) => id).join(),
          head: <Origins origins={origins} />,
          rows,
        }))}
        keyOf={({ source }) => source.id}
      />
      <WithoutThem sources={aside} onBelieve={() => setAside([])} />
    </>
  )
}

function codeOf({ claim, row }: Cell) {
  return [claim, row.code] as const
}

type Codes = ReadonlyMap<Cell['claim'], string>

function sideOf(side: Cell['side'], codes: Codes) {
  return function saidBy({ cells }: Row) {
    const found = cells.filter((cell) => cell.side === side)
    return found.map((cell) => <Said key={cell.claim} cell={cell} codes={codes} />)
  }
}

/** One claim of the matrix: how near its speaker was, whether it counts, and what in this finding it cannot be true beside. */
function Said({ cell, codes }: { readonly cell: Cell; readonly codes: Codes }) {
  const { say } = useTongue()
  const { row, counts, dismissed, contradictions } = cell
  return (
    <div className={styles.assertion}>
      <p>
        <ClaimLink id={row.id}>
          <Code>{row.code}</Code>
        </ClaimLink>{' '}
        <BasisText basis={row.basis} />{' '}
        {counts ? null : <span className={styles.mark}>{say('work.matrix.uncounted')}</span>}
      </p>
      <p>
        <InWords words={row.proposition} />
      </p>
      <PassageLinks claim={row} />
      {contradictions.map(({ first, second, about }) => (
        <p key={`${first} ${second} ${about}`} className={styles.against}>
          {say('work.matrix.contradicts', { code: codes.get(first === cell.claim ? second : first) ?? '' })}
        </p>
      ))}
      {dismissed === null ? null : (
        <p className={styles.quiet}>
          {say('work.matrix.dismissed')} <q dir="auto">{dismissed}</q>
        </p>
      )}
    </div>
  )
}
