import type { ReactNode } from 'react'
import { Form } from 'react-aria-components'
import styles from '../../styles/ask.module.css'

interface AskFormProps {
  readonly onAsk: () => Promise<void>
  readonly children: ReactNode
}

/** A form whose faults are said at its fields, by us and not by the browser, and which is sent without leaving the page. */
export function AskForm({ onAsk, children }: AskFormProps) {
  return (
    <Form
      className={styles.form ?? ''}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        void onAsk()
      }}
    >
      {children}
    </Form>
  )
}
