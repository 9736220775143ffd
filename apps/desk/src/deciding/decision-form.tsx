import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Refusal } from '@corroborate/base'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import inputs from '../styles/ask.module.css'

interface DecisionFormProps {
  readonly title: string
  readonly note?: string
  /** What the button says. */
  readonly does: string
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly onDecide: () => Promise<void>
  readonly children: ReactNode
}

/** A decision that somebody signs: behind a press, so that a page which is read is not a form. */
export function DecisionForm({ title, note, does, busy, refusal, onDecide, children }: DecisionFormProps) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button className="button" onPress={() => setOpen(true)}>
        {title}
      </Button>
    )
  return (
    <AskForm onAsk={onDecide}>
      <FieldGroup title={title} note={note}>
        {children}
      </FieldGroup>
      <RefusalNote refusal={refusal} />
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={busy}>
          {does}
        </Button>
      </div>
    </AskForm>
  )
}
