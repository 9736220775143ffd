import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { Outcome, Refusal } from '@corroborate/base'
import type { ActMapping, ActsRead } from '@corroborate/interchange'
import type { ActsTaken } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { holds, sourcesOf } from '../api.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import { useInvestigation } from '../parts/links.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/texts.module.css'
import { useLanguages, useSourceOptions } from '../texts/one-text.tsx'
import { ActColumns } from './act-columns.tsx'
import { actTablesOf } from './queries.ts'
import { mappingFor, readActFiles, rowsToSend, tableOf, type ActFiles } from './read-act-tables.ts'

/** Takes in a table of acts of another database: its columns are proposed or known from the last time, its rows shown before they are sent. */
export function TakeActsIn() {
  const { say, locale } = useTongue()
  const investigation = useInvestigation()
  const queries = useQueryClient()
  const { data: sources } = useSuspenseQuery(sourcesOf(investigation))
  const { data: known } = useSuspenseQuery(actTablesOf(investigation))
  const documents = useSourceOptions(sources.filter(({ kind }) => kind === 'document'))
  const [name, setName] = useState('')
  const [chosen, setSource] = useState('')
  const [language, setLanguage] = useState<string>(locale)
  const [files, setFiles] = useState<ActFiles>({})
  const [changed, setMapping] = useState<ActMapping | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [taken, setTaken] = useState<ActsTaken | null>(null)
  const kept = known.tables.find((one) => one.name === name.trim()) ?? null
  const source = kept?.source ?? chosen
  const mapping = changed ?? (files.acts === undefined ? null : mappingFor(files, kept))
  const read = mapping === null ? null : readActFiles(files, { name: name.trim(), mapping, kept })
  const choose = async (picked: FileList | null) => {
    const read = await Promise.all(
      [...(picked ?? [])].map(async (file) => [tableOf(file.name), await file.text()] as const),
    )
    setFiles(Object.fromEntries(read))
    setMapping(null)
    setTaken(null)
  }
  const takeIn = async () => {
    if (read?.ok !== true || mapping === null) return
    const rows = rowsToSend(read.value)
    const body = { name: name.trim(), source, language, mapping, rows }
    const answer = takenIn(await send(`/investigations/${investigation}/exchange/act-tables`, body))
    setRefusal(answer.ok ? null : answer)
    setTaken(answer.ok ? answer.value : null)
    if (answer.ok) await queries.invalidateQueries()
  }
  const lacking = name.trim() === '' || source === '' || read?.ok !== true
  return (
    <AskForm onAsk={takeIn}>
      <FieldGroup title={say('exchange.acts')} note={say('exchange.acts.note')}>
        <div className={inputs.inLine}>
          <Field
            label={say('exchange.acts.name')}
            help={
              known.tables.length === 0
                ? undefined
                : say('exchange.acts.known', {
                    names: new Intl.ListFormat(locale).format(known.tables.map((one) => one.name)),
                  })
            }
            look="short"
            value={name}
            onChange={setName}
          />
          {kept === null ? (
            <Choice
              label={say('exchange.acts.document')}
              options={documents}
              chosen={source}
              choose={setSource}
            />
          ) : null}
          <Choice
            label={say('desk.texts.language')}
            options={useLanguages(locale)}
            chosen={language}
            choose={setLanguage}
          />
        </div>
        <FileTrigger allowsMultiple acceptedFileTypes={['.csv']} onSelect={(picked) => void choose(picked)}>
          <Button className="button">{say('exchange.acts.choose')}</Button>
        </FileTrigger>
        {mapping === null ? null : <ActColumns {...{ files, mapping }} onChange={setMapping} />}
        {files.acts !== undefined && mapping === null ? <p>{say('exchange.acts.no-acts')}</p> : null}
        {read?.ok === true ? <AsRead acts={read.value} /> : null}
        <RefusalNote refusal={read?.ok === false ? read : refusal} />
        <p role="status">{taken === null ? null : say('exchange.acts.taken', countsOf(taken))}</p>
        <div className={inputs.end}>
          <Button type="submit" className="button" isDisabled={lacking}>
            {say('exchange.acts.in')}
          </Button>
        </div>
      </FieldGroup>
    </AskForm>
  )
}

/** What the rows would do, and which were set aside, with their lines. */
function AsRead({ acts }: { readonly acts: ActsRead }) {
  const { say } = useTongue()
  const of = (stands: ActsRead['claims'][number]['stands']) =>
    acts.claims.filter((one) => one.stands === stands).length
  return (
    <>
      <p>
        {say('exchange.acts.read', {
          created: of('new'),
          changed: of('changed'),
          same: of('same'),
          gone: acts.gone.length,
        })}{' '}
        {acts.persons.length === 0 ? null : say('exchange.acts.persons', { count: acts.persons.length })}
      </p>
      {acts.aside.length === 0 ? null : (
        <details className={styles.look} open>
          <summary>{say('exchange.acts.aside', { count: acts.aside.length })}</summary>
          <ul>
            {acts.aside.map(({ sentence }) => (
              <li key={sentence} lang="en" dir="ltr">
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function countsOf({ rows, gone }: ActsTaken) {
  const of = (came: ActsTaken['rows'][number]['came']) => rows.filter((one) => one.came === came).length
  return { created: of('created'), changed: of('changed'), same: of('unchanged'), gone: gone.length }
}

function takenIn(answer: Outcome<unknown>): Outcome<ActsTaken> {
  if (!answer.ok) return answer
  return holds<ActsTaken>(answer.value, ['text', 'rows', 'gone'])
    ? { ok: true, value: answer.value }
    : { ok: false, reason: 'unreachable', detail: 'The answer cannot be read.' }
}
