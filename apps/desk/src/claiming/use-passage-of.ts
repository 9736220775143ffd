import { useQueryClient } from '@tanstack/react-query'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { send } from '../acts.ts'
import { holds, textOf } from '../api.ts'

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
    const marked = await send(`/investigations/${investigation}/passages`, { code: null, ...at })
    if (marked.ok)
      return holds<{ readonly id: string }>(marked.value, ['id'])
        ? ok(marked.value.id)
        : refuse('unreachable', 'The answer names no passage.')
    if (marked.reason !== 'marked-before') return marked
    const { passages } = await queries.query({ ...textOf(investigation, at.text), staleTime: 0 })
    const found = passages.find(({ passage }) => passage.start === at.start && passage.end === at.end)
    return found === undefined ? marked : ok(found.passage.id)
  }
}
