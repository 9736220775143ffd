import { ok, refuse, type Outcome } from '@corroborate/base'
import type { PackageReceived } from '@corroborate/server/api'
import { answerOf } from '../acts.ts'
import { holds } from '../api.ts'

/** A package as it came from the server, with the name that it gave it. */
export interface PackageFile {
  readonly name: string
  readonly blob: Blob
}

/** Has a package made and fetches it. The browser keeps a large one on its disk. */
export async function fetchPackage(investigation: string, scope: object): Promise<Outcome<PackageFile>> {
  try {
    const response = await fetch(`/api/investigations/${investigation}/packages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scope }),
    })
    if (!response.ok) return refusalIn(await response.json())
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    return ok({ name: name ?? 'package.tar', blob: await response.blob() })
  } catch (error) {
    return refuse('unreachable', error instanceof Error ? error.message : '')
  }
}

/** Saves it where the browser saves what is downloaded. */
export function save({ name, blob }: PackageFile): void {
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
