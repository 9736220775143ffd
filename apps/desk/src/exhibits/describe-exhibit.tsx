import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { ok, type Outcome, type Refusal } from '@corroborate/base'
import { GENERATIONS, type Generation } from '@corroborate/testimony'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { missing, NO_WORDS, wordsOf, type DraftWords } from '../how-many/ask/draft.ts'
import { Field, FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import { useInvestigation } from '../parts/links.tsx'
import inputs from '../styles/ask.module.css'
import type { ReadyFile } from './choose-file.tsx'
import { DigestsTaken } from './digests-taken.tsx'
import { emptyNull } from './empty-null.ts'
import { Progress } from './progress.tsx'
import { sendExhibit, type ExhibitSaid } from './send-exhibit.ts'

const UNSAID = { whereabouts: '', actor: '', at: '', place: '', reason: '' }

/** Describes an exhibit and sends its file. */
export function DescribeExhibit({ ready }: { readonly ready: ReadyFile }) {
  const { say, locale } = useTongue()
  const { digests } = ready
  const isSealed = ready.seal !== null
  const [title, setTitle] = useState<DraftWords>({
    ...NO_WORDS,
    ...(isSealed ? {} : { [locale]: ready.name }),
  })
  const [generation, setGeneration] = useState<Generation>('unknown')
  const [typed, setTyped] = useState(UNSAID)
  const sending = useSending(ready)
  const named = wordsOf(title)
  const send = async () => {
    if (named === null) return
    const whereabouts = emptyNull(typed.whereabouts)
    await sending.send({ title: named, generation, whereabouts, collected: collectedOf(typed) })
  }
  const field = (name: keyof typeof UNSAID, label: string) => ({
    ...{ label, value: typed[name] },
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  })
  return (
    <AskForm onAsk={send}>
      <DigestsTaken of={digests} title={isSealed ? 'desk.exhibit.digests.sealed' : 'desk.exhibit.digests'} />
      <FieldGroup
        title={say('desk.exhibit.what')}
        note={isSealed ? say('desk.exhibit.what.sealed') : undefined}
      >
        <WordsField
          label={say('desk.exhibit.title')}
          value={title}
          onChange={setTitle}
          fault={named === null ? missing('title') : undefined}
        />
        <Choice
          label={say('desk.exhibit.generation')}
          options={GENERATIONS.map((id) => ({ id, name: say(`generation.${id}`) }))}
          chosen={generation}
          choose={(id) => setGeneration(GENERATIONS.find((one) => one === id) ?? generation)}
        />
        <Field {...field('whereabouts', say('desk.exhibit.whereabouts'))} />
      </FieldGroup>
      <FieldGroup title={say('custody.collected')} note={say('desk.exhibit.collected.note')}>
        <Field {...field('actor', say('desk.custody.actor'))} />
        <Field {...field('at', say('desk.custody.at'))} look="short" help={say('desk.custody.at.help')} />
        <Field {...field('place', say('desk.custody.place'))} />
        <Field {...field('reason', say('desk.custody.reason'))} />
      </FieldGroup>
      <RefusalNote refusal={sending.refusal} />
      {sending.lacksSeal ? <p role="alert">{say('desk.exhibit.lacks-seal')}</p> : null}
      {sending.sent === null ? null : (
        <Progress label={say('desk.exhibit.sending')} done={sending.sent} of={digests.bytes} />
      )}
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={sending.sent !== null || named === null}>
          {say(sending.lacksSeal ? 'seal.seal.do' : 'desk.exhibit.add')}
        </Button>
      </div>
    </AskForm>
  )
}

/** Sends the file, then seals what it is, and goes to the exhibit. What was received is not sent again when only the seal was refused. */
function useSending(ready: ReadyFile) {
  const investigation = useInvestigation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [sent, setSent] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [received, setReceived] = useState<string | null>(null)
  const receive = async (said: ExhibitSaid): Promise<Outcome<string>> => {
    if (received !== null) return ok(received)
    const answer = await sendExhibit(investigation, { ready, said }, setSent)
    if (!answer.ok) return answer
    setReceived(answer.value.exhibit)
    return ok(answer.value.exhibit)
  }
  const send = async (said: ExhibitSaid) => {
    setSent(0)
    const exhibit = await receive(said)
    const sealed = exhibit.ok && ready.seal ? await ready.seal(exhibit.value) : exhibit
    setSent(null)
    setRefusal(sealed.ok ? null : sealed)
    if (!exhibit.ok || !sealed.ok) return
    await queries.invalidateQueries()
    const params = { investigation, exhibit: exhibit.value }
    await navigate({ to: '/i/$investigation/exhibits/$exhibit', params })
  }
  return { sent, refusal, send, lacksSeal: received !== null && refusal !== null }
}

/** Nothing when nothing was typed: then nobody here knows how it was collected. */
function collectedOf({ actor, at, place, reason }: typeof UNSAID): ExhibitSaid['collected'] {
  if ([actor, at, place, reason].every((typed) => typed.trim() === '')) return null
  return { actor, at: at.trim(), place: emptyNull(place), reason }
}
