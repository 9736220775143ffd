import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import type { FindingThought } from '../acts.ts'
import { ALL_CLAIMS, claimsOf, sourcesOf } from '../api.ts'
import { ChooseClaims } from '../deciding/choose-claims.tsx'
import { StandsSo } from '../deciding/stands-so.tsx'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { missing, NO_WORDS, wordsOf } from '../how-many/ask/draft.ts'
import { FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { FindOne } from '../parts/find-one.tsx'
import { More } from '../parts/more.tsx'
import { Page } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'

const route = getRouteApi('/i/$investigation/findings/new')

const KINDS = ['incident', 'pattern', 'state', 'quantity', 'attribution'] as const

/** Puts a finding over its claims: what is held, on which claims, and beside it how it would stand. It is signed on its own page. */
export function ReachFinding() {
  const { say, locale } = useTongue()
  const { investigation } = route.useParams()
  const { claim } = route.useSearch()
  const claims = useSuspenseInfiniteQuery(claimsOf(investigation, ALL_CLAIMS))
  const { data: sources } = useSuspenseQuery(sourcesOf(investigation))
  const navigate = useNavigate()
  const { run, busy, refusal } = useAct()
  const [proposition, setProposition] = useState(NO_WORDS)
  const [kind, setKind] = useState<(typeof KINDS)[number]>('incident')
  const [to, setTo] = useState<string | null>(null)
  const [beneath, setBeneath] = useState(NO_WORDS)
  const [claimsFor, setFor] = useState<readonly string[]>(claim === undefined ? [] : [claim])
  const [claimsAgainst, setAgainst] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const [held, said] = [wordsOf(proposition), wordsOf(beneath)]
  const asKind = kindOf(kind, to, said)
  const submit = async () => {
    setTried(true)
    if (held === null || asKind === null) return
    const thought = { kind: asKind, claimsFor, claimsAgainst }
    const reached = await run('/findings', { ...thought, code: null, proposition: held, elements: [] })
    if (reached.ok)
      await navigate({
        to: '/i/$investigation/findings/$finding',
        params: { investigation, finding: reached.value },
      })
  }
  const all = claims.data.pages.flatMap((page) => page.claims)
  return (
    <Page name={say('work.reach')} lead={say('work.reach.note')}>
      <AskForm onAsk={submit}>
        <FieldGroup
          title={say('desk.finding.proposition')}
          fault={tried && asKind === null ? missing('attribution') : undefined}
        >
          <WordsField
            label={say('desk.finding.proposition')}
            lines={2}
            value={proposition}
            onChange={setProposition}
            fault={tried && held === null ? missing('held') : undefined}
          />
          <OneOf
            label={say('work.claim.mode')}
            options={KINDS.map((id) => ({ id, name: say(`finding-kind.${id}`) }))}
            chosen={kind}
            choose={setKind}
          />
          {kind === 'attribution' ? (
            <>
              <FindOne
                label={say('work.reach.to')}
                options={sources.map(({ id, code, title }) => ({
                  id,
                  name: `${code} · ${wordsIn(locale, title)}`,
                }))}
                chosen={to}
                choose={setTo}
              />
              <WordsField label={say('work.reach.beneath')} lines={2} value={beneath} onChange={setBeneath} />
            </>
          ) : null}
        </FieldGroup>
        <ChooseClaims
          title={say('work.matrix.for')}
          claims={all}
          chosen={claimsFor}
          taken={claimsAgainst}
          onChange={setFor}
        />
        <ChooseClaims
          title={say('work.matrix.against')}
          claims={all}
          chosen={claimsAgainst}
          taken={claimsFor}
          onChange={setAgainst}
        />
        <More pages={claims} says={say('work.reach.more')} />
        {asKind === null ? null : <StandsSo thought={{ kind: asKind, claimsFor, claimsAgainst }} />}
        <RefusalNote refusal={refusal} />
        <div className={inputs.end}>
          <Button type="submit" className="button" isDisabled={busy}>
            {say('work.reach.do')}
          </Button>
        </div>
      </AskForm>
    </Page>
  )
}

/** Null for an attribution that does not say who said what. */
function kindOf(
  kind: (typeof KINDS)[number],
  to: string | null,
  beneath: ReturnType<typeof wordsOf>,
): FindingThought['kind'] | null {
  if (kind !== 'attribution') return { kind }
  return to === null || beneath === null ? null : { kind, to, beneath }
}
