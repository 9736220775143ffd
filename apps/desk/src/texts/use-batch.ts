import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Refusal } from '@corroborate/base'
import type { SourceRow } from '@corroborate/server/api'
import type { ProtectedName } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useAtSeal, type SealingHere } from '../sealing/use-at-seal.ts'
import {
  faultsOf,
  firstSaid,
  isRead,
  labelsIn,
  renamedIn,
  textToSend,
  type Brought,
  type Made,
  type ReadFile,
  type ReadState,
} from './brought.ts'
import {
  decisionsOn,
  namesGiven,
  suspectedIn,
  tokensByWords,
  type Decision,
  type Suspected,
} from './decisions.ts'
import { sendText } from './send-text.ts'
import { openTextReader, type TextReader } from './text-reader.ts'

export type Batch = ReturnType<typeof useBatch>

type Settle = (key: number, state: (before: Brought['state']) => Brought['state']) => void

/** Files on their way in, and what was said of them. All of it is in this window alone until it is sent, and what is replaced leaves it sealed. */
export function useBatch(sources: readonly SourceRow[]) {
  const [files, setFiles] = useState<readonly Brought[]>([])
  const settle: Settle = (key, state) =>
    setFiles((all) => all.map((file) => (file.key === key ? { ...file, state: state(file.state) } : file)))
  const reader = useReader()
  const read = useMemo(() => files.filter(isRead), [files])
  const naming = useNaming(read)
  const [confirmed, confirm] = useState(false)
  const { pseudonyms, decisions } = naming
  const made: Made = { pseudonyms, decisions }
  const keeping = useKeeping()
  const add = async (chosen: readonly File[]) => {
    const brought = chosen.map((file, at) => ({ file, key: files.length + at }))
    const waiting = brought.map(({ file, key }): Brought => ({
      key,
      name: file.name,
      file,
      state: { kind: 'waiting' },
    }))
    setFiles((all) => [...all, ...waiting])
    for (const { file, key } of brought) {
      const answer = await reader().read(file)
      settle(key, () =>
        answer.ok
          ? {
              kind: 'read',
              ...answer.value,
              said: firstSaid(answer.value.text, sources),
              found: null,
              came: null,
            }
          : { kind: 'broken', fault: answer },
      )
    }
  }
  const change = (key: number, changed: Partial<ReadState>) =>
    settle(key, (before) => (before.kind === 'read' ? { ...before, ...changed } : before))
  const [looking, setLooking] = useState(false)
  const look = async () => {
    setLooking(true)
    for (const { key, state } of read) {
      const answer = await reader().look(state.text.turns, naming.names)
      if (answer.ok) change(key, { found: answer.value })
    }
    naming.lookedWith(JSON.stringify(naming.names))
    setLooking(false)
  }
  const { kept, at } = keeping
  const faults = faultsOf(read, { ...made, looked: naming.looked, confirmed, kept })
  const sending = useSending({ read, made, faults, change, at })
  return {
    ...{ files, read, made, naming, keeping, add, change, look, looking },
    ...{ confirmed, confirm, faults, sending },
  }
}

/** One thread for the whole visit, opened by the first file. */
function useReader(): () => TextReader {
  const open = useRef<TextReader | null>(null)
  useEffect(() => () => open.current?.close(), [])
  return () => (open.current ??= openTextReader())
}

/** Whether what is replaced is sealed to the custodians, as it is unless somebody says that it is kept nowhere. */
function useKeeping() {
  const sealing = useAtSeal()
  const [nowhere, keepNowhere] = useState(false)
  const at = !nowhere && sealing?.ok === true ? sealing.value : null
  return { sealing, nowhere, keepNowhere, at, kept: nowhere || at !== null }
}

const NOBODY: ReadonlyMap<string, string> = new Map()
const NOTHING: ReadonlyMap<string, Decision> = new Map()

/** Who is called what, and which words are replaced. */
function useNaming(read: readonly ReadFile[]) {
  const [base] = useState(numberOfBatch)
  const [pseudonyms, setPseudonyms] = useState(NOBODY)
  const [written, write] = useState('')
  const [said, setSaid] = useState(NOTHING)
  const [looked, lookedWith] = useState('')
  const [known, setKnown] = useState<readonly ProtectedName[]>([])
  const labels = useMemo(() => labelsIn(read), [read])
  const tokens = useMemo(() => ({ base, known }), [base, known])
  const names = useMemo(
    () => namesGiven(written, renamedIn(read, pseudonyms), tokens),
    [read, pseudonyms, written, tokens],
  )
  const suspected = useMemo(() => suspectedIn(read.flatMap(({ state }) => state.found ?? [])), [read])
  const decisions = useMemo(() => decisionsOn(suspected, said, tokens), [suspected, said, tokens])
  return {
    ...{ base, labels, pseudonyms, written, write, names, suspected, decisions, lookedWith },
    /** Who speaks under the name of somebody who had a token before is called so again, where nobody has said otherwise. */
    know: (before: readonly ProtectedName[]) => {
      const again = tokensByWords(before)
      const called = labels.flatMap(({ label }) => {
        const token = again.get(label)
        return token === undefined ? [] : [[label, token] as const]
      })
      setPseudonyms((all) => new Map([...called, ...all]))
      setKnown(before)
    },
    looked: looked === JSON.stringify(names),
    call: (label: string, pseudonym: string) => setPseudonyms((all) => new Map(all).set(label, pseudonym)),
    decide: ({ exact }: Suspected, decision: Decision) => setSaid((all) => new Map(all).set(exact, decision)),
  }
}

/** Tokens of one batch must not be those of another, of which this window knows nothing: its numbers begin somewhere among 9,000 hundreds. */
function numberOfBatch(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return ((drawn % 9_000) + 1_000) * 100
}

interface ToSend {
  readonly read: readonly ReadFile[]
  readonly made: Made
  readonly faults: readonly Refusal[]
  readonly change: (key: number, changed: Partial<ReadState>) => void
  /** Where what was replaced is sealed; null where it is kept nowhere. */
  readonly at: SealingHere | null
}

/** One request for each text, with what was replaced in it; what is refused does not stop the rest, and is sent again with what has not been sent. */
function useSending({ read, made, faults, change, at }: ToSend) {
  const investigation = useInvestigation()
  const { locale } = useTongue()
  const queries = useQueryClient()
  const [tried, setTried] = useState(false)
  const [begun, setBegun] = useState(false)
  const [busy, setBusy] = useState(false)
  const left = read.filter(({ state }) => state.came?.ok !== true)
  const send = async () => {
    setTried(true)
    if (faults.length > 0 || busy) return
    setBegun(true)
    setBusy(true)
    for (const file of left) {
      const text = textToSend(file, made, locale)
      const came = text.ok ? await sendText(investigation, text.value, at) : text
      change(file.key, { came })
    }
    await queries.invalidateQueries()
    setBusy(false)
  }
  return { send, tried, begun, busy, left: left.length }
}
