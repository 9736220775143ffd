import { useState, type ReactNode } from 'react'
import type { Refusal } from '@corroborate/base'
import { Field } from '../how-many/ask/fields.tsx'
import { DecisionForm } from './decision-form.tsx'

interface ReasonFormProps {
  readonly title: string
  readonly note?: string
  /** What the button says. */
  readonly does: string
  /** What is asked to be written. */
  readonly label: string
  readonly help?: string
  /** Said where nothing was written; absent where nothing has to be. */
  readonly lacks?: Refusal | undefined
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly onDecide: (reason: string) => Promise<unknown>
  /** What is decided on, above the reason. */
  readonly children?: ReactNode
}

/** A decision with its reason, in one language: it is read by the team alone. */
export function ReasonForm({ label, help, lacks, onDecide, children, ...form }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const given = reason.trim()
  const fault = given === '' ? lacks : undefined
  const decide = async () => {
    setTried(true)
    if (fault === undefined) await onDecide(given)
  }
  return (
    <DecisionForm {...form} onDecide={decide}>
      {children}
      <Field
        {...{ label, help }}
        lines={2}
        value={reason}
        onChange={setReason}
        fault={tried ? fault : undefined}
      />
    </DecisionForm>
  )
}
