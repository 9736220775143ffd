import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, CheckboxButton, CheckboxField, CheckboxGroup, Label } from 'react-aria-components'
import type { Refusal } from '@corroborate/base'
import { recordInWords } from '@corroborate/linkage'
import type { ClusterView, HeldDifferent, RecordShown } from '@corroborate/server/api'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/linkage.module.css'
import { judge } from './send.ts'

interface JudgeClusterProps {
  readonly run: string
  readonly cluster: ClusterView
}

/** Says of a whole cluster that it is one person, or takes records out: each of these is then somebody else. */
export function JudgeCluster({ run, cluster: { name, records } }: JudgeClusterProps) {
  const { say, locale } = useTongue()
  const investigation = useInvestigation()
  const queries = useQueryClient()
  const [out, setOut] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [warnings, setWarnings] = useState<readonly HeldDifferent[] | null>(null)
  const send = async (taken: readonly string[]) => {
    setBusy(true)
    const one = records.filter((record) => !taken.includes(keyOf(record)))
    const others = records.filter((record) => taken.includes(keyOf(record)))
    const people = [...(one.length === 0 ? [] : [one.map(at)]), ...others.map((record) => [at(record)])]
    const answer = await judge(`/investigations/${investigation}/linkage-runs/${run}/clusters`, {
      cluster: name,
      people,
      why: null,
    })
    if (answer.ok) await queries.invalidateQueries()
    setRefusal(answer.ok ? null : answer)
    setWarnings(answer.ok ? answer.value : null)
    setBusy(false)
  }
  return (
    <div className={styles.judgeCluster}>
      <Button className="button" isDisabled={busy} onPress={() => void send([])}>
        {say('desk.cluster.all-same')}
      </Button>
      <CheckboxGroup className={inputs.radios ?? ''} value={[...out]} onChange={setOut}>
        <Label>{say('desk.cluster.take-out')}</Label>
        {records.map((record, i) => (
          <CheckboxField key={keyOf(record)} value={keyOf(record)}>
            <CheckboxButton className={inputs.radio ?? ''}>
              {say('desk.cluster.record', {
                number: i + 1,
                list: record.code,
                line: record.line ?? record.row,
              })}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </CheckboxGroup>
      <Button className="button" isDisabled={busy || out.length === 0} onPress={() => void send(out)}>
        {say('desk.cluster.save-out', { records: out.length })}
      </Button>
      <RefusalNote refusal={refusal} />
      <div role="status">
        {warnings === null ? null : <p>{say('desk.cluster.judged')}</p>}
        {warnings?.map((warning) => (
          <p key={JSON.stringify(warning)} className={styles.warning}>
            {say('desk.review.held-different', {
              left: recordInWords(locale, warning.left),
              right: recordInWords(locale, warning.right),
              by: warning.by.join(say('desk.list.comma')),
            })}
          </p>
        ))}
      </div>
    </div>
  )
}

function keyOf({ list, row }: RecordShown): string {
  return `${list}#${row}`
}

function at({ list, row }: RecordShown) {
  return { list, row }
}
