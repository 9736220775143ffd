import { useState } from 'react'
import type { ClaimView } from '@corroborate/server/api'
import { Field } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { Section } from '../parts/page.tsx'
import styles from '../styles/matter.module.css'
import { DecisionForm } from './decision-form.tsx'

const VERDICTS = ['accepted', 'conflict', 'work-needed'] as const

/** What second readers said of a claim, and the form for the next. */
export function ReviewClaim({ view }: { readonly view: ClaimView }) {
  const { say } = useTongue()
  const may = useMay('code')
  if (view.reviews.length === 0 && !may) return null
  const reading = view.own ? (
    <p className={styles.quiet}>{say('desk.refused.own-claim')}</p>
  ) : (
    <Form view={view} />
  )
  return (
    <Section title={say('work.review')}>
      <ul className={styles.cited}>
        {view.reviews.map(({ verdict, by, at, words }) => (
          <li key={`${at} ${by}`}>
            {say(`claim-status.${verdict}`)} · <bdi>{by}</bdi>
            {words === null ? null : (
              <>
                {' '}
                <q dir="auto">{words}</q>
              </>
            )}
          </li>
        ))}
      </ul>
      {may ? reading : null}
    </Section>
  )
}

function Form({ view: { claim } }: { readonly view: ClaimView }) {
  const { say } = useTongue()
  const [verdict, setVerdict] = useState<(typeof VERDICTS)[number]>('accepted')
  const [words, setWords] = useState('')
  const { run, busy, refusal } = useAct()
  const atWords = refusal?.reason === 'unexplained'
  const decide = async () => {
    const answer = await run(`/claims/${claim.id}/review`, { verdict, words: words.trim() || null })
    if (answer.ok) setWords('')
  }
  return (
    <DecisionForm
      title={say('work.review.do')}
      note={say('work.review.note')}
      does={say('work.review.say')}
      busy={busy}
      refusal={atWords ? null : refusal}
      onDecide={decide}
    >
      <OneOf
        label={say('work.review.verdict')}
        options={VERDICTS.map((id) => ({ id, name: say(`work.review.${id}`) }))}
        chosen={verdict}
        choose={setVerdict}
      />
      <Field
        label={say('work.review.words')}
        lines={2}
        value={words}
        onChange={setWords}
        fault={atWords ? refusal : undefined}
      />
    </DecisionForm>
  )
}
