import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Outcome, Refusal } from '@corroborate/base'
import type { ActMapping } from '@corroborate/interchange'
import type { ActsTaken } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { holds } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { actTablesOf } from './queries.ts'
import { mappingFor, readActFiles, rowsToSend, tableOf, type ActFiles } from './read-act-tables.ts'

/** What a person says of a database. */
interface DatabaseSaid {
  readonly name: string
  readonly source: string
  readonly language: string
}

/** A table of acts on its way in: chosen, mapped, read against the last time, and taken in. */
export function useActTable(investigation: string) {
  const { locale } = useTongue()
  const { data } = useSuspenseQuery(actTablesOf(investigation))
  const [said, setSaid] = useState<DatabaseSaid>({ name: '', source: '', language: locale })
  const [files, setFiles] = useState<ActFiles>({})
  const [changed, map] = useState<ActMapping | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [taken, setTaken] = useState<ActsTaken | null>(null)
  const name = said.name.trim()
  const kept = data.tables.find((one) => one.name === name) ?? null
  const source = kept?.source ?? said.source
  const hasActs = files.acts !== undefined
  const mapping = changed ?? (hasActs ? mappingFor(files, kept) : null)
  const read = mapping === null ? null : readActFiles(files, { name, mapping, kept })
  const choose = async (picked: readonly File[]) => {
    const texts = picked.map(async (file) => [tableOf(file.name), await file.text()] as const)
    setFiles(Object.fromEntries(await Promise.all(texts)))
    map(null)
    setTaken(null)
  }
  const takeIn = async (then: () => Promise<void>) => {
    if (read?.ok !== true) return
    const rows = rowsToSend(read.value)
    const body = { name, source, language: said.language, mapping, rows }
    const answer = takenIn(await send(`/investigations/${investigation}/exchange/act-tables`, body))
    setRefusal(answer.ok ? null : answer)
    setTaken(answer.ok ? answer.value : null)
    if (answer.ok) await then()
  }
  return {
    ...{ said, files, kept, mapping, read, refusal, taken, map, choose, takeIn },
    tell: (more: Partial<DatabaseSaid>) => setSaid({ ...said, ...more }),
    known: data.tables.map((one) => one.name),
    hasNoActs: hasActs && mapping === null,
    isReady: name !== '' && source !== '' && read?.ok === true,
  }
}

export type ActTableComing = ReturnType<typeof useActTable>

function takenIn(answer: Outcome<unknown>): Outcome<ActsTaken> {
  if (!answer.ok) return answer
  return holds<ActsTaken>(answer.value, ['text', 'rows', 'gone'])
    ? { ok: true, value: answer.value }
    : { ok: false, reason: 'unreachable', detail: 'The answer cannot be read.' }
}
