import type { Locale } from '@corroborate/base'
import type { Phrase } from './bank.ts'
import { courtAr } from './court-ar.ts'
import { courtEn, type CourtKey } from './court-en.ts'
import { detaineesAr } from './detainees-ar.ts'
import { detaineesEn, type DetaineeKey } from './detainees-en.ts'
import { outsideAr } from './outside-ar.ts'
import { outsideEn, type OutsideKey } from './outside-en.ts'
import { relativesAr } from './relatives-ar.ts'
import { relativesEn, type RelativeKey } from './relatives-en.ts'
import { staffAr } from './staff-ar.ts'
import { staffEn, type StaffKey } from './staff-en.ts'

/** Keys that two banks have (`belongings`) are told apart by the bank. */
export type PhraseKey =
  | `detainee/${DetaineeKey}`
  | `staff/${StaffKey}`
  | `court/${CourtKey}`
  | `outside/${OutsideKey}`
  | `relative/${RelativeKey}`

const BANKS: Readonly<Record<Locale, Readonly<Record<string, Phrase>>>> = {
  en: joined({
    detainee: detaineesEn,
    staff: staffEn,
    court: courtEn,
    outside: outsideEn,
    relative: relativesEn,
  }),
  ar: joined({
    detainee: detaineesAr,
    staff: staffAr,
    court: courtAr,
    outside: outsideAr,
    relative: relativesAr,
  }),
}

export function phraseOf(language: Locale, key: PhraseKey): Phrase {
  const phrase = BANKS[language][key]
  if (phrase === undefined) throw new Error(`no such phrase: ${key}`)
  return phrase
}

function joined(
  banks: Readonly<Record<string, Readonly<Record<string, Phrase>>>>,
): Readonly<Record<string, Phrase>> {
  return Object.fromEntries(
    Object.entries(banks).flatMap(([bank, phrases]) =>
      Object.entries(phrases).map(([key, phrase]) => [`${bank}/${key}`, phrase]),
    ),
  )
}
