import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { CONCEALED, isAllowed, PURPOSES, RECIPIENTS, type Purpose } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/consent.module.css'
import { allowing, concealing, type DraftConsent } from './draft-consent.ts'

interface QuestionsProps {
  readonly draft: DraftConsent
  readonly change: (part: Partial<DraftConsent>) => void
}

/** One question for each purpose, to be read to the witness as it stands: who may, each with a tick of their own. Nothing is ticked beforehand. */
export function Questions({ draft, change }: QuestionsProps) {
  const { say } = useTongue()
  return (
    <>
      {PURPOSES.map((purpose) => (
        <PurposeQuestion key={purpose} {...{ purpose, draft, change }} />
      ))}
      <Question title={say('consent.ask.conceal')} note={say('consent.ask.conceal.note')}>
        {CONCEALED.map((what) => (
          <BigTick
            key={what}
            on={draft.conceal.includes(what)}
            onChange={(on) => change(concealing(draft, what, on))}
          >
            {say(`consent.conceal.${what}`)}
          </BigTick>
        ))}
      </Question>
    </>
  )
}

function PurposeQuestion({ purpose, draft, change }: QuestionsProps & { readonly purpose: Purpose }) {
  const { say } = useTongue()
  return (
    <Question title={say(`consent.ask.${purpose}`)} note={say(`consent.ask.${purpose}.note`)}>
      {RECIPIENTS.map((recipient) => (
        <BigTick
          key={recipient}
          on={isAllowed(draft.allows, { purpose, recipient })}
          onChange={(on) => change(allowing(draft, { purpose, recipient }, on))}
        >
          <strong>{say(`consent.who.${recipient}`)}</strong>{' '}
          <span className={styles.who}>{say(`consent.who.${recipient}.note`)}</span>
        </BigTick>
      ))}
    </Question>
  )
}

function Question(props: { readonly title: string; readonly note: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.question}>
      <legend>{props.title}</legend>
      <p>{props.note}</p>
      <div className={styles.ticks}>{props.children}</div>
    </fieldset>
  )
}

interface BigTickProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ReactNode
}

function BigTick({ on, onChange, children }: BigTickProps) {
  return (
    <CheckboxField isSelected={on} onChange={onChange} className={styles.tick ?? ''}>
      <CheckboxButton className={inputs.radio ?? ''}>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  )
}
