import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { CareFields } from '../interviewing/care-fields.tsx'
import { EMPTY_INTERVIEW, interviewOfDraft, type DraftInterview } from '../interviewing/draft-interview.ts'
import { PromiseFields } from '../interviewing/promise-fields.tsx'
import { interviewsOf } from '../interviewing/queries.ts'
import { SessionFields } from '../interviewing/session-fields.tsx'
import { useTongue } from '../locale.tsx'
import { Interviews } from '../parts/interviews.tsx'
import { Page, Section } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'

const route = getRouteApi('/i/$investigation/interviews/record')

/** Writes down a session: what was planned to be asked and what the witness said to others before stand beside it. */
export function RecordInterview() {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  const search = route.useSearch()
  const { data: view } = useSuspenseQuery(interviewsOf(investigation))
  const plan = view.plans.find(({ id }) => id === search.plan) ?? null
  const [draft, setDraft] = useState<DraftInterview>({ ...EMPTY_INTERVIEW, witness: plan?.witness ?? null })
  const change = (part: Partial<DraftInterview>) => setDraft((now) => ({ ...now, ...part }))
  const [tried, setTried] = useState(false)
  const navigate = useNavigate()
  const { run, busy, refusal } = useAct()
  const read = interviewOfDraft(draft)
  const submit = async () => {
    setTried(true)
    if (read.asked === null) return
    const recorded = await run('/interviews', { ...read.asked, plan: plan?.id ?? null })
    if (recorded.ok) await navigate({ to: '/i/$investigation/interviews', params: { investigation } })
  }
  const fields = { draft, change, faults: tried ? read.faults : {} }
  const before = view.interviews.filter(({ witness }) => witness === draft.witness)
  return (
    <Page name={say('interview.record')} lead={say('interview.record.note')}>
      {plan === null ? null : (
        <Section title={say('interview.questions')}>
          <ol className={inputs.sentences}>
            {plan.questions.map(({ words }) => (
              <li key={words} dir="auto">
                {words}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {before.length === 0 ? null : (
        <Section title={say('interview.before')}>
          <Interviews interviews={before} />
        </Section>
      )}
      <AskForm onAsk={submit}>
        <SessionFields {...fields} witnesses={view.witnesses} />
        <CareFields {...fields} />
        <PromiseFields {...fields} />
        <RefusalNote refusal={refusal} />
        <div className={inputs.end}>
          <Button type="submit" className="button" isDisabled={busy}>
            {say('interview.record')}
          </Button>
        </div>
      </AskForm>
    </Page>
  )
}
