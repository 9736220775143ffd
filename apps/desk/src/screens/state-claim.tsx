import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { ok, refuse, wordsIn, type Outcome, type Refusal } from '@corroborate/base'
import { BASES, proposalsFrom, type Proposal } from '@corroborate/claims'
import { sliceCodePoints } from '@corroborate/testimony'
import { send } from '../acts.ts'
import { holds, registersOf, textOf } from '../api.ts'
import { accepted, claimOfDraft, EMPTY, timeRead, type DraftClaim } from '../claiming/draft-claim.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import type { Faults } from '../how-many/ask/draft.ts'
import { Field, FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { FindOne } from '../parts/find-one.tsx'
import { Page } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/coding.module.css'

const route = getRouteApi('/i/$investigation/claims/new')

const MODES = ['incident', 'state', 'attribution', 'negative'] as const
const CERTAINTIES = ['certain', 'thinks', 'guesses', 'reports-without-view'] as const
const POLARITIES = ['affirmed', 'denied', 'does-not-know'] as const
const HOW = ['counted', 'estimated', 'told'] as const

/** States a claim from words of a text. What the machine reads in them is proposed; nothing of it counts until it is taken. */
export function StateClaim() {
  const { say, locale } = useTongue()
  const { investigation } = route.useParams()
  const { text, start, end } = route.useSearch()
  const { data: view } = useSuspenseQuery(textOf(investigation, text))
  const { data: registers } = useSuspenseQuery(registersOf(investigation))
  const exact = useMemo(() => sliceCodePoints(view.text.content, start, end), [view, start, end])
  const [draft, setDraft] = useKeptDraft(`corroborate.claim.${text}.${start}.${end}`)
  const [faults, setFaults] = useState<Faults>({})
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const acting = useAct()
  const passageOf = usePassageOf(investigation)
  const navigate = useNavigate()
  const change = (part: Partial<DraftClaim>) => setDraft({ ...draft, ...part })
  const submit = async () => {
    const read = claimOfDraft(draft, exact)
    setFaults(read.faults)
    if (read.asked === null) return
    const passage = await passageOf({ text, start, end })
    setRefusal(passage.ok ? null : passage)
    if (!passage.ok) return
    const stated = await acting.run('/claims', {
      ...read.asked,
      source: view.source.id,
      passages: [passage.value],
    })
    if (!stated.ok) return
    setDraft(null)
    await navigate({ to: '/i/$investigation/claims/$claim', params: { investigation, claim: stated.value } })
  }
  const when = timeRead(draft.when)
  return (
    <Page name={say('work.claim')} lead={<q dir="auto">{exact}</q>}>
      <AskForm onAsk={submit}>
        <Proposals words={exact} onTake={change} />
        <FieldGroup title={say('work.claim.what')}>
          <WordsField
            label={say('desk.claim.asserts')}
            lines={2}
            value={draft.proposition}
            onChange={(proposition) => change({ proposition })}
            fault={faults.proposition}
          />
          <div className={inputs.inLine}>
            <OneOf
              label={say('work.claim.mode')}
              options={MODES.map((id) => ({ id, name: say(`mode.${id}`) }))}
              chosen={draft.mode}
              choose={(mode) => change({ mode })}
            />
            <Field
              label={say('work.claim.topic')}
              look="short"
              language="en"
              help={say('work.claim.topic.help', { topics: registers.topics.slice(0, 8).join(', ') })}
              value={draft.topic}
              onChange={(topic) => change({ topic })}
              fault={faults.topic}
            />
          </div>
          <Field
            label={say('desk.claim.when')}
            look="short"
            help={when === null ? say('work.claim.when.help') : <bdi dir="ltr">{when.edtf}</bdi>}
            value={draft.when}
            onChange={(words) => change({ when: words })}
            fault={faults.when}
          />
          <FindOne
            label={say('work.claim.place')}
            options={registers.places.map(({ id, code, name }) => ({
              id,
              name: `${code} · ${wordsIn(locale, name)}`,
            }))}
            chosen={draft.place}
            choose={(place) => change({ place })}
          />
        </FieldGroup>
        <FieldGroup title={say('desk.claim.quantity')} fault={faults.quantity}>
          <div className={inputs.inLine}>
            <Field
              label={say('work.claim.min')}
              look="number"
              value={draft.min}
              onChange={(min) => change({ min })}
            />
            <Field
              label={say('work.claim.max')}
              look="number"
              value={draft.max}
              onChange={(max) => change({ max })}
            />
            <Field
              label={say('work.claim.unit')}
              look="number"
              value={draft.unit}
              onChange={(unit) => change({ unit })}
            />
            <OneOf
              label={say('work.claim.how')}
              options={HOW.map((id) => ({ id, name: say(`work.claim.how.${id}`) }))}
              chosen={draft.how}
              choose={(how) => change({ how })}
            />
          </div>
        </FieldGroup>
        <FieldGroup title={say('work.claim.speaker')}>
          <div className={inputs.inLine}>
            <OneOf
              label={say('desk.claim.basis')}
              options={BASES.map((id) => ({ id, name: say(`basis.${id}`) }))}
              chosen={draft.basis}
              choose={(basis) => change({ basis })}
              fault={faults.basis}
            />
            <OneOf
              label={say('work.claim.certainty')}
              options={CERTAINTIES.map((id) => ({ id, name: say(`certainty.${id}`) }))}
              chosen={draft.certainty}
              choose={(certainty) => change({ certainty })}
            />
            <OneOf
              label={say('work.claim.polarity')}
              options={POLARITIES.map((id) => ({ id, name: say(`polarity.${id}`) }))}
              chosen={draft.polarity}
              choose={(polarity) => change({ polarity })}
            />
          </div>
        </FieldGroup>
        <RefusalNote refusal={refusal ?? acting.refusal} />
        <div className={inputs.end}>
          <Button type="submit" className="button" isDisabled={acting.busy}>
            {say('work.claim')}
          </Button>
        </div>
      </AskForm>
    </Page>
  )
}

/** What the machine reads in the words, each to be taken by one press or left. */
function Proposals({
  words,
  onTake,
}: {
  readonly words: string
  readonly onTake: (part: Partial<DraftClaim>) => void
}) {
  const { say } = useTongue()
  const found = useMemo(() => proposalsFrom(words).flatMap(withPart), [words])
  if (found.length === 0) return null
  return (
    <FieldGroup title={say('work.proposals')} note={say('work.proposals.note')}>
      <ul className={styles.palette}>
        {found.map(({ proposal, part }) => (
          <li key={`${proposal.kind} ${proposal.start}`}>
            <Button className={styles.codeButton ?? ''} onPress={() => onTake(part)}>
              {say(`work.proposals.${proposal.kind}`)} <q dir="auto">{proposal.exact}</q>
            </Button>
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}

function withPart(proposal: Proposal) {
  const part = accepted(proposal)
  return part === null ? [] : [{ proposal, part }]
}

/** A draft that a reload finds again; set to null it is thrown away. */
function useKeptDraft(name: string): readonly [DraftClaim, (draft: DraftClaim | null) => void] {
  const [draft, setDraft] = useState<DraftClaim | null>(() => draftIn(localStorage.getItem(name)))
  useEffect(() => {
    if (draft === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(draft))
  }, [name, draft])
  return [draft ?? EMPTY, setDraft]
}

function draftIn(text: string | null): DraftClaim | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    return holds<DraftClaim>(kept, ['proposition', 'mode', 'topic', 'when', 'basis', 'min', 'max'])
      ? { ...EMPTY, ...kept }
      : null
  } catch {
    return null
  }
}

/** The passage of a stretch: as it is marked, or marked now. */
function usePassageOf(investigation: string) {
  const queries = useQueryClient()
  return async (at: {
    readonly text: string
    readonly start: number
    readonly end: number
  }): Promise<Outcome<string>> => {
    const marked = await send(`/investigations/${investigation}/passages`, { code: null, ...at })
    if (marked.ok)
      return holds<{ readonly id: string }>(marked.value, ['id'])
        ? ok(marked.value.id)
        : refuse('unreachable', '')
    if (marked.reason !== 'marked-before') return marked
    const { passages } = await queries.fetchQuery({ ...textOf(investigation, at.text), staleTime: 0 })
    const found = passages.find(({ passage }) => passage.start === at.start && passage.end === at.end)
    return found === undefined ? marked : ok(found.passage.id)
  }
}
