import { shareInWords } from '@corroborate/linkage'
import { useTongue } from '../locale.tsx'

/** A share from 0 to 1 in percent, as explanations print it: never rounded to nothing or to all. */
export function useShare(): (share: number) => string {
  const { locale } = useTongue()
  return (share) => shareInWords(locale, share)
}
