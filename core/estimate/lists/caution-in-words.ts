import type { Locale } from '@corroborate/base'
import { isKey, say } from '@corroborate/words'
import type { Caution } from './answer.ts'

/** A caution as a sentence. One whose words the catalogues do not hold is given by its code, so that it is never passed over. */
export function cautionInWords(locale: Locale, { code, args }: Caution): string {
  const key = `estimate.caution.${code}`
  return isKey(key) ? say(locale, key, args) : `${code}.`
}
