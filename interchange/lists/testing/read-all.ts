import type { ListFault } from '../list-fault.ts'
import { givenFileOf } from '../../bytes/given-file.ts'
import type { ListRow } from '../list-rows.ts'
import { FOUND_OUT, openList, type ListAsked, type ListForm } from '../open-list.ts'

export interface AllRead {
  readonly form: ListForm
  readonly columns: readonly string[]
  readonly rows: readonly ListRow[]
  readonly aside: readonly ListFault[]
  readonly blank: number
  readonly refused: ListFault | null
}

/** A whole list, or why none of it is taken in. */
export async function readAll(
  name: string,
  content: string | Uint8Array,
  asked: Partial<ListAsked> = {},
): Promise<AllRead | ListFault> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const opened = await openList(givenFileOf(name, bytes), { ...FOUND_OUT, ...asked })
  if (!opened.ok) return opened.fault
  const { form, columns } = opened.list
  const rows: ListRow[] = []
  const aside: ListFault[] = []
  let [blank, refused]: [number, ListFault | null] = [0, null]
  for await (const step of opened.list.steps())
    if (step.kind === 'refused') refused = step.fault
    else {
      rows.push(...step.rows)
      aside.push(...step.aside)
      blank += step.blank
    }
  return { form, columns, rows, aside, blank, refused }
}

/** The sentence of what refuses the whole, wherever in the file it was met. */
export function refusal(read: AllRead | ListFault): string | null {
  return 'reason' in read ? read.sentence : (read.refused?.sentence ?? null)
}
