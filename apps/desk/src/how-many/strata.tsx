import type { ListStudy, StratumStudied } from '@corroborate/estimate'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Num } from '../parts/numbers.tsx'
import { Section } from '../parts/page.tsx'
import { Cautions, VerdictSentence } from './verdict.tsx'

/** Each stratum with what it carries by itself, and the same table undivided. */
export function Strata({ study }: { readonly study: ListStudy }) {
  const { say } = useTongue()
  const columns: readonly Column<StratumStudied>[] = [
    { name: 'stratum', head: say('desk.stratum'), look: 'main', cell: ({ name }) => <bdi>{name}</bdi> },
    {
      name: 'observed',
      head: say('desk.verdict.documented'),
      look: 'number',
      cell: ({ overlap }) => <Num value={overlap.observed} />,
    },
    {
      name: 'verdict',
      head: say('desk.verdict'),
      cell: ({ verdict }) => (
        <strong>
          <VerdictSentence verdict={verdict} />
        </strong>
      ),
    },
    {
      name: 'reasons',
      head: say('desk.verdict.because'),
      cell: ({ verdict }) => <Cautions cautions={verdict.reasons} />,
    },
  ]
  const whole: StratumStudied = {
    ...{ name: say('desk.stratum.undivided'), overlap: study.overlap },
    ...{ methods: study.methods, verdict: study.undivided },
  }
  return (
    <Section title={say('desk.strata')} note={say('desk.strata.note')}>
      <DataTable
        label={say('desk.strata')}
        columns={columns}
        rows={[...study.strata, whole]}
        keyOf={({ name }) => name}
      />
    </Section>
  )
}
