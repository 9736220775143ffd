import { ok, refuse, type Outcome } from '@corroborate/base'

/** One line of recipients in the header of an age file: its type and arguments. */
export type StanzaArguments = readonly string[]

export type HeaderFault = 'no-age-file' | 'work-factor' | 'unlisted-recipient'

/** The header of a file for 300 recipients has 30 kB; what is longer is not read for ever. */
export const LONGEST_HEADER = 65_536
/** What we would ask a person to wait for, and no less than `age` itself asks: 18, about a second; 20, about four. */
const WORK_FACTORS = { least: 18, most: 20 } as const

/** Where the header of an age file ends (the first byte after it), or null when it has not ended yet. */
export function endOfHeader(bytes: Uint8Array): number | null {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, LONGEST_HEADER))
  const end = /\n---[^\n]*\n/.exec(text)
  return end ? end.index + end[0].length : null
}

/** The stanzas of an age file, before any key touches it. @see age-encryption.org/v1, "Header" */
export function stanzasOf(file: Uint8Array): Outcome<readonly StanzaArguments[], 'no-age-file'> {
  const end = endOfHeader(file)
  const lines = new TextDecoder('latin1').decode(file.subarray(0, end ?? 0)).split('\n')
  if (lines[0] !== 'age-encryption.org/v1') return refuse('no-age-file', 'it does not begin as an age file')
  return ok(lines.filter((line) => line.startsWith('-> ')).map((line) => line.slice(3).split(' ')))
}

/**
 * Refuses a file that is sealed to anybody but so many X25519 recipients: one more is somebody who was not listed. A passphrase has no
 * place in what is sealed to people; that it asks for work nobody would do, or for so little that anybody could, is said by its own name.
 */
export function checkRecipients(file: Uint8Array, listed: number): Outcome<null, HeaderFault> {
  const stanzas = stanzasOf(file)
  if (!stanzas.ok) return stanzas
  const asked = stanzas.value.find(([type]) => type === 'scrypt')
  if (asked && !isWorkAllowed(asked[2]))
    return refuse(
      'work-factor',
      `it asks for scrypt with work factor ${asked[2] ?? '?'}, expected ${WORK_FACTORS.least} to ${WORK_FACTORS.most}`,
    )
  const found = stanzas.value.filter(([type]) => type === 'X25519').length
  if (found !== listed || stanzas.value.length !== listed)
    return refuse('unlisted-recipient', `it is sealed to ${stanzas.value.length}, and ${listed} are listed`)
  return ok(null)
}

function isWorkAllowed(factor: string | undefined): boolean {
  const logN = /^[1-9][0-9]?$/.test(factor ?? '') ? Number(factor) : 0
  return logN >= WORK_FACTORS.least && logN <= WORK_FACTORS.most
}
