import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Outcome, Refusal } from '@corroborate/base'

/** One thing at a time that this browser does and then tells the server; and why the last one was refused, by either. */
export function useDoing() {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const run = async <Value>(job: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> => {
    setBusy(true)
    const outcome = await job()
    if (outcome.ok) await queries.invalidateQueries()
    setRefusal(outcome.ok ? null : outcome)
    setBusy(false)
    return outcome
  }
  return { busy, refusal, run }
}
