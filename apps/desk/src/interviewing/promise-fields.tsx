import { Button } from 'react-aria-components'
import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import type { InterviewFieldsProps } from './session-fields.tsx'

/** What the witness was promised, and by which day. */
export function PromiseFields({ draft: { promises }, change, faults }: InterviewFieldsProps) {
  const { say } = useTongue()
  return (
    <FieldGroup
      title={say('interview.promises')}
      note={say('interview.promises.note')}
      fault={faults.promises}
    >
      {promises.map((promise, at) => (
        <div key={at} className={inputs.item}>
          <Field
            label={say('interview.promise.what')}
            value={promise.words}
            onChange={(words) => change({ promises: promises.with(at, { ...promise, words }) })}
          />
          <Field
            label={say('interview.promise.due')}
            look="number"
            language="en"
            help={say('interview.day.help')}
            value={promise.due}
            onChange={(due) => change({ promises: promises.with(at, { ...promise, due }) })}
          />
          <Button className="button" onPress={() => change({ promises: promises.toSpliced(at, 1) })}>
            {say('work.role.drop')}
          </Button>
        </div>
      ))}
      <Button className="button" onPress={() => change({ promises: [...promises, { words: '', due: '' }] })}>
        {say('interview.promise.add')}
      </Button>
    </FieldGroup>
  )
}
