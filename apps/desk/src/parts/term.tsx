import { isKey } from '@corroborate/words'
import { useTongue } from '../locale.tsx'

/** A word of an open list (a unit, a topic, an act) as the catalogue has it, or else as it was written. */
export function Term({ of, word }: { readonly of: string; readonly word: string }) {
  const { say } = useTongue()
  const key = `${of}.${word}`
  return isKey(key) ? <>{say(key)}</> : <bdi>{word}</bdi>
}
