import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ok, parseId, refuse, type Outcome, type PassageId } from '@corroborate/base'
import type { TextView } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { codesOf, holds, session, textOf } from '../api.ts'
import type { Letter, OutboxState } from '../outbox/outbox.ts'
import { useOutbox } from '../outbox/use-outbox.ts'
import { isDoneBefore, requestOf, undoOf, worked, workIn, type Work } from './work.ts'

/** A text that somebody works in. */
export interface TextWork {
  /** With everything that was done, whether or not the server has it yet. */
  readonly view: TextView
  readonly put: (work: Work) => void
  /** Takes the last thing back that was done here and not taken back; null when there is none. */
  readonly undo: (() => void) | null
  readonly post: OutboxState
}

/** Work in a text that goes to the server behind the reader's back: nothing waits for it, and nothing is lost while it is away. */
export function useTextWork(investigation: string, view: TextView): TextWork {
  const queries = useQueryClient()
  const { data: who } = useSuspenseQuery(session)
  const { id: member, name } = who.member
  const [done, setDone] = useState<readonly { readonly work: Work; readonly letter: string }[]>([])
  const deliver = async ({ body }: Letter): Promise<Outcome<readonly string[]>> => {
    const work = workIn(body)
    if (work === null) return refuse('unreadable', '')
    const [path, asked] = requestOf(work)
    const answer = await send(`/investigations/${investigation}${path}`, asked)
    if (!answer.ok && !isDoneBefore(work, answer.reason)) return answer
    const passage = answer.ok ? passageIn(answer.value) : null
    // Before the letter is struck out, so that nothing vanishes between the two.
    queries.setQueryData(textOf(investigation, work.text).queryKey, (before) =>
      before === undefined ? before : worked(before, work, { member, name, passage }),
    )
    void queries.invalidateQueries({ queryKey: codesOf(investigation).queryKey })
    return ok([])
  }
  const [outbox, post] = useOutbox(`corroborate.coded.${investigation}.${member}`, deliver)
  const shown = useMemo(
    () =>
      post.waiting
        .flatMap(({ body }) => workIn(body) ?? [])
        .filter(({ text }) => text === view.text.id)
        .reduce((before, work) => worked(before, work, { member, name, passage: null }), view),
    [post.waiting, view, member, name],
  )
  const sendOff = (work: Work): string => {
    const letter = crypto.randomUUID()
    outbox.put({ id: letter, path: requestOf(work)[0], body: work })
    return letter
  }
  const takeBack = ({ work, letter }: (typeof done)[number]) => {
    if (!outbox.drop(letter)) sendOff(undoOf(work))
    setDone(done.slice(0, -1))
  }
  const last = done.at(-1)
  return {
    view: shown,
    post,
    put: (work) => setDone([...done, { work, letter: sendOff(work) }]),
    undo: last === undefined ? null : () => takeBack(last),
  }
}

/** The passage that an answer names: whole, by its id alone, or not at all. */
function passageIn(answer: unknown): PassageId | null {
  const named = holds<{ readonly id: unknown }>(answer, ['id']) ? answer.id : answer
  return typeof named === 'string' ? parseId<'passage'>(named) : null
}
