import { directionOf, languageOf, wordsIn, type Words } from '@corroborate/base'
import { useTongue } from '../locale.tsx'

/** Words of the investigation in the reader's language, or in the one there is, marked as such. */
export function InWords({ words }: { readonly words: Words }) {
  const { locale } = useTongue()
  const language = languageOf(locale, words)
  const text = wordsIn(locale, words)
  if (language === locale) return <>{text}</>
  return (
    <span lang={language} dir={directionOf(language)}>
      {text}
    </span>
  )
}

/** A code, a name or an identifier: never turned round by the language about it. */
export function Code({ children }: { readonly children: string }) {
  return (
    <bdi className="code" translate="no">
      {children}
    </bdi>
  )
}
