import { useEffect, useState, useSyncExternalStore } from 'react'
import { holds } from '../api.ts'
import { makeOutbox, type Letter, type Outbox, type OutboxState } from './outbox.ts'
import { judge } from './send.ts'

/** Milliseconds before a server that was away is tried again. */
const AGAIN = 3_000

/** Outboxes by their name: a reader who leaves the screen and comes back finds what still waits, and nothing goes twice. */
const open = new Map<string, Outbox>()

/** An outbox whose letters outlive the page: one for each person and investigation. The letters hold numbers of rows and no names. */
export function useOutbox(investigation: string, member: string): readonly [Outbox, OutboxState] {
  const [outbox] = useState(() => outboxAt(`corroborate.judged.${investigation}.${member}`, investigation))
  const state = useSyncExternalStore(outbox.subscribe, outbox.state)
  const any = state.waiting.length > 0
  useEffect(() => {
    if (!any) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [any])
  return [outbox, state]
}

function outboxAt(name: string, investigation: string): Outbox {
  const there = open.get(name)
  if (there !== undefined) return there
  const outbox = makeOutbox({
    send: ({ path, body }) => judge(`/investigations/${investigation}${path}`, body),
    keep: (waiting) => localStorage.setItem(name, JSON.stringify(waiting)),
    kept: lettersIn(localStorage.getItem(name) ?? '[]'),
    later: (again) => setTimeout(again, AGAIN),
  })
  open.set(name, outbox)
  return outbox
}

function lettersIn(text: string): readonly Letter[] {
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.filter((one) => holds<Letter>(one, ['id', 'path', 'body'])) : []
  } catch {
    return []
  }
}
