import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { Refusal } from '@corroborate/base'
import type { PackageReceived } from '@corroborate/server/api'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import { sendPackage } from './exchange.ts'

/** Takes a package of another instance in: verified whole first, then merged record by record. */
export function TakePackageIn() {
  const { say } = useTongue()
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [key, setKey] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [received, setReceived] = useState<PackageReceived | null>(null)
  const take = async () => {
    if (file === null) return
    setBusy(true)
    setReceived(null)
    const answer = await sendPackage(file, key.trim())
    setRefusal(answer.ok ? null : answer)
    setReceived(answer.ok ? answer.value : null)
    if (answer.ok) await queries.invalidateQueries()
    setBusy(false)
  }
  return (
    <AskForm onAsk={take}>
      <FieldGroup title={say('desk.packages.take')} note={say('desk.packages.take.note')}>
        <div>
          <FileTrigger acceptedFileTypes={['.tar']} onSelect={(files) => setFile(files?.[0] ?? null)}>
            <Button className="button">{say('desk.packages.choose')}</Button>
          </FileTrigger>
          <p role="status">{file === null ? null : <bdi>{file.name}</bdi>}</p>
        </div>
        <Field
          label={say('desk.packages.key')}
          help={say('desk.packages.key.help')}
          value={key}
          onChange={setKey}
        />
        <RefusalNote refusal={refusal} />
        <div role="status">{received === null ? null : <Told received={received} />}</div>
        <div className={inputs.end}>
          <Button type="submit" className="button" isDisabled={busy || file === null || key.trim() === ''}>
            {say(busy ? 'desk.packages.taking' : 'desk.packages.take')}
          </Button>
        </div>
      </FieldGroup>
    </AskForm>
  )
}

function Told({ received }: { readonly received: PackageReceived }) {
  const { say } = useTongue()
  const { investigation, made, added, replaced, kept, conflicts } = received
  return (
    <>
      <p>{say(made ? 'desk.packages.taken.new' : 'desk.packages.taken', { added, replaced, kept })}</p>
      {conflicts === 0 ? null : (
        <p>
          <Link to="/i/$investigation/conflicts" params={{ investigation }}>
            {say('desk.packages.conflicts', { count: conflicts })}
          </Link>
        </p>
      )}
    </>
  )
}
