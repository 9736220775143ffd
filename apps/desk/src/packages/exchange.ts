import { ok, refuse, type Outcome } from '@corroborate/base'
import type { PackageReceived } from '@corroborate/server/api'
import { proveAnew } from '../account/prove-anew.ts'
import { answerOf } from '../acts.ts'
import { holds } from '../api.ts'

/** A file as it came from the server, with the name that it gave it. */
export interface ServedFile {
  readonly name: string
  readonly blob: Blob
}

/**
 * Has a file made and fetches it; the browser keeps a large one on its disk. Where whoever sits there is to show once more who they are, they are
 * asked, and it is asked for again.
 */
export async function fetchFile(path: string, asked: object): Promise<Outcome<ServedFile>> {
  const file = await fetchOnce(path, asked)
  const asks = !file.ok && (file.reason === 'proof-not-fresh' || file.reason === 'signed-out')
  return asks && (await proveAnew()) ? fetchOnce(path, asked) : file
}

async function fetchOnce(path: string, asked: object): Promise<Outcome<ServedFile>> {
  try {
    const response = await fetch(`/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    })
    if (!response.ok) return refusalIn(await response.json())
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    return ok({ name: name ?? 'file', blob: await response.blob() })
  } catch (error) {
    return refuse('unreachable', error instanceof Error ? error.message : '')
  }
}

/** Saves it where the browser saves what is downloaded. */
export function save({ name, blob }: ServedFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Sends a package as the browser reads it from the disk; it is verified before a record of it is taken in. */
export async function sendPackage(file: File, key: string): Promise<Outcome<PackageReceived>> {
  try {
    const response = await fetch(`/api/packages?${new URLSearchParams({ key }).toString()}`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-tar' },
      body: file,
    })
    const answer = answerOf(await response.json())
    if (!answer.ok) return answer
    return holds<PackageReceived>(answer.value, ['investigation', 'added', 'conflicts'])
      ? ok(answer.value)
      : refuse('unreachable', 'The answer cannot be read.')
  } catch (error) {
    return refuse('unreachable', error instanceof Error ? error.message : '')
  }
}

function refusalIn(body: unknown): Outcome<never> {
  const answer = answerOf(body)
  return answer.ok ? refuse('unreachable', '') : answer
}
