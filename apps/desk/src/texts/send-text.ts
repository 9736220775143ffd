import { newId, ok, type Outcome } from '@corroborate/base'
import { digestOfSealed, ORIGINAL, type SealedRecord } from '@corroborate/vault/sealing'
import { act } from '../acts.ts'
import { inNames } from '../sealing/circle.ts'
import { sealNext, type AtSeal } from '../sealing/sealed-values.ts'
import { placeOfValue } from '../sealing/seen.ts'
import type { TextToSend } from './brought.ts'
import { originalText } from './original-said.ts'

/**
 * Sends a text, and with it what was replaced, sealed to the custodians under an id that is drawn here: the server keeps both under that id, or
 * neither.
 * @param at null where somebody has decided that it is kept nowhere
 * @returns the id of the text
 */
export async function sendText(
  investigation: string,
  { text, original }: TextToSend,
  at: AtSeal | null,
): Promise<Outcome<string>> {
  const sealed =
    original === null || at === null ? ok(null) : await sealedOriginal(originalText(original), at)
  if (!sealed.ok) return sealed
  const came = await act(`/investigations/${investigation}/texts`, { ...text, sealed: sealed.value })
  if (came.ok && sealed.value !== null) at?.circle.seen.note(...seenOf(sealed.value))
  return came
}

async function sealedOriginal(value: string, at: AtSeal): Promise<Outcome<SealedRecord>> {
  const now = new Date()
  const record = newId<'text'>({ at: now.getTime(), random: crypto.getRandomValues(new Uint8Array(10)) })
  const sealed = await sealNext(at, { record, field: ORIGINAL, value, time: now.toISOString() }, null)
  return sealed.ok ? sealed : inNames(sealed, at.circle)
}

/** What this browser remembers of it: a server that hides it later, or shows another in its place, is not believed. */
function seenOf(sealed: SealedRecord): Parameters<AtSeal['circle']['seen']['note']> {
  const { record, field, version } = sealed.statement
  return [placeOfValue(record, field), { version, digest: digestOfSealed(sealed) }]
}
