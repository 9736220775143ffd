import { useState } from 'react'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { missing, NO_WORDS, wordsOf } from '../how-many/ask/draft.ts'
import { WordsField } from '../how-many/ask/fields.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'

/** Names an event for which the elements are proved apart from every other. */
export function NameIncident() {
  const { say } = useTongue()
  const may = useMay('qualify')
  const [name, setName] = useState(NO_WORDS)
  const [tried, setTried] = useState(false)
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const called = wordsOf(name)
  const decide = async () => {
    setTried(true)
    if (called !== null) await run('/elements/incidents', { name: called })
  }
  return (
    <DecisionForm
      title={say('elements.incident.new')}
      note={say('elements.incident.note')}
      does={say('work.new.make')}
      busy={busy}
      refusal={refusal}
      onDecide={decide}
    >
      <WordsField
        label={say('work.new.name')}
        look="short"
        value={name}
        onChange={setName}
        fault={tried && called === null ? missing('incident') : undefined}
      />
    </DecisionForm>
  )
}
