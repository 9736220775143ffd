import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, DropZone, FileTrigger } from 'react-aria-components'
import type { Refusal, StreamDigests } from '@corroborate/base'
import { GENERATIONS, type Generation } from '@corroborate/testimony'
import { digestFile } from '../exhibits/digest-file.ts'
import { emptyNull } from '../exhibits/empty-null.ts'
import { Progress } from '../exhibits/progress.tsx'
import { sendExhibit, type ExhibitSaid } from '../exhibits/send-exhibit.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { missing, NO_WORDS, wordsOf, type DraftWords } from '../how-many/ask/draft.ts'
import { Field, FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/exhibits.module.css'

interface Chosen {
  readonly file: File
  readonly digests: StreamDigests
}

/** Takes in a file as evidence: chosen or dropped, digested here, described, and sent. */
export function AddExhibit() {
  const { say } = useTongue()
  const [file, setFile] = useState<File | null>(null)
  const [share, setShare] = useState(0)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const choose = async (picked: File | undefined) => {
    if (picked === undefined) return
    setFile(picked)
    setChosen(null)
    setShare(0)
    const digests = await digestFile(picked, (bytes) => setShare(bytes / picked.size))
    setRefusal(digests.ok ? null : digests)
    if (digests.ok) setChosen({ file: picked, digests: digests.value })
  }
  const digesting = file !== null && chosen === null && refusal === null
  return (
    <Page name={say('desk.exhibit.add')} lead={say('desk.exhibit.add.note')}>
      <DropZone
        className={styles.drop ?? ''}
        aria-label={say('desk.exhibit.drop')}
        onDrop={({ items }) => {
          const item = items.find((one) => one.kind === 'file')
          if (item !== undefined) void item.getFile().then(choose)
        }}
      >
        <FileTrigger onSelect={(files) => void choose(files?.[0])}>
          <Button className="button" isDisabled={digesting}>
            {say(file === null ? 'desk.exhibit.choose' : 'desk.receive.choose-other')}
          </Button>
        </FileTrigger>
        <p role="status">{file === null ? say('desk.exhibit.drop') : <bdi>{file.name}</bdi>}</p>
      </DropZone>
      {digesting ? <Progress label={say('desk.exhibit.digesting')} share={share} /> : null}
      <RefusalNote refusal={refusal} />
      {chosen === null ? null : <Describe key={chosen.digests.sha256} {...chosen} />}
    </Page>
  )
}

const UNSAID = { whereabouts: '', actor: '', at: '', place: '', reason: '' }

function Describe({ file, digests }: Chosen) {
  const { say, locale } = useTongue()
  const investigation = useInvestigation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [title, setTitle] = useState<DraftWords>({ ...NO_WORDS, [locale]: file.name })
  const [generation, setGeneration] = useState<Generation>('unknown')
  const [typed, setTyped] = useState(UNSAID)
  const [sent, setSent] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const named = wordsOf(title)
  const send = async () => {
    if (named === null) return
    setSent(0)
    const said: ExhibitSaid = {
      ...{
        title: named,
        generation,
        whereabouts: emptyNull(typed.whereabouts),
        collected: collectedOf(typed),
      },
    }
    const answer = await sendExhibit(investigation, { file, digests, said }, setSent)
    setSent(null)
    setRefusal(answer.ok ? null : answer)
    if (!answer.ok) return
    await queries.invalidateQueries()
    const { exhibit } = answer.value
    await navigate({ to: '/i/$investigation/exhibits/$exhibit', params: { investigation, exhibit } })
  }
  const field = (name: keyof typeof UNSAID, label: string) => ({
    ...{ label, value: typed[name] },
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  })
  return (
    <AskForm onAsk={send}>
      <FieldGroup title={say('desk.exhibit.digests')} note={say('desk.exhibit.digests.note')}>
        <Digests of={digests} />
      </FieldGroup>
      <FieldGroup title={say('desk.exhibit.what')}>
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
      <RefusalNote refusal={refusal} />
      {sent === null ? null : (
        <Progress label={say('desk.exhibit.sending')} share={file.size === 0 ? 1 : sent / file.size} />
      )}
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={sent !== null || named === null}>
          {say('desk.exhibit.add')}
        </Button>
      </div>
    </AskForm>
  )
}

/** Nothing when nothing was typed: then nobody here knows how it was collected. */
function collectedOf({ actor, at, place, reason }: typeof UNSAID): ExhibitSaid['collected'] {
  if ([actor, at, place, reason].every((typed) => typed.trim() === '')) return null
  return { actor, at: at.trim(), place: emptyNull(place), reason }
}

function Digests({ of: { bytes, sha256, sha512 } }: { readonly of: StreamDigests }) {
  const { say } = useTongue()
  return (
    <Facts
      facts={[
        { name: say('desk.lists.size'), value: say('desk.lists.bytes', { bytes }) },
        ...Object.entries({ 'SHA-256': sha256, 'SHA-512': sha512 }).map(([name, value]) => ({
          name,
          value: (
            <span className={styles.digest}>
              <Code>{value}</Code>
            </span>
          ),
        })),
      ]}
    />
  )
}
