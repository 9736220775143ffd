import { Button } from 'react-aria-components'
import { useTongue } from '../../locale.tsx'
import styles from '../../styles/ask.module.css'
import { freeCode, NO_WORDS, type DraftQuestion, type Faults } from './draft.ts'
import { Field, FieldGroup, WordsField } from './fields.tsx'

interface QuestionProps {
  readonly draft: DraftQuestion
  readonly onChange: (draft: DraftQuestion) => void
  readonly faults: Faults
  /** A question that is revised keeps its code. */
  readonly isNew: boolean
}

/** What is asked, of whom, and under which code. */
export function QuestionFields({ draft, onChange, faults, isNew }: QuestionProps) {
  const { say } = useTongue()
  return (
    <FieldGroup title={say('desk.ask.question.group')}>
      <WordsField
        label={say('desk.ask.question')}
        value={draft.question}
        onChange={(question) => onChange({ ...draft, question })}
        fault={faults.question}
      />
      <WordsField
        label={say('desk.ask.unit')}
        look="short"
        value={draft.unit}
        onChange={(unit) => onChange({ ...draft, unit })}
        fault={faults.unit}
      />
      {isNew ? (
        <Field
          label={say('desk.ask.code')}
          look="short"
          help={say('desk.ask.code.help')}
          value={draft.code}
          onChange={(code) => onChange({ ...draft, code })}
          fault={faults.code}
        />
      ) : null}
    </FieldGroup>
  )
}

/** How the answer is rounded for print, and what it takes for granted; one assumption at least must be written. */
export function AssumptionFields({ draft, onChange, faults }: Omit<QuestionProps, 'isNew'>) {
  const { say } = useTongue()
  const { assumptions } = draft
  return (
    <FieldGroup
      title={say('desk.estimate.assumptions')}
      note={say('desk.ask.assumptions.help')}
      fault={faults.assumptions}
    >
      {assumptions.map((assumption, at) => (
        <div key={assumption.code} className={styles.item}>
          <WordsField
            label={say('desk.ask.assumption', { number: at + 1 })}
            lines={2}
            value={assumption.words}
            onChange={(words) =>
              onChange({
                ...draft,
                assumptions: assumptions.map((one) => (one === assumption ? { ...one, words } : one)),
              })
            }
          />
          {assumptions.length === 1 ? null : (
            <Button
              className="button"
              aria-label={say('desk.ask.assumption.remove', { number: at + 1 })}
              onPress={() =>
                onChange({ ...draft, assumptions: assumptions.filter((one) => one !== assumption) })
              }
            >
              {say('desk.ask.remove')}
            </Button>
          )}
        </div>
      ))}
      <Button
        className="button"
        onPress={() =>
          onChange({
            ...draft,
            assumptions: [...assumptions, { code: freeCode(assumptions, 'a'), words: NO_WORDS }],
          })
        }
      >
        {say('desk.ask.assumption.add')}
      </Button>
      <Field
        label={say('desk.ask.round')}
        look="short"
        help={say('desk.ask.round.help')}
        value={draft.roundTo}
        onChange={(roundTo) => onChange({ ...draft, roundTo })}
        fault={faults.rounding}
      />
    </FieldGroup>
  )
}
