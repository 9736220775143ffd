import type { Locale, Refusal } from '@corroborate/base'
import { isKey, say } from '@corroborate/words'

/**
 * A refusal as a sentence of the reader's language. The machine's own sentence names the place and is English; in another language what the
 * reason means is said, and whoever shows it can give the machine's sentence beside.
 * One whose words the catalogues do not hold is given as the machine said it.
 */
export function refusalInWords(
  locale: Locale,
  { reason, detail }: Pick<Refusal, 'reason' | 'detail'>,
): string {
  const key = `estimate.refusal.${reason}`
  return locale !== 'en' && isKey(key) ? say(locale, key) : detail
}
