import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { LIKELY_COUNTINGS } from '@corroborate/interchange'
import type { WorkCounts, WorkTaken } from '@corroborate/server/api'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Tick } from '../sealing/tick.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/texts.module.css'
import { Counts } from './counts.tsx'
import { useProject, NEW_DOCUMENT, NEW_WITNESS, type Project } from './use-project.ts'
import { WhichWords } from './which-words.tsx'
import { WhoseWords } from './whose-words.tsx'

/** Takes in a project or code book of another program: read here, looked at, asked about, and only then sent. */
export function TakeProjectIn() {
  const { say, locale } = useTongue()
  const queries = useQueryClient()
  const project = useProject(useInvestigation(), locale)
  const [confirmed, confirm] = useState(false)
  const { file, strange, busy, refusal, taken } = project
  const lacking = strange.some(({ guid }) => {
    const { source, title } = project.of(guid)
    return (source === NEW_WITNESS || source === NEW_DOCUMENT) && title.trim() === ''
  })
  const unread = strange.length > 0 && !confirmed
  return (
    <AskForm onAsk={() => project.takeIn(() => queries.invalidateQueries())}>
      <FieldGroup title={say('exchange.take')} note={say('exchange.take.note')}>
        <div>
          <FileTrigger
            acceptedFileTypes={['.qdpx', '.qde', '.qdc']}
            onSelect={(files) => {
              const picked = files?.[0]
              if (picked !== undefined) void project.read(picked, null)
            }}
          >
            <Button className="button" isDisabled={busy}>
              {say('exchange.take.choose')}
            </Button>
          </FileTrigger>
          <p role="status">{file === null ? null : <bdi>{file.name}</bdi>}</p>
        </div>
        <AsRead project={project} />
        {strange.length === 0 ? null : (
          <Tick on={confirmed} onChange={confirm} isDisabled={false}>
            {say('exchange.take.confirm')}
          </Tick>
        )}
        <RefusalNote refusal={refusal} />
        <div role="status">{taken === null ? null : <Taken taken={taken} />}</div>
        {file === null ? null : (
          <div className={inputs.end}>
            <Button type="submit" className="button" isDisabled={busy || lacking || unread}>
              {say('exchange.take.in')}
            </Button>
          </div>
        )}
      </FieldGroup>
    </AskForm>
  )
}

/** What is in it, what must be asked, and what stays out. */
function AsRead({ project }: { readonly project: Project }) {
  const { say } = useTongue()
  const { file, asked, warnings } = project
  if (file === null) return null
  const { origin, texts, codes, selections, codings } = file.project
  const counts = {
    texts: texts.length,
    codes: codes.length,
    passages: selections.length,
    codings: codings.length,
  }
  const sentences = [...file.found, ...warnings.map(({ sentence }) => sentence)]
  return (
    <>
      <p>
        {origin === null ? say('exchange.take.nobody') : say('exchange.take.origin', { origin })}{' '}
        <Counts of={counts} />
      </p>
      {asked.length === 0 ? null : (
        <>
          <Counted project={project} />
          <WhichWords project={project} />
        </>
      )}
      <WhoseWords project={project} />
      {sentences.length === 0 ? null : (
        <details className={styles.look}>
          <summary>{say('exchange.take.stays-out', { count: sentences.length })}</summary>
          <ul>
            {sentences.map((sentence, at) => (
              <li key={at} lang="en" dir="ltr">
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const COUNTINGS = ['standard', 'line-ends-as-one', 'utf-16', 'utf-16-line-ends-as-one'] as const

/** How the program counts positions, where its quotations do not tell: the file is read again so. */
function Counted({ project: { file, read } }: { readonly project: Project }) {
  const { say } = useTongue()
  const [counting, count] = useState('')
  const options = COUNTINGS.map((id) => ({ id, name: say(`exchange.counting.${id}`) }))
  return (
    <Choice
      label={say('exchange.counting')}
      options={[{ id: '', name: say('exchange.counting.unknown') }, ...options]}
      chosen={counting}
      choose={(id) => {
        count(id)
        const nth = COUNTINGS.findIndex((one) => one === id)
        if (file !== null) void read(file.file, LIKELY_COUNTINGS[nth] ?? null)
      }}
    />
  )
}

function Taken({ taken: { added, same, staysOut } }: { readonly taken: WorkTaken }) {
  const { say } = useTongue()
  return (
    <>
      <p>
        {say('exchange.taken.added')} <Counts of={{ ...added } satisfies WorkCounts} />
      </p>
      <p>
        {say('exchange.taken.same')} <Counts of={{ ...same }} />
      </p>
      {staysOut.length === 0 ? null : (
        <>
          <p>{say('exchange.taken.not-as-it-came')}</p>
          <ul>
            {staysOut.map(({ kind, name, reason }, at) => (
              <li key={at}>
                {say(`exchange.record.${kind}`)} <bdi>{name}</bdi>: {say(`exchange.stays-out.${reason}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
