import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Outcome, Refusal } from '@corroborate/base'
import { act } from '../acts.ts'
import { useInvestigation } from '../parts/links.tsx'

interface Acting {
  readonly busy: boolean
  readonly refusal: Refusal | null
  /** Posts below the investigation; what was shown of it is asked for again. */
  readonly run: (path: string, body?: object) => Promise<Outcome<string>>
  readonly forget: () => void
}

/** One act at a time, and why the last one was refused. */
export function useAct(): Acting {
  const queries = useQueryClient()
  const investigation = useInvestigation()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const run = async (path: string, body: object = {}) => {
    setBusy(true)
    const outcome = await act(`/investigations/${investigation}${path}`, body)
    if (outcome.ok) await queries.invalidateQueries()
    setRefusal(outcome.ok ? null : outcome)
    setBusy(false)
    return outcome
  }
  return { busy, refusal, run, forget: () => setRefusal(null) }
}
