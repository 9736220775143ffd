import { ok, refuse, type Outcome, type Words } from '@corroborate/base'
import type { ExhibitReceived } from '@corroborate/server/api'
import type { Generation, Made } from '@corroborate/testimony'
import { answerOf } from '../acts.ts'
import { holds } from '../api.ts'
import type { ReadyFile } from './choose-file.tsx'

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

/** Sends a file to be kept as a new exhibit. */
export async function sendExhibit(
  investigation: string,
  { ready, said }: { readonly ready: ReadyFile; readonly said: ExhibitSaid },
  onSent: OnSent,
): Promise<Outcome<ExhibitReceived>> {
  const address = `/api/investigations/${investigation}/exhibits`
  const sealed = ready.seal !== null
  const answer = await sendFile(
    address,
    { ready, said: { code: null, source: null, ...said, sealed } },
    onSent,
  )
  if (!answer.ok) return answer
  return holds<ExhibitReceived>(answer.value, ['exhibit', 'code'])
    ? ok(answer.value)
    : refuse('unreachable', 'The answer cannot be read.')
}

/** Sends a file that was made from one of an exhibit's. */
export function sendWorkingCopy(
  { investigation, exhibit }: { readonly investigation: string; readonly exhibit: string },
  { ready, made }: { readonly ready: ReadyFile; readonly made: Made },
  onSent: OnSent,
): Promise<Outcome<unknown>> {
  const address = `/api/investigations/${investigation}/exhibits/${exhibit}/working-copies`
  return sendFile(address, { ready, said: { made } }, onSent)
}

type OnSent = (bytes: number) => void

/**
 * Sends a file as the browser reads it from the disk. A request of the old kind, because `fetch` does not tell how much of a body has
 * gone out.
 */
async function sendFile(
  address: string,
  { ready: { file, name, digests }, said }: { readonly ready: ReadyFile; readonly said: object },
  onSent: OnSent,
): Promise<Outcome<unknown>> {
  const { sha256, sha512 } = digests
  return answerOf(await posted(address, { file, announced: { ...said, name, sha256, sha512 }, onSent }))
}

/** The answer as JSON; null when none came that can be read. */
function posted(
  address: string,
  sent: { readonly file: Blob; readonly announced: object; readonly onSent: OnSent },
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
