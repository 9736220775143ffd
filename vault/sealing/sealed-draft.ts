import { canonicalJson } from '@corroborate/base'
import { fromBase64, toBase64 } from '@corroborate/ledger'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { openWhole, sealWhole } from './age-file.ts'
import type { MemberKeys } from './member-keys.ts'
import { inSteps } from './sealed-record.ts'

/**
 * Seals what somebody has typed and not sent to their own public half, so that it can lie on their machine: as an age file in Base64, filled up to whole
 * KiB. It takes no secret key, so it goes on while the keys are locked. Nobody signs it: whoever has the machine could put another in its place,
 * and not read this one.
 * @param place where it belongs; it opens at no other
 */
export async function sealDraft(
  value: string,
  { place, recipient }: { readonly place: string; readonly recipient: string },
): Promise<string> {
  return toBase64(await sealWhole(inSteps(utf8ToBytes(canonicalJson({ place, value }))), [recipient]))
}

/** What was typed; null where it is not sealed to this key, or belongs to another place. */
export async function openDraft(
  file: string,
  { place, keys }: { readonly place: string; readonly keys: Pick<MemberKeys, 'identity'> },
): Promise<string | null> {
  try {
    const plain = await openWhole(fromBase64(file) ?? new Uint8Array(), keys)
    const said: unknown = JSON.parse(new TextDecoder().decode(plain))
    return isDraft(said) && said.place === place ? said.value : null
  } catch {
    return null
  }
}

function isDraft(said: unknown): said is { readonly place: string; readonly value: string } {
  return (
    typeof said === 'object' &&
    said !== null &&
    'place' in said &&
    'value' in said &&
    typeof said.value === 'string'
  )
}
