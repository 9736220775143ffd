import { wordsIn } from '@corroborate/base'
import type { InterviewsView } from '@corroborate/server/api'
import type { Faults } from '../how-many/ask/draft.ts'
import { Field, FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalText } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { FindOne } from '../parts/find-one.tsx'
import inputs from '../styles/ask.module.css'
import type { DraftInterview } from './draft-interview.ts'

export interface InterviewFieldsProps {
  readonly draft: DraftInterview
  readonly change: (part: Partial<DraftInterview>) => void
  readonly faults: Faults
}

const HOW = ['in-person', 'remote'] as const

/** Who was heard, when, where, by whom and in which languages. */
export function SessionFields({
  draft,
  change,
  faults,
  witnesses,
}: InterviewFieldsProps & { readonly witnesses: InterviewsView['witnesses'] }) {
  const { say, locale } = useTongue()
  return (
    <FieldGroup title={say('interview.session')}>
      <FindOne
        label={say('interview.witness')}
        options={witnesses.map(({ id, code, title }) => ({
          id,
          name: `${code} · ${wordsIn(locale, title)}`,
        }))}
        chosen={draft.witness}
        choose={(witness) => change({ witness })}
        fault={faults.witness ? <RefusalText refusal={faults.witness} /> : null}
      />
      <div className={inputs.inLine}>
        <Field
          label={say('interview.day')}
          look="number"
          language="en"
          help={say('interview.day.help')}
          value={draft.date}
          onChange={(date) => change({ date })}
          fault={faults.date}
        />
        <OneOf
          label={say('desk.interview.how')}
          options={HOW.map((id) => ({ id, name: say(`desk.interview.${id}`) }))}
          chosen={draft.how}
          choose={(how) => change({ how })}
        />
      </div>
      <WordsField
        label={say('desk.interview.place')}
        look="short"
        help={say('interview.place.help')}
        value={draft.place}
        onChange={(place) => change({ place })}
        fault={faults.place}
      />
      <div className={inputs.inLine}>
        {(['interviewer', 'interpreter', 'languages'] as const).map((part) => (
          <Field
            key={part}
            label={say(`desk.interview.${part}`)}
            look="number"
            value={draft[part]}
            onChange={(typed) => change({ [part]: typed })}
            fault={faults[part]}
            {...(part === 'languages' ? { help: say('interview.languages.help') } : {})}
          />
        ))}
      </div>
      <Field
        label={say('desk.interview.others')}
        lines={2}
        help={say('interview.lines.help')}
        value={draft.others}
        onChange={(others) => change({ others })}
      />
      <Field
        label={say('desk.interview.prior')}
        lines={2}
        help={say('interview.prior.help')}
        value={draft.priorAccounts}
        onChange={(priorAccounts) => change({ priorAccounts })}
      />
    </FieldGroup>
  )
}
