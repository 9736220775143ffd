import type { CustodyEvent } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MomentText, WhenText } from '../parts/day.tsx'

/** Who had an exhibit, from its collection on. */
export function CustodyTable({ custody }: { readonly custody: readonly CustodyEvent[] }) {
  const { say } = useTongue()
  const columns: readonly Column<CustodyEvent>[] = [
    {
      name: 'kind',
      head: say('desk.custody.kind'),
      look: 'main',
      cell: ({ kind }) => say(`custody.${kind}`),
    },
    {
      name: 'at',
      head: say('desk.custody.at'),
      cell: ({ at }) => (at.length > 10 ? <MomentText time={at} /> : <WhenText edtf={at} />),
    },
    { name: 'actor', head: say('desk.custody.actor'), cell: ({ actor }) => <bdi>{actor}</bdi> },
    {
      name: 'recipient',
      head: say('desk.custody.recipient'),
      cell: ({ recipient }) => <bdi>{recipient ?? '–'}</bdi>,
    },
    { name: 'place', head: say('desk.custody.place'), cell: ({ place }) => <bdi>{place ?? '–'}</bdi> },
    {
      name: 'reason',
      head: say('desk.custody.reason'),
      cell: ({ reason }) => <bdi dir="auto">{reason}</bdi>,
    },
    {
      name: 'recorded',
      head: say('desk.custody.recorded'),
      cell: ({ recordedBy, recordedAt }) => (
        <>
          <bdi>{recordedBy}</bdi> <MomentText time={recordedAt} />
        </>
      ),
    },
  ]
  return (
    <DataTable label={say('desk.exhibit.custody')} columns={columns} rows={custody} keyOf={({ id }) => id} />
  )
}
