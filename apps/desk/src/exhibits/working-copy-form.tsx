import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { refuse, type Refusal } from '@corroborate/base'
import type { ExhibitFileView } from '@corroborate/server/api'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { Field, FieldGroup } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import { useInvestigation } from '../parts/links.tsx'
import inputs from '../styles/ask.module.css'
import type { ReadyFile } from './choose-file.tsx'
import { DigestsTaken } from './digests-taken.tsx'
import { Progress } from './progress.tsx'
import { sendWorkingCopy } from './send-exhibit.ts'

const UNSAID = { tool: '', toolVersion: '', changes: '' }
/** As the server refuses it: told before the whole file is sent. */
const NOT_REPEATABLE = refuse('not-repeatable', '')

interface WorkingCopyProps {
  readonly ready: ReadyFile
  readonly exhibit: string
  /** Those that it can have been made from. */
  readonly files: readonly [ExhibitFileView, ...ExhibitFileView[]]
  readonly onLinked: () => void
}

/** Says from what a file was made, with what, and what was changed, and sends it. */
export function WorkingCopyForm({ ready, exhibit, files, onLinked }: WorkingCopyProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const queries = useQueryClient()
  const [from, setFrom] = useState(files[0].id)
  const [typed, setTyped] = useState(UNSAID)
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const field = (name: keyof typeof UNSAID) => ({
    ...{ label: say(`desk.working.${name}`), value: typed[name] },
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    fault: tried && typed[name].trim() === '' ? NOT_REPEATABLE : undefined,
  })
  const send = async () => {
    setTried(true)
    if (Object.values(typed).some((words) => words.trim() === '')) return
    setSent(0)
    const copy = { ready, made: { from, ...typed } }
    const answer = await sendWorkingCopy({ investigation, exhibit }, copy, setSent)
    setSent(null)
    setRefusal(answer.ok ? null : answer)
    if (!answer.ok) return
    await queries.invalidateQueries()
    onLinked()
  }
  return (
    <AskForm onAsk={send}>
      <DigestsTaken of={ready.digests} />
      <FieldGroup title={say('desk.working.how')} note={say('desk.working.how.note')}>
        <Choice
          label={say('desk.working.from')}
          options={files.map(({ id, name }) => ({ id, name }))}
          chosen={from}
          choose={(chosen) => setFrom(files.find(({ id }) => id === chosen)?.id ?? from)}
        />
        <Field {...field('tool')} />
        <Field {...field('toolVersion')} look="short" />
        <Field {...field('changes')} />
      </FieldGroup>
      <RefusalNote refusal={refusal} />
      {sent === null ? null : (
        <Progress label={say('desk.exhibit.sending')} done={sent} of={ready.file.size} />
      )}
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={sent !== null}>
          {say('desk.working.link')}
        </Button>
      </div>
    </AskForm>
  )
}
