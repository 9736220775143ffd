import { useState } from 'react'
import { Button, CheckboxButton, CheckboxField } from 'react-aria-components'
import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/texts.module.css'
import type { Suspected } from './decisions.ts'
import type { Batch } from './use-batch.ts'

const SHOWN = 40

/** Words that may give somebody away: names that are given here, and what has the form of one. Each is replaced, or stays, as a person says. */
export function NamesToProtect({ batch }: { readonly batch: Batch }) {
  const { say } = useTongue()
  const { naming, look, looking, sending } = batch
  const { written, write, suspected, looked } = naming
  const [shown, show] = useState(SHOWN)
  return (
    <FieldGroup
      title={say('desk.texts.names')}
      note={say('desk.texts.names.note')}
      fault={sending.tried && !looked ? missing('look') : undefined}
    >
      <Field
        label={say('desk.texts.names.written')}
        help={say('desk.texts.names.written.help')}
        lines={3}
        value={written}
        onChange={write}
      />
      <Button className="button" isDisabled={looking} onPress={() => void look()}>
        {say(looking ? 'desk.texts.names.looking' : 'desk.texts.names.look')}
      </Button>
      {looked ? <p role="status">{say('desk.texts.names.found', { found: suspected.length })}</p> : null}
      {suspected.length === 0 ? null : (
        <ul className={styles.suspected} aria-label={say('desk.texts.names')}>
          {suspected.slice(0, shown).map((one) => (
            <SuspectedWords key={one.exact} one={one} batch={batch} />
          ))}
        </ul>
      )}
      {suspected.length > shown ? (
        <Button className="button" onPress={() => show(shown + SHOWN)}>
          {say('desk.more')}
        </Button>
      ) : null}
    </FieldGroup>
  )
}

function SuspectedWords({ one, batch }: { readonly one: Suspected; readonly batch: Batch }) {
  const { say } = useTongue()
  const { decisions, decide } = batch.naming
  const decision = decisions.get(one.exact)
  if (decision === undefined) return null
  return (
    <li>
      <CheckboxField
        isSelected={decision.replaced}
        onChange={(replaced) => decide(one, { ...decision, replaced })}
      >
        <CheckboxButton className={inputs.radio ?? ''}>
          <span>
            <bdi>{one.exact}</bdi>{' '}
            <span className={styles.kinds}>
              {say(`desk.texts.suspected.${one.kind}`)} · {say('desk.texts.times', { times: one.times })}
            </span>
          </span>
        </CheckboxButton>
      </CheckboxField>
      {decision.replaced ? (
        <Field
          label={say('desk.texts.token', { words: one.exact })}
          look="number"
          language="en"
          value={decision.token}
          onChange={(token) => decide(one, { ...decision, token: token.trim() })}
        />
      ) : null}
    </li>
  )
}

/** What stands for what: sealed with each text, or nowhere but here. Gone from the screen with the window. */
export function WhatStandsForWhat({ batch }: { readonly batch: Batch }) {
  const { say } = useTongue()
  const replaced = [...batch.made.decisions].filter(([, decision]) => decision.replaced)
  if (replaced.length === 0) return null
  return (
    <FieldGroup
      title={say('desk.texts.key')}
      note={say(batch.keeping.at === null ? 'desk.texts.key.note' : 'desk.texts.key.sealed')}
    >
      <ul className={styles.suspected}>
        {replaced.map(([exact, { token }]) => (
          <li key={exact}>
            <bdi>⟦{token}⟧</bdi> <bdi>{exact}</bdi>
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}
