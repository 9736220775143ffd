import { CheckboxButton, CheckboxField, CheckboxGroup, Label } from 'react-aria-components'
import type { Faults } from '../how-many/ask/draft.ts'
import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import type { DraftPattern } from './draft-pattern.ts'

const PER = ['day', 'week', 'month'] as const
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const CONFIDENCES = ['always', 'usually', 'sometimes'] as const
const OBSERVED = ['each', 'most', 'a-few', 'told'] as const

interface PatternFieldsProps {
  readonly pattern: DraftPattern
  readonly onChange: (pattern: DraftPattern) => void
  readonly faults: Faults
}

/** How something recurs: how often, on which days, and whether the speaker saw it each time. */
export function PatternFields({ pattern, onChange, faults }: PatternFieldsProps) {
  const { say } = useTongue()
  const change = (part: Partial<DraftPattern>) => onChange({ ...pattern, ...part })
  return (
    <FieldGroup title={say('desk.pattern.rate')} note={say('work.claim.rate.note')} fault={faults.pattern}>
      <div className={inputs.inLine}>
        {(['least', 'most'] as const).map((part) => (
          <Field
            key={part}
            label={say(part === 'least' ? 'work.claim.min' : 'work.claim.max')}
            look="number"
            value={pattern[part]}
            onChange={(typed) => change({ [part]: typed })}
          />
        ))}
        <OneOf
          label={say('work.claim.times')}
          options={[
            ...PER.map((id) => ({ id, name: say(`rate-per.${id}`) })),
            { id: 'every' as const, name: say('work.claim.every') },
          ]}
          chosen={pattern.per}
          choose={(per) => change({ per })}
        />
        <OneOf
          label={say('desk.pattern.observed')}
          options={OBSERVED.map((id) => ({ id, name: say(`observed.${id}`) }))}
          chosen={pattern.observed}
          choose={(observed) => change({ observed })}
          fault={faults.observed}
        />
      </div>
      <Weekdays pattern={pattern} change={change} />
      <div className={inputs.inLine}>
        {(['partOfDay', 'exceptions'] as const).map((part) => (
          <Field
            key={part}
            label={say(part === 'partOfDay' ? 'desk.pattern.part-of-day' : 'desk.pattern.exceptions')}
            look="number"
            value={pattern[part]}
            onChange={(typed) => change({ [part]: typed })}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

function Weekdays({
  pattern,
  change,
}: {
  readonly pattern: DraftPattern
  readonly change: (part: Partial<DraftPattern>) => void
}) {
  const { say } = useTongue()
  return (
    <div className={inputs.inLine}>
      <CheckboxGroup
        className={inputs.inLine ?? ''}
        value={[...pattern.weekdays]}
        onChange={(days) => change({ weekdays: WEEKDAYS.filter((day) => days.includes(day)) })}
      >
        <Label>{say('desk.pattern.weekdays')}</Label>
        {WEEKDAYS.map((day) => (
          <CheckboxField key={day} value={day}>
            <CheckboxButton className={inputs.radio ?? ''}>{say(`weekday.${day}`)}</CheckboxButton>
          </CheckboxField>
        ))}
      </CheckboxGroup>
      {pattern.weekdays.length === 0 ? null : (
        <OneOf
          label={say('work.claim.usual')}
          options={CONFIDENCES.map((id) => ({ id, name: say(`weekday-confidence.${id}`) }))}
          chosen={pattern.weekdayConfidence}
          choose={(weekdayConfidence) => change({ weekdayConfidence })}
        />
      )}
    </div>
  )
}
