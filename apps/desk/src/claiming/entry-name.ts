import { wordsIn, type Words } from '@corroborate/base'
import { useTongue } from '../locale.tsx'

/** How an entry of a register is called where one is chosen. */
export function useEntryName() {
  const { locale } = useTongue()
  return ({ code, name }: { readonly code: string; readonly name: Words }) =>
    `${code} · ${wordsIn(locale, name)}`
}
