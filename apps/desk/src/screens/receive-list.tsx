import { useQueryClient } from '@tanstack/react-query'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { Refusal } from '@corroborate/base'
import type { ListPreview } from '@corroborate/server/api'
import { Field, FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { missing, NO_WORDS, wordsOf } from '../how-many/ask/draft.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { Aside } from '../linkage/aside.tsx'
import { CellsTable } from '../linkage/cells-table.tsx'
import { FormText } from '../linkage/form-text.tsx'
import { CleanField, MappingFields } from '../linkage/mapping-fields.tsx'
import { rowsAsRead } from '../linkage/rows-as-read.ts'
import { previewOfFile, receiveFile, type Received } from '../linkage/send.ts'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/linkage.module.css'

/** Takes in a file of people: what it is, how its columns are read, who holds it; then all of it or nothing. */
export function ReceiveList() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<ListPreview | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const [received, setReceived] = useState<Received | null>(null)
  const look = async (chosen: File, sheet: string | null) => {
    setBusy(true)
    setFile(chosen)
    const seen = await previewOfFile(investigation, { file: chosen, sheet })
    setPreview(seen.ok ? seen.value : null)
    setRefusal(seen.ok ? null : seen)
    setBusy(false)
  }
  if (received !== null) return <Taken received={received} />
  return (
    <Page name={say('desk.receive')} lead={say('desk.receive.note')}>
      <div className={styles.fileLine}>
        <FileTrigger
          acceptedFileTypes={['.csv', '.tsv', '.txt', '.xlsx', 'text/csv']}
          onSelect={(files) => {
            const [chosen] = files ?? []
            if (chosen !== undefined) void look(chosen, null)
          }}
        >
          <Button className="button" isDisabled={busy}>
            {say(file === null ? 'desk.receive.choose' : 'desk.receive.choose-other')}
          </Button>
        </FileTrigger>
        <p role="status">
          {file === null ? say('desk.receive.kinds') : <bdi>{file.name}</bdi>}
          {busy ? <> · {say('desk.pending')}</> : null}
        </p>
      </div>
      <RefusalNote refusal={refusal} />
      {file === null || preview === null ? null : (
        <MapAndSend
          key={`${file.name} ${file.lastModified} ${sheetOf(preview) ?? ''}`}
          {...{ file, preview, onReceived: setReceived }}
          onSheet={(sheet) => void look(file, sheet)}
        />
      )}
    </Page>
  )
}

function sheetOf({ form }: ListPreview): string | null {
  return form.kind === 'xlsx' ? form.sheet : null
}

interface MapProps {
  readonly file: File
  readonly preview: ListPreview
  readonly onSheet: (sheet: string) => void
  readonly onReceived: (received: Received) => void
}

function MapAndSend({ file, preview, onSheet, onReceived }: MapProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const queries = useQueryClient()
  const [mapping, setMapping] = useState(preview.before ?? preview.proposed.mapping)
  const [title, setTitle] = useState(NO_WORDS)
  const [holder, setHolder] = useState('')
  const [code, setCode] = useState('')
  const [clean, setClean] = useState(false)
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const { form, columns, rows } = preview
  const named = wordsOf(title)
  const submit = async () => {
    setTried(true)
    if (named === null || holder.trim() === '') return
    setBusy(true)
    const said = { code: code.trim() === '' ? null : code.trim(), title: { ...named }, holder: holder.trim() }
    const answer = await receiveFile(investigation, file, {
      ...said,
      mapping,
      clean,
      sheet: sheetOf(preview),
    })
    setBusy(false)
    setRefusal(answer.ok ? null : answer)
    if (!answer.ok) return
    await queries.invalidateQueries()
    onReceived(answer.value)
  }
  return (
    <AskForm onAsk={submit}>
      <FieldGroup title={say('desk.receive.as-read')} note={<FormText form={form} />}>
        {form.kind === 'xlsx' && form.sheets.length > 1 ? (
          <Choice
            label={say('desk.receive.sheet')}
            options={form.sheets.map(({ name }) => ({ id: name, name }))}
            chosen={form.sheet}
            choose={onSheet}
          />
        ) : null}
        <Aside sentences={preview.aside} />
        <CellsTable
          label={say('desk.receive.first-rows')}
          columns={columns}
          rows={rowsAsRead(preview, mapping)}
        />
      </FieldGroup>
      <FieldGroup
        title={say('desk.receive.mapping')}
        note={say(preview.before === null ? 'desk.receive.mapping.note' : 'desk.receive.mapping.before')}
      >
        <MappingFields
          mapping={mapping}
          onChange={setMapping}
          because={preview.before === null ? preview.proposed.because : undefined}
          examples={columns.map((_, at) => rows.map(({ cells }) => cells[at] ?? ''))}
        />
        {preview.proposed.dateOrderSeen === 'mixed' ? (
          <p className={styles.warning} role="note">
            {say('desk.receive.date-order.mixed')}
          </p>
        ) : null}
      </FieldGroup>
      <FieldGroup title={say('desk.receive.about')}>
        <WordsField
          label={say('desk.lists.title')}
          value={title}
          onChange={setTitle}
          fault={tried && named === null ? missing('title') : undefined}
        />
        <Field
          label={say('desk.lists.holder')}
          help={say('desk.lists.holder.help')}
          value={holder}
          onChange={setHolder}
          fault={tried && holder.trim() === '' ? missing('holder') : undefined}
        />
        <Field
          label={say('desk.ask.code')}
          look="short"
          language="en"
          help={say('desk.ask.code.help')}
          value={code}
          onChange={setCode}
        />
        <CleanField clean={clean} onChange={setClean} />
      </FieldGroup>
      <RefusalNote refusal={refusal} />
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={busy}>
          {say(busy ? 'desk.receive.sending' : 'desk.receive.send')}
        </Button>
        {tried && (named === null || holder.trim() === '') ? (
          <p className={inputs.fault} role="status">
            {say('desk.ask.see-above')}
          </p>
        ) : null}
      </div>
    </AskForm>
  )
}

function Taken({ received }: { readonly received: Received }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  return (
    <Page name={say('desk.receive.taken')}>
      <p role="status">{say('desk.receive.taken.rows', { rows: received.rows })}</p>
      <Aside sentences={received.faults} all={received.aside} />
      <p className={styles.onward}>
        <Link to="/i/$investigation/lists/$list" params={{ investigation, list: received.list }}>
          {say('desk.receive.open')}
        </Link>
        <Link to="/i/$investigation/lists" params={{ investigation }}>
          {say('desk.lists')}
        </Link>
      </p>
    </Page>
  )
}
