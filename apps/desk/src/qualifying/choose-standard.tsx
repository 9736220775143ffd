import { StandardForm } from '../deciding/standard-form.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import type { Cell } from './queries.ts'

/** By which standard an element is judged, and why the findings meet it by that or do not. */
export function ChooseStandard({ cell }: { readonly cell: Cell }) {
  const { say } = useTongue()
  const may = useMay('qualify')
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const place = { element: cell.key, incident: cell.incident }
  return (
    <StandardForm
      key={JSON.stringify(cell.choice)}
      title={say('elements.standard')}
      does={say('elements.standard.do')}
      reasonsLabel={say('elements.reasons')}
      busy={busy}
      refusal={refusal}
      onDecide={async (standard, reasons) => {
        await run('/elements/standards', { ...place, standard, reasons })
      }}
    />
  )
}
