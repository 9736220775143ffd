import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import inputs from '../styles/ask.module.css'

interface TickProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly isDisabled: boolean
  readonly children: ReactNode
}

/** Something that somebody says by ticking it. */
export function Tick({ on, onChange, isDisabled, children }: TickProps) {
  return (
    <CheckboxField isSelected={on} onChange={onChange} isDisabled={isDisabled}>
      <CheckboxButton className={inputs.radio ?? ''}>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  )
}
