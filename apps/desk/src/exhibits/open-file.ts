import { ok, refuse, type Outcome } from '@corroborate/base'
import { answerOf } from '../acts.ts'

/** A file of an exhibit as the server gives it out. That somebody opened it goes into its chain of custody, with the reason. */
export async function openFile(
  investigation: string,
  { file, reason }: { readonly file: string; readonly reason: string },
): Promise<Outcome<Response>> {
  const path = `/api/investigations/${investigation}/exhibit-files/${file}/opening`
  try {
    const body = new URLSearchParams({ reason })
    const response = await fetch(path, { method: 'POST', headers: { accept: 'application/json' }, body })
    if (response.ok) return ok(response)
    const answer = answerOf(await response.json())
    return answer.ok ? refuse('unreachable', path) : answer
  } catch (error) {
    return refuse('unreachable', error instanceof Error ? error.message : path)
  }
}
