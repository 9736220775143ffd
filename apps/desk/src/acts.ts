import { ok, refuse, type Outcome, type Words } from '@corroborate/base'
import type { OverlapRequest } from '@corroborate/estimate'
import type { OverlapPreview, StandingIf } from '@corroborate/server/api'
import { proveAnew } from './account/prove-anew.ts'
import { holds } from './api.ts'

/**
 * Asks the server to do something. Every way in which it may not come about is a refusal and none is thrown: what somebody has typed
 * stays where it is.
 * @returns what the act answered; `unreachable` and `signed-out` beside the reasons of the act
 */
export async function act(path: string, body: object): Promise<Outcome<string>> {
  const answer = await send(path, body)
  if (!answer.ok) return answer
  return typeof answer.value === 'string' ? ok(answer.value) : ok('')
}

/** What lists have in common, before anything is estimated. Writes nothing. */
export async function previewOf(
  investigation: string,
  asked: { readonly overlap: OverlapRequest; readonly seed: string },
): Promise<Outcome<OverlapPreview>> {
  const answer = await send(`/investigations/${investigation}/overlap`, asked)
  if (!answer.ok) return answer
  return isPreview(answer.value) ? ok(answer.value) : refuse('unreachable', 'The answer cannot be read.')
}

/** A finding as it is being thought of. */
export interface FindingThought {
  readonly kind:
    | { readonly kind: 'incident' | 'pattern' | 'state' | 'quantity' }
    | { readonly kind: 'attribution'; readonly to: string; readonly beneath: Words }
  readonly claimsFor: readonly string[]
  readonly claimsAgainst: readonly string[]
}

/** How a finding would stand on these claims. Writes nothing. */
export async function standingIf(
  investigation: string,
  thought: FindingThought,
): Promise<Outcome<StandingIf>> {
  const answer = await send(`/investigations/${investigation}/standing`, thought)
  if (!answer.ok) return answer
  return holds<StandingIf>(answer.value, ['standing', 'reasons'])
    ? ok(answer.value)
    : refuse('unreachable', 'The answer cannot be read.')
}

/**
 * Posts JSON, or a form with a file, below `/api`. Where the session has ended meanwhile, or whoever sits there is to show once more
 * who they are, they are asked, and it is sent again.
 */
export async function send(path: string, body: object): Promise<Outcome<unknown>> {
  const answer = await post(`/api${path}`, body)
  const asks = !answer.ok && (answer.reason === 'proof-not-fresh' || answer.reason === 'signed-out')
  return asks && (await proveAnew()) ? post(`/api${path}`, body) : answer
}

/** Posts once, and reads the answer whatever it is. */
export async function post(address: string, body: object): Promise<Outcome<unknown>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      ...(body instanceof FormData
        ? { headers: { accept: 'application/json' }, body }
        : {
            headers: { accept: 'application/json', 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
    })
    return answerOf(await response.json())
  } catch (error) {
    return refuse('unreachable', error instanceof Error ? error.message : address)
  }
}

/** What the server answered to an act; `unreachable` when it is none of its answers. */
export function answerOf(answer: unknown): Outcome<unknown> {
  if (isAnswer(answer)) return ok(answer.value)
  return isRefusal(answer) ? refuse(answer.reason, answer.detail) : refuse('unreachable', '')
}

function isAnswer(body: unknown): body is { readonly value: unknown } {
  return typeof body === 'object' && body !== null && 'value' in body
}

function isRefusal(body: unknown): body is { readonly reason: string; readonly detail: string } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'reason' in body &&
    typeof body.reason === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string'
  )
}

function isPreview(body: unknown): body is OverlapPreview {
  return holds<OverlapPreview>(body, ['overlap', 'diagnosis', 'upset'])
}
