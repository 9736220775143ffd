import type { Locale } from '@corroborate/base'
import type { SourceRole } from '@corroborate/testimony'
import type { NumberStyle } from '../world/numbers.ts'

/** A witness of the invented investigation: where he or she stood, and how the transcript of the account is written. */
export interface Witness {
  readonly code: string
  readonly role: SourceRole
  readonly language: Locale
  readonly numbers: NumberStyle
  /** Whether the transcriber put in the short vowels (Arabic only). */
  readonly vocalised: boolean
}

/** Somebody held in Heron House, from and until a month. */
export interface Detainee extends Witness {
  readonly ward: string
  readonly from: string
  readonly to: string
  /** Whether this account touches the thing named. */
  readonly speaksOf: readonly string[]
}

/** Somebody who looks for a missing person. */
export interface Relative extends Witness {
  readonly kin: 'son' | 'husband' | 'brother' | 'father'
  /** The code of the missing person in the register. */
  readonly missing: string
  /** The former detainee who told him or her, if one did. */
  readonly toldBy: string | null
  readonly speaksOf: readonly string[]
}

/** Every second account is in Arabic; some transcripts write numbers as digits, some with the short vowels. */
export function mannerOf(code: string): Pick<Witness, 'language' | 'numbers' | 'vocalised'> {
  const number = Number(code.slice(1))
  const language = number % 2 === 0 ? 'ar' : 'en'
  return {
    language,
    numbers: number % 3 === 0 ? 'digits' : 'words',
    vocalised: language === 'ar' && number % 10 === 4,
  }
}
