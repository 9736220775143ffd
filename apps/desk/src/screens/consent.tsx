import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import { session, sourceOf } from '../api.ts'
import {
  consentKept,
  draftFrom,
  faultsOfConsent,
  inForceOf,
  type DraftConsent,
} from '../consenting/draft-consent.ts'
import { Questions } from '../consenting/questions.tsx'
import { ReadBack } from '../consenting/read-back.tsx'
import { DraftNote } from '../drafts/draft-note.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { Code } from '../parts/in-words.tsx'
import { Page } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/consent.module.css'

const route = getRouteApi('/i/$investigation/sources/$source/consent')

/** Filled in together with the witness, who sees the screen: what may be done with what they say, for whom, and what has to stay hidden. */
export function ConsentForm() {
  const { say, locale } = useTongue()
  const { investigation, source } = route.useParams()
  const { data: view } = useSuspenseQuery(sourceOf(investigation, source))
  const { data: signedIn } = useSuspenseQuery(session)
  const held = inForceOf(view.consents)
  const [begun] = useState<DraftConsent>(() =>
    draftFrom(held, { explainedBy: signedIn.member.name, language: locale, givenAt: today() }),
  )
  const { typed, change: changeBy, forget, keeping } = useDraft(`consent ${source}`, consentKept)
  const draft = typed ?? begun
  const change = (part: Partial<DraftConsent>) => changeBy((now) => ({ ...(now ?? begun), ...part }))
  const [tried, setTried] = useState(false)
  const navigate = useNavigate()
  const { run, busy, refusal } = useAct()
  const faults = faultsOfConsent(draft)
  const submit = async () => {
    setTried(true)
    if (Object.keys(faults).length > 0) return
    const kept = await run('/consents', { witness: source, ...draft })
    if (!kept.ok) return
    forget()
    await navigate({ to: '/i/$investigation/sources/$source', params: { investigation, source } })
  }
  return (
    <Page
      name={say('consent.title')}
      kicker={
        <>
          <Code>{view.row.code}</Code> · {wordsIn(locale, view.row.title)}
        </>
      }
      lead={say('consent.lead')}
    >
      <ul className={styles.told}>
        {(['no', 'back', 'out'] as const).map((what) => (
          <li key={what}>{say(`consent.told.${what}`)}</li>
        ))}
      </ul>
      <DraftNote keeping={keeping} />
      <AskForm onAsk={submit}>
        <Questions {...{ draft, change }} />
        <FieldGroup title={say('consent.how')} note={say('consent.how.note')}>
          <div className={inputs.inLine}>
            {(['explainedBy', 'language', 'givenAt'] as const).map((part) => (
              <Field
                key={part}
                label={say(`consent.${part}`)}
                look="number"
                {...(part === 'explainedBy' ? {} : { language: 'en', help: say(`consent.${part}.help`) })}
                value={draft[part]}
                onChange={(typed) => change({ [part]: typed })}
                fault={tried ? faults[part] : undefined}
              />
            ))}
          </div>
        </FieldGroup>
        <ReadBack {...{ draft, held }} />
        <RefusalNote refusal={refusal} />
        <div className={inputs.end}>
          <Button type="submit" className="button" isDisabled={busy}>
            {say('consent.keep')}
          </Button>
        </div>
      </AskForm>
    </Page>
  )
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
