import type { ReactNode } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import type { Refusal } from '@corroborate/base'
import { RefusalText } from '../how-many/refusal.tsx'
import inputs from '../styles/ask.module.css'

interface SecretFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** `hidden` shows dots; `lines` takes several lines; a `code` is letters that are read from left to right. */
  readonly look: 'hidden' | 'line' | 'lines' | 'code'
  readonly help?: ReactNode
  readonly fault?: Refusal | undefined
}

/** A field for what must not leave this window: the browser keeps it in no form history, and sends it to no spelling service. */
export function SecretField({ label, value, onChange, look, help, fault }: SecretFieldProps) {
  const written = look === 'line' || look === 'lines' ? { dir: 'auto' } : { dir: 'ltr', lang: 'en' }
  return (
    <TextField
      className={inputs.field ?? ''}
      data-look={look === 'code' ? 'number' : 'wide'}
      type={look === 'hidden' ? 'password' : 'text'}
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      value={value}
      onChange={onChange}
      isInvalid={fault !== undefined}
    >
      <Label>{label}</Label>
      {look === 'lines' ? <TextArea {...written} rows={3} /> : <Input {...written} />}
      {help === undefined ? null : (
        <Text slot="description" className={inputs.help ?? ''}>
          {help}
        </Text>
      )}
      {fault === undefined ? null : (
        <Text slot="errorMessage" className={inputs.fault ?? ''}>
          <RefusalText refusal={fault} />
        </Text>
      )}
    </TextField>
  )
}
