import { useState } from 'react'
import { Button } from 'react-aria-components'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { Field as TextLines, FieldGroup } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import type { Field } from './sealed-values.ts'

interface AskOpeningProps {
  readonly record: string
  /** Those that are sealed; one at least. */
  readonly fields: readonly Field[]
}

/** Asks to open what is sealed, with a reason that everybody in the investigation reads. */
export function AskOpening({ record, fields }: AskOpeningProps) {
  const { say } = useTongue()
  const [chosen, choose] = useState<Field | null>(null)
  const [reason, setReason] = useState('')
  const { busy, refusal, run } = useAct()
  const field = chosen ?? fields[0]
  const submit = async () => {
    if (field === undefined) return
    const asked = await run('/openings', { record, field, reason })
    if (asked.ok) setReason('')
  }
  return (
    <AskForm onAsk={submit}>
      <FieldGroup title={say('seal.ask')} note={say('seal.ask.note')}>
        <OneOf
          label={say('seal.ask.what')}
          options={fields.map((id) => ({ id, name: say(`seal.field.${id}`) }))}
          chosen={field ?? null}
          choose={choose}
        />
        <TextLines label={say('seal.ask.reason')} lines={2} value={reason} onChange={setReason} />
      </FieldGroup>
      <RefusalNote refusal={refusal} />
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={busy || reason.trim() === ''}>
          {say('seal.ask.do')}
        </Button>
      </div>
    </AskForm>
  )
}
