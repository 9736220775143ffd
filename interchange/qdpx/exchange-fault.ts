import { mistake, type Mistake } from '../folder/mistake.ts'
import type { NotUnpacked } from '../bytes/unpacked.ts'

/** Why nothing of a file is taken. */
export type ExchangeRefusal =
  'file-too-large' | 'file-broken' | 'file-unfolds' | 'no-project' | 'several-projects' | 'not-a-project'

/** What a person should know of a file that was read: what was set aside, or left out because it is not read. */
export type ExchangeWarning =
  | 'guid-twice'
  | 'guid-malformed'
  | 'name-twice'
  | 'text-missing'
  | 'text-unreadable'
  | 'selection-malformed'
  | 'selection-empty'
  | 'selection-outside'
  | 'selection-broken'
  | 'coding-without-code'
  | 'left-out'
  | 'text-changed'
  | 'record-unreadable'

/** One thing that is wrong in a file of exchange: where, what was expected, what was found, and all of it in a sentence. */
export interface ExchangeFault<Reason extends string = ExchangeRefusal | ExchangeWarning> extends Mistake {
  readonly reason: Reason
}

/** @param place the element, by its kind and GUID or name; null for the whole */
export function exchangeFault<Reason extends ExchangeRefusal | ExchangeWarning>(
  reason: Reason,
  { file, place }: { readonly file: string; readonly place: string | null },
  told: { readonly expected: string; readonly found: string },
): ExchangeFault<Reason> {
  return { reason, ...mistake({ file, line: null, field: place }, told) }
}

export function unpackedFault(
  file: string,
  { reason, expected, found }: NotUnpacked,
): ExchangeFault<ExchangeRefusal> {
  return exchangeFault(`file-${reason}`, { file, place: null }, { expected, found })
}
