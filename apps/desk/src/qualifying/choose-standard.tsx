import { useState } from 'react'
import { STANDARDS_OF_PROOF, type StandardOfProof } from '@corroborate/findings'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { missing, NO_WORDS, wordsOf } from '../how-many/ask/draft.ts'
import { WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import type { Cell } from './queries.ts'

/** By which standard an element is judged, and why the findings meet it by that or do not. */
export function ChooseStandard({ cell }: { readonly cell: Cell }) {
  const { say } = useTongue()
  const may = useMay('qualify')
  const [standard, setStandard] = useState<StandardOfProof | null>(null)
  const [reasons, setReasons] = useState(NO_WORDS)
  const [tried, setTried] = useState(false)
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const why = wordsOf(reasons)
  const decide = async () => {
    setTried(true)
    if (standard === null || why === null) return
    const place = { element: cell.key, incident: cell.incident }
    await run('/elements/standards', { ...place, standard, reasons: why })
  }
  return (
    <DecisionForm
      key={JSON.stringify(cell.choice)}
      title={say('elements.standard')}
      does={say('elements.standard.do')}
      busy={busy}
      refusal={refusal}
      onDecide={decide}
    >
      <OneOf
        label={say('desk.finding.proof')}
        options={STANDARDS_OF_PROOF.map((id) => ({ id, name: say(`proof.${id}`) }))}
        chosen={standard}
        choose={setStandard}
        fault={tried && standard === null ? missing('standard') : undefined}
      />
      <WordsField
        label={say('elements.reasons')}
        lines={2}
        value={reasons}
        onChange={setReasons}
        fault={tried && why === null ? missing('reasons') : undefined}
      />
    </DecisionForm>
  )
}
