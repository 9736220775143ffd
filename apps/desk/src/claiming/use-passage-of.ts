import { useQueryClient } from '@tanstack/react-query'
import { ok, refuse, type Outcome } from '@corroborate/base'
import type { TextView } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { holds, textOf } from '../api.ts'
import { held } from '../route-parts.ts'

/** Words of a text, by their place in it. */
export interface StretchOfText {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The passage of a stretch: as it is marked, or marked now. */
export function usePassageOf(investigation: string) {
  const queries = useQueryClient()
  return async (at: StretchOfText): Promise<Outcome<string>> => {
    const text = textOf(investigation, at.text)
    const marked = isMarked(await queries.query(held(text)), at) ? MARKED : await mark(investigation, at)
    if (marked.ok || marked.reason !== MARKED.reason) return marked
    // What was marked in this window a moment ago has its id from the server alone.
    const { passages } = await queries.query({ ...text, staleTime: 0 })
    const found = passages.find(({ passage }) => passage.start === at.start && passage.end === at.end)
    return found === undefined ? marked : ok(found.passage.id)
  }
}

const MARKED = refuse('marked-before', '')

function isMarked({ passages }: TextView, { start, end }: StretchOfText): boolean {
  return passages.some(({ passage }) => passage.start === start && passage.end === end)
}

async function mark(investigation: string, at: StretchOfText): Promise<Outcome<string>> {
  const marked = await send(`/investigations/${investigation}/passages`, { code: null, ...at })
  if (!marked.ok) return marked
  return holds<{ readonly id: string }>(marked.value, ['id'])
    ? ok(marked.value.id)
    : refuse('unreachable', 'The answer names no passage.')
}
