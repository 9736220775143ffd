import { ok, refuse, type Outcome, type StreamDigests, type Words } from '@corroborate/base'
import type { ExhibitReceived } from '@corroborate/server/api'
import type { Generation } from '@corroborate/testimony'
import { answerOf } from '../acts.ts'
import { holds } from '../api.ts'

/** What is said of an exhibit when its file is sent. */
export interface ExhibitSaid {
  readonly title: Words
  readonly generation: Generation
  readonly whereabouts: string | null
  readonly collected: {
    readonly actor: string
    readonly at: string
    readonly place: string | null
    readonly reason: string
  } | null
}

/** A file as it is sent: what it is called on the way, and whether it was sealed before. */
export interface FileSent {
  readonly file: Blob
  readonly name: string
  readonly sealed: boolean
  readonly digests: StreamDigests
  readonly said: ExhibitSaid
}

/**
 * Sends a file as the browser reads it from the disk. A request of the old kind, because `fetch` does not tell how much of a body has
 * gone out.
 */
export async function sendExhibit(
  investigation: string,
  { file, name, sealed, digests, said }: FileSent,
  onSent: (bytes: number) => void,
): Promise<Outcome<ExhibitReceived>> {
  const { sha256, sha512 } = digests
  const announced = { code: null, source: null, ...said, name, sealed, sha256, sha512 }
  const answer = answerOf(
    await posted(`/api/investigations/${investigation}/exhibits`, { file, announced, onSent }),
  )
  if (!answer.ok) return answer
  return holds<ExhibitReceived>(answer.value, ['exhibit', 'code'])
    ? ok(answer.value)
    : refuse('unreachable', 'The answer cannot be read.')
}

/** The answer as JSON; null when none came that can be read. */
function posted(
  address: string,
  sent: { readonly file: Blob; readonly announced: object; readonly onSent: (bytes: number) => void },
): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.responseType = 'json'
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.setRequestHeader('corroborate-exhibit', encodeURIComponent(JSON.stringify(sent.announced)))
  request.upload.onprogress = ({ loaded }) => sent.onSent(loaded)
  request.onloadend = () => resolve(request.response)
  request.send(sent.file)
  return promise
}
