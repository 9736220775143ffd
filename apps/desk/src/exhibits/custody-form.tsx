import { useState } from 'react'
import { Button } from 'react-aria-components'
import { CUSTODY_KINDS, type CustodyKind } from '@corroborate/testimony'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import inputs from '../styles/ask.module.css'
import { emptyNull } from './empty-null.ts'

const EMPTY = { actor: '', recipient: '', at: '', place: '', reason: '' }

/** Writes down what was done with an exhibit. What cannot be is refused at the door, and stays as it was typed. */
export function CustodyForm({ exhibit }: { readonly exhibit: string }) {
  const { say } = useTongue()
  const [kind, setKind] = useState<CustodyKind>('transferred')
  const [typed, setTyped] = useState(EMPTY)
  const acting = useAct()
  const field = (name: keyof typeof EMPTY, look: 'wide' | 'short' = 'wide') => ({
    ...{ label: say(`desk.custody.${name}`), value: typed[name], look },
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  })
  const record = async () => {
    const { actor, recipient, at, place, reason } = typed
    const said = { actor, at: at.trim(), reason, recipient: emptyNull(recipient), place: emptyNull(place) }
    const recorded = await acting.run(`/exhibits/${exhibit}/custody`, { file: null, kind, ...said })
    if (recorded.ok) setTyped(EMPTY)
  }
  return (
    <AskForm onAsk={record}>
      <FieldGroup title={say('desk.custody.record')}>
        <Choice
          label={say('desk.custody.kind')}
          options={CUSTODY_KINDS.map((id) => ({ id, name: say(`custody.${id}`) }))}
          chosen={kind}
          choose={(chosen) => setKind(CUSTODY_KINDS.find((one) => one === chosen) ?? kind)}
        />
        <Field {...field('actor')} />
        <Field {...field('recipient')} />
        <Field {...field('at', 'short')} help={say('desk.custody.at.help')} />
        <Field {...field('place')} />
        <Field {...field('reason')} />
        <RefusalNote refusal={acting.refusal} />
        <div className={inputs.end}>
          <Button type="submit" className="button" isDisabled={acting.busy}>
            {say('desk.custody.record')}
          </Button>
        </div>
      </FieldGroup>
    </AskForm>
  )
}
