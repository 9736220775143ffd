import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, FileTrigger } from 'react-aria-components'
import type { ActsRead } from '@corroborate/interchange'
import type { ActsTaken } from '@corroborate/server/api'
import { sourcesOf } from '../api.ts'
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
import { useActTable, type ActTableComing } from './use-act-table.ts'

/** Takes in a table of acts of another database: its columns are proposed or known from the last time, its rows shown before they are sent. */
export function TakeActsIn() {
  const { say } = useTongue()
  const queries = useQueryClient()
  const table = useActTable(useInvestigation())
  const { files, draft, read, taken } = table
  return (
    <AskForm onAsk={() => table.takeIn(() => queries.invalidateQueries())}>
      <FieldGroup title={say('exchange.acts')} note={say('exchange.acts.note')}>
        <WhichDatabase table={table} />
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={['.csv']}
          onSelect={(picked) => void table.choose([...(picked ?? [])])}
        >
          <Button className="button">{say('exchange.acts.choose')}</Button>
        </FileTrigger>
        {draft === null ? null : <ActColumns {...{ files, draft }} onChange={table.map} />}
        {table.lacksColumns ? <p>{say('exchange.acts.no-acts')}</p> : null}
        {read?.ok === true ? <AsRead acts={read.value} /> : null}
        <RefusalNote refusal={read?.ok === false ? read : table.refusal} />
        <p role="status">{taken === null ? null : say('exchange.acts.taken', countsOf(taken))}</p>
        <div className={inputs.end}>
          <Button type="submit" className="button" isDisabled={!table.isReady}>
            {say('exchange.acts.in')}
          </Button>
        </div>
      </FieldGroup>
    </AskForm>
  )
}

/** The database by its name, and the document that it is where that is not known from the last time. */
function WhichDatabase({ table }: { readonly table: ActTableComing }) {
  const { say, locale } = useTongue()
  const { data: sources } = useSuspenseQuery(sourcesOf(useInvestigation()))
  const documents = useSourceOptions(sources.filter(({ kind }) => kind === 'document'))
  const { said, tell, kept, known } = table
  const names = new Intl.ListFormat(locale).format(known)
  return (
    <div className={inputs.inLine}>
      <Field
        label={say('exchange.acts.name')}
        help={names === '' ? undefined : say('exchange.acts.known', { names })}
        look="short"
        value={said.name}
        onChange={(name) => tell({ name })}
      />
      {kept === null ? (
        <Choice
          label={say('exchange.acts.document')}
          options={documents}
          chosen={said.source}
          choose={(source) => tell({ source })}
        />
      ) : null}
      <Choice
        label={say('desk.texts.language')}
        options={useLanguages(locale)}
        chosen={said.language}
        choose={(language) => tell({ language })}
      />
    </div>
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
