import { ok, refuse, type Outcome } from '@corroborate/base'
import type { HeldDifferent, Judged, ListPreview } from '@corroborate/server/api'
import { send } from '../acts.ts'
import { holds } from '../api.ts'
import type { MappingDraft } from './mapping-draft.ts'

/** How the server would read a file. Writes nothing. */
export async function previewOfFile(
  investigation: string,
  { file, sheet }: { readonly file: File; readonly sheet: string | null },
): Promise<Outcome<ListPreview>> {
  const form = new FormData()
  form.set('file', file)
  if (sheet !== null) form.set('sheet', sheet)
  const answer = await send(`/investigations/${investigation}/list-files/preview`, form)
  if (!answer.ok) return answer
  return holds<ListPreview>(answer.value, ['columns', 'rows', 'proposed'])
    ? ok(answer.value)
    : refuse('unreachable', 'The answer cannot be read.')
}

/** What is said beside a file that is taken in. */
export interface FileSaid {
  readonly code: string | null
  readonly title: Readonly<Record<string, string>>
  readonly holder: string
  readonly mapping: MappingDraft
  readonly clean: boolean
  readonly sheet: string | null
}

/** What came of it. */
export interface Received {
  readonly list: string
  readonly rows: number
  readonly aside: number
  readonly faults: readonly string[]
}

/** Sends a file as the browser reads it from the disk, piece by piece; either all of it is taken in or nothing is. */
export async function receiveFile(
  investigation: string,
  file: File,
  said: FileSaid,
): Promise<Outcome<Received>> {
  const form = new FormData()
  form.set('file', file)
  form.set('what', JSON.stringify(said))
  const answer = await send(`/investigations/${investigation}/list-files`, form)
  if (!answer.ok) return answer
  return holds<Received>(answer.value, ['list', 'rows', 'aside'])
    ? ok(answer.value)
    : refuse('unreachable', 'The answer cannot be read.')
}

/** Posts a judgement and tells what it goes against. */
export async function judge(path: string, body: object): Promise<Outcome<readonly HeldDifferent[]>> {
  const answer = await send(path, body)
  if (!answer.ok) return answer
  return ok(holds<Judged>(answer.value, ['warnings']) ? answer.value.warnings : [])
}
