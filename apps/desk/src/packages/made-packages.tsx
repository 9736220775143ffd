import type { PackageMade } from '@corroborate/server/api'
import { isKey } from '@corroborate/words'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MomentText } from '../parts/day.tsx'
import { Code } from '../parts/in-words.tsx'
import styles from '../styles/packages.module.css'
import { PackageScopeSaid } from './package-scope-said.tsx'

/** What was made, for whom, what is in it, and what is withheld and why. */
export function MadePackages({ made }: { readonly made: readonly PackageMade[] }) {
  const { say } = useTongue()
  const columns: readonly Column<PackageMade>[] = [
    {
      name: 'made',
      head: say('desk.packages.made'),
      cell: ({ by, at }) => (
        <>
          <bdi>{by}</bdi> <MomentText time={at} />
        </>
      ),
    },
    {
      name: 'scope',
      head: say('desk.packages.scope'),
      look: 'main',
      cell: (one) => <PackageScopeSaid {...one} />,
    },
    { name: 'given', head: say('desk.packages.given'), cell: ({ given }) => <Counts of={given} /> },
    {
      name: 'withheld',
      head: say('desk.packages.withheld'),
      cell: ({ withheld }) => <Withheld withheld={withheld} />,
    },
    {
      name: 'id',
      head: say('desk.packages.id'),
      cell: (one) => (
        <span className={styles.id}>
          <Code>{one.package}</Code>
        </span>
      ),
    },
  ]
  return (
    <DataTable
      label={say('desk.packages')}
      columns={columns}
      rows={made}
      keyOf={({ sequence }) => sequence}
    />
  )
}

function Counts({ of }: { readonly of: Readonly<Record<string, number>> }) {
  const kinds = Object.entries(of).filter(([, count]) => count > 0)
  return (
    <ul className={styles.counts}>
      {kinds.map(([kind, count]) => (
        <li key={kind}>
          <Counted of="kind" name={kind} count={count} />
        </li>
      ))}
    </ul>
  )
}

/** By reason: that is what a reader asks first, and there are few. */
function Withheld({ withheld }: Pick<PackageMade, 'withheld'>) {
  const { say } = useTongue()
  const reasons = new Map<string, Record<string, number>>()
  for (const [kind, counts] of Object.entries(withheld))
    for (const [reason, count] of Object.entries(counts))
      reasons.set(reason, { ...reasons.get(reason), [kind]: count })
  if (reasons.size === 0) return say('desk.packages.withheld.nothing')
  return (
    <ul className={styles.reasons}>
      {[...reasons].map(([reason, kinds]) => (
        <li key={reason}>
          <Counted
            of="withheld"
            name={reason}
            count={Object.values(kinds).reduce((sum, count) => sum + count, 0)}
          />
          <Counts of={kinds} />
        </li>
      ))}
    </ul>
  )
}

function Counted({
  of,
  name,
  count,
}: {
  readonly of: 'kind' | 'withheld'
  readonly name: string
  readonly count: number
}) {
  const { say } = useTongue()
  const key = `${of}.${name}`
  return say('desk.packages.count', { what: isKey(key) ? say(key) : name, count })
}
