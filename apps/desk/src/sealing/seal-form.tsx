import { useState } from 'react'
import { Button } from 'react-aria-components'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import { SecretField } from './secret-field.tsx'
import { FIELDS, type AtSeal, type KnownValue, type TypedField } from './sealed-values.ts'
import { sendSealed } from './send-sealed.ts'
import { useDoing } from './use-doing.ts'

interface SealFormProps {
  readonly at: AtSeal
  readonly record: string
  readonly values: readonly KnownValue[]
}

/** Seals a name or a contact where it is typed. What is sent is the ciphertext and the signed context; the field is emptied then. */
export function SealForm({ at, record, values }: SealFormProps) {
  const { say } = useTongue()
  const [field, setField] = useState<TypedField>('name')
  const [typed, setTyped] = useState('')
  const { busy, refusal, run } = useDoing()
  const before = values.find((one) => one.field === field)?.value
  const submit = async () => {
    if (before?.ok !== true || typed.trim() === '') return
    const done = await run(() => sendSealed(at, { record, field, value: typed.trim() }, before.value))
    if (done.ok) setTyped('')
  }
  return (
    <AskForm onAsk={submit}>
      <FieldGroup title={say('seal.seal')} note={say('seal.seal.note')}>
        <OneOf
          label={say('seal.seal.what')}
          options={FIELDS.map((id) => ({ id, name: say(`seal.field.${id}`) }))}
          chosen={field}
          choose={setField}
        />
        <SecretField
          label={say(`seal.seal.${field}`)}
          look={field === 'name' ? 'line' : 'lines'}
          value={typed}
          onChange={setTyped}
        />
      </FieldGroup>
      <RefusalNote refusal={refusal} />
      <div className={inputs.end}>
        <Button
          type="submit"
          className="button"
          isDisabled={busy || before?.ok !== true || typed.trim() === ''}
        >
          {say('seal.seal.do')}
        </Button>
      </div>
    </AskForm>
  )
}
