import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useTongue } from '../locale.tsx'
import type { InterviewFieldsProps } from './session-fields.tsx'

const OFFERED = ['yes', 'no'] as const

/** How the witness fared, and what danger they were held to be in, before and after. */
export function CareFields({ draft, change, faults }: InterviewFieldsProps) {
  const { say } = useTongue()
  return (
    <FieldGroup title={say('interview.care')}>
      <Field
        label={say('desk.interview.distress')}
        lines={2}
        value={draft.distress}
        onChange={(distress) => change({ distress })}
      />
      <OneOf
        label={say('desk.interview.referral')}
        options={OFFERED.map((id) => ({ id, name: say(`desk.${id}`) }))}
        chosen={draft.referral}
        choose={(referral) => change({ referral })}
        fault={faults.referral}
      />
      {(['riskBefore', 'riskAfter'] as const).map((part) => (
        <Field
          key={part}
          label={say(part === 'riskBefore' ? 'interview.risk.before' : 'interview.risk.after')}
          lines={2}
          value={draft[part]}
          onChange={(typed) => change({ [part]: typed })}
          fault={faults[part]}
        />
      ))}
    </FieldGroup>
  )
}
