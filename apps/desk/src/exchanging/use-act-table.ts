import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import {
  actMappingOf,
  actMappingShape,
  actRows,
  givenFileOf,
  proposeActMapping,
  readActFiles,
  readActs,
  type ActDraft,
  type ActFiles,
  type ActMapping,
  type ActsRead,
} from '@corroborate/interchange'
import type { ActsTaken, ActTablesView } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { holds } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { actTablesOf } from './queries.ts'

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
  const [changed, map] = useState<ActDraft | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [taken, setTaken] = useState<ActsTaken | null>(null)
  const name = said.name.trim()
  const kept = data.tables.find((one) => one.name === name) ?? null
  const source = kept?.source ?? said.source
  const draft = changed ?? (files.acts === undefined ? null : draftOf(files, kept))
  const mapping = draft && actMappingOf(draft)
  const read = mapping && readSo(files, { name, mapping, kept })
  const choose = async (picked: readonly File[]) => {
    const bytes = picked.map(async (file) => givenFileOf(file.name, new Uint8Array(await file.arrayBuffer())))
    const given = await readActFiles(await Promise.all(bytes))
    setFiles(given.ok ? given.value : {})
    setRefusal(given.ok ? null : given)
    map(null)
    setTaken(null)
  }
  const takeIn = async (then: () => Promise<void>) => {
    if (read?.ok !== true) return
    const rows = actRows(read.value).map(({ when, ...row }) => ({
      ...row,
      when: when && { edtf: when.edtf, said: when.said },
    }))
    const body = { name, source, language: said.language, mapping, rows }
    const answer = takenIn(await send(`/investigations/${investigation}/exchange/act-tables`, body))
    setRefusal(answer.ok ? null : answer)
    setTaken(answer.ok ? answer.value : null)
    if (answer.ok) await then()
  }
  return {
    ...{ said, files, kept, draft, read, refusal, taken, map, choose, takeIn },
    tell: (more: Partial<DatabaseSaid>) => setSaid({ ...said, ...more }),
    known: data.tables.map((one) => one.name),
    lacksColumns: draft !== null && mapping === null,
    isReady: name !== '' && source !== '' && read?.ok === true,
  }
}

export type ActTableComing = ReturnType<typeof useActTable>

type Kept = ActTablesView['tables'][number] | null

/** Which column is which, as it was kept of this database, or as the names of the columns suggest. */
function draftOf(files: ActFiles, kept: Kept): ActDraft {
  const before = actMappingShape.safeParse(kept?.mapping)
  const columns = Object.entries(files).map(([table, file]) => [table, file.columns] as const)
  return proposeActMapping(Object.fromEntries(columns), before.success ? before.data : null)
}

/** The rows as claims to be, held against what was made of them the last time. */
function readSo(
  files: ActFiles,
  { name, mapping, kept }: { readonly name: string; readonly mapping: ActMapping; readonly kept: Kept },
): Outcome<ActsRead> {
  const read = readActs(files, { database: name, mapping, before: kept?.rows ?? [] })
  return read.ok
    ? ok(read.acts)
    : refuse('table-unreadable', read.mistakes.map(({ sentence }) => sentence).join(' '))
}

function takenIn(answer: Outcome<unknown>): Outcome<ActsTaken> {
  if (!answer.ok) return answer
  return holds<ActsTaken>(answer.value, ['text', 'rows', 'gone'])
    ? { ok: true, value: answer.value }
    : { ok: false, reason: 'unreachable', detail: 'The answer cannot be read.' }
}
