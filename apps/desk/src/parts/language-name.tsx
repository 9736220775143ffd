import { useTongue } from '../locale.tsx'

/** A language (BCP 47) by its name in the reader's language. */
export function LanguageName({ tag }: { readonly tag: string }) {
  const { locale } = useTongue()
  return <>{new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag)}</>
}
