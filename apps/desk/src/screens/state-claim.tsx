import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Refusal } from '@corroborate/base'
import { sliceCodePoints } from '@corroborate/testimony'
import { registersOf, textOf } from '../api.ts'
import { QuantityFields, SpeakerFields, WhatFields, WhenAndWhereFields } from '../claiming/claim-fields.tsx'
import { accepted, claimKept, claimOfDraft, EMPTY, type DraftClaim } from '../claiming/draft-claim.ts'
import { PatternFields } from '../claiming/pattern-fields.tsx'
import { Proposals } from '../claiming/proposals.tsx'
import { RoleFields } from '../claiming/role-fields.tsx'
import { usePassageOf } from '../claiming/use-passage-of.ts'
import { DraftNote } from '../drafts/draft-note.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import type { Faults } from '../how-many/ask/draft.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { SourceLink } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'

const route = getRouteApi('/i/$investigation/claims/new')

/** States a claim from words of a text. What the machine reads in them is proposed; nothing of it counts until it is taken. */
export function StateClaim() {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  const { text, start, end } = route.useSearch()
  const { data: view } = useSuspenseQuery(textOf(investigation, text))
  const { data: registers } = useSuspenseQuery(registersOf(investigation))
  const exact = useMemo(() => sliceCodePoints(view.text.content, start, end), [view, start, end])
  const { typed, change: changeBy, forget, keeping } = useDraft(`claim ${text} ${start} ${end}`, claimKept)
  const draft = typed ?? EMPTY
  const change = (part: Partial<DraftClaim>) => changeBy((now) => ({ ...(now ?? EMPTY), ...part }))
  const { faults, refusal, busy, submit } = useStating({ draft, exact, forget })
  const fields = { draft, change, faults }
  return (
    <Page
      name={say('work.claim')}
      kicker={<SourceLink source={view.source} />}
      lead={<q dir="auto">{exact}</q>}
    >
      <DraftNote keeping={keeping} />
      <AskForm onAsk={submit}>
        <Proposals words={exact} onTake={(proposal) => changeBy((now) => accepted(now ?? EMPTY, proposal))} />
        <WhatFields {...fields} topics={registers.topics} />
        {draft.mode === 'pattern' ? (
          <PatternFields
            pattern={draft.pattern}
            onChange={(pattern) => change({ pattern })}
            faults={faults}
          />
        ) : null}
        <WhenAndWhereFields {...fields} places={registers.places} />
        <QuantityFields {...fields} />
        <RoleFields
          roles={draft.roles}
          onChange={(roles) => change({ roles })}
          registers={registers}
          fault={faults.roles}
        />
        <SpeakerFields {...fields} />
        <RefusalNote refusal={refusal} />
        <div className={inputs.end}>
          <Button type="submit" className="button" isDisabled={busy}>
            {say('work.claim')}
          </Button>
        </div>
      </AskForm>
    </Page>
  )
}

/** Marks the words if nobody has, states the claim on them and goes to it. */
function useStating(of: { readonly draft: DraftClaim; readonly exact: string; readonly forget: () => void }) {
  const { investigation } = route.useParams()
  const at = route.useSearch()
  const { data: view } = useSuspenseQuery(textOf(investigation, at.text))
  const navigate = useNavigate()
  const passageOf = usePassageOf(investigation)
  const { run, busy, refusal: notStated } = useAct()
  const [faults, setFaults] = useState<Faults>({})
  const [notMarked, setNotMarked] = useState<Refusal | null>(null)
  const submit = async () => {
    const read = claimOfDraft(of.draft, of.exact)
    setFaults(read.faults)
    if (read.asked === null) return
    const passage = await passageOf(at)
    setNotMarked(passage.ok ? null : passage)
    if (!passage.ok) return
    const stated = await run('/claims', { ...read.asked, source: view.source.id, passages: [passage.value] })
    if (!stated.ok) return
    of.forget()
    await navigate({ to: '/i/$investigation/claims/$claim', params: { investigation, claim: stated.value } })
  }
  return { faults, refusal: notMarked ?? notStated, busy, submit }
}
