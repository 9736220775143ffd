import { useEffect, useState, useSyncExternalStore } from 'react'
import { holds } from '../api.ts'
import { makeOutbox, type Letter, type Outbox, type OutboxState } from './outbox.ts'

/** Milliseconds before a server that was away is tried again. */
const AGAIN = 3_000

/** Outboxes by their name: a reader who leaves the screen and comes back finds what still waits, and nothing goes twice. */
const open = new Map<string, Outbox>()

/** An outbox whose letters outlive the page: one for each name. What is put in is kept in the browser until it is sent. */
export function useOutbox(
  name: string,
  send: Parameters<typeof makeOutbox>[0]['send'],
): readonly [Outbox, OutboxState] {
  const [outbox] = useState(() => outboxAt(name, send))
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

function outboxAt(name: string, send: Parameters<typeof makeOutbox>[0]['send']): Outbox {
  const there = open.get(name)
  if (there !== undefined) return there
  const outbox = makeOutbox({
    send,
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
