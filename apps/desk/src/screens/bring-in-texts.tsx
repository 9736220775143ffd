import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, CheckboxButton, CheckboxField } from 'react-aria-components'
import { sourcesOf } from '../api.ts'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { RefusalText } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/texts.module.css'
import type { ReadFile } from '../texts/brought.ts'
import { DropFiles } from '../texts/drop-files.tsx'
import { FileTable } from '../texts/file-table.tsx'
import { KeepOriginals } from '../texts/keep-originals.tsx'
import { NamesToProtect, WhatStandsForWhat } from '../texts/names-to-protect.tsx'
import { OneText, useSourceOptions } from '../texts/one-text.tsx'
import { SpeakerNames } from '../texts/speaker-names.tsx'
import { useBatch, type Batch } from '../texts/use-batch.ts'

/** Takes in texts: files are read in this browser, looked at, freed of names, and only then sent, each whole or not at all. */
export function BringInTexts() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data: sources } = useSuspenseQuery(sourcesOf(investigation))
  const batch = useBatch(sources)
  const { begun, send } = batch.sending
  const [first] = batch.read
  return (
    <Page name={say('desk.texts')} lead={say('desk.texts.note')}>
      {begun ? null : <DropFiles onFiles={(files) => void batch.add(files)} />}
      {batch.files.length === 0 ? null : <FileTable files={batch.files} />}
      {first === undefined || begun ? null : <KeepOriginals batch={batch} />}
      {first === undefined ? null : (
        <AskForm onAsk={send}>
          {begun ? null : <SpeakerNames batch={batch} />}
          {begun ? <WhatStandsForWhat batch={batch} /> : <NamesToProtect batch={batch} />}
          <TextByText {...{ batch, sources, first }} />
          <Sending batch={batch} />
        </AskForm>
      )}
      <p className={styles.onward}>
        <Link to="/i/$investigation/sources" params={{ investigation }}>
          {say('desk.sources')}
        </Link>
      </p>
    </Page>
  )
}

interface TextByTextProps {
  readonly batch: Batch
  readonly sources: Parameters<typeof useSourceOptions>[0]
  readonly first: ReadFile
}

function TextByText({ batch, sources, first }: TextByTextProps) {
  const { say } = useTongue()
  const [chosen, choose] = useState(first.key)
  const file = batch.read.find(({ key }) => key === chosen) ?? first
  const options = useSourceOptions(sources)
  const without = batch.read.filter(({ state }) => state.said.source === '')
  const giveAll = (source: string) => {
    for (const { key, state } of without) batch.change(key, { said: { ...state.said, source } })
  }
  return (
    <FieldGroup title={say('desk.texts.preview')} note={say('desk.texts.preview.note')}>
      {without.length > 1 ? (
        <Choice label={say('desk.texts.source.all')} options={options} chosen="" choose={giveAll} />
      ) : null}
      {batch.read.length > 1 ? (
        <Choice
          label={say('desk.texts.file')}
          options={batch.read.map(({ key, name }) => ({ id: String(key), name }))}
          chosen={String(file.key)}
          choose={(key) => choose(Number(key))}
        />
      ) : null}
      <OneText {...{ batch, file, sources }} />
    </FieldGroup>
  )
}

function Sending({ batch }: { readonly batch: Batch }) {
  const { say } = useTongue()
  const { sending, faults, confirmed, confirm, read } = batch
  const done = read.length - sending.left
  return (
    <>
      <CheckboxField isSelected={confirmed} onChange={confirm}>
        <CheckboxButton className={inputs.radio ?? ''}>{say('desk.texts.confirm')}</CheckboxButton>
      </CheckboxField>
      <div role="alert">
        {sending.tried && faults.length > 0 ? (
          <ul className={inputs.sentences}>
            {faults.map((fault) => (
              <li key={fault.reason}>
                <RefusalText refusal={fault} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className={inputs.end}>
        {sending.left > 0 ? (
          <Button type="submit" className="button" isDisabled={sending.busy}>
            {say('desk.texts.send', { texts: sending.left })}
          </Button>
        ) : null}
        {sending.begun ? <p role="status">{say('desk.texts.sent', { done, texts: read.length })}</p> : null}
        {sending.busy ? (
          <progress aria-label={say('desk.texts.state')} max={read.length} value={done} />
        ) : null}
      </div>
    </>
  )
}
