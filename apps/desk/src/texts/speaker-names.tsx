import { Button } from 'react-aria-components'
import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import { pseudonymOf } from './brought.ts'
import type { Batch } from './use-batch.ts'

/** What each label becomes. One that may be a name is empty until somebody writes a pseudonym, or says that it may stay. */
export function SpeakerNames({ batch: { naming, sending } }: { readonly batch: Batch }) {
  const { say } = useTongue()
  const { labels, pseudonyms, call } = naming
  if (labels.length === 0) return null
  return (
    <FieldGroup title={say('desk.texts.speakers')} note={say('desk.texts.speakers.note')}>
      {labels.map(({ label, turns }) => {
        const value = pseudonymOf(label, pseudonyms)
        return (
          <div key={label} className={inputs.item}>
            <Field
              label={say('desk.texts.speakers.as', { label, turns })}
              look="short"
              value={value}
              onChange={(pseudonym) => call(label, pseudonym)}
              fault={sending.tried && value.trim() === '' ? missing('pseudonym') : undefined}
            />
            {value === '' ? (
              <Button className="button" onPress={() => call(label, label)}>
                {say('desk.texts.speakers.keep', { label })}
              </Button>
            ) : null}
          </div>
        )
      })}
    </FieldGroup>
  )
}
