import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { LOCALES, directionOf, type Locale } from '@corroborate/base'
import { say, type Args, type Key } from '@corroborate/words'

interface Tongue {
  readonly locale: Locale
  /** A message of the catalogues in the reader's language. */
  readonly say: (key: Key, args?: Args) => string
  readonly choose: (locale: Locale) => void
}

const KEPT_AS = 'corroborate.locale'
const TongueContext = createContext<Tongue>({
  locale: 'en',
  say: (key, args) => say('en', key, args),
  choose: () => undefined,
})

/** The reader's language: kept in this browser, set on the document, given to everything inside. */
export function InLocale({ children }: { readonly children: ReactNode }) {
  const [locale, choose] = useState(startLocale)
  // Before anything is painted: a page that turns round under the reader's eyes has lost them.
  useLayoutEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = directionOf(locale)
    localStorage.setItem(KEPT_AS, locale)
  }, [locale])
  const tongue = useMemo<Tongue>(
    () => ({ locale, choose, say: (key, args) => say(locale, key, args) }),
    [locale],
  )
  return (
    <TongueContext value={tongue}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </TongueContext>
  )
}

export function useTongue(): Tongue {
  return use(TongueContext)
}

/** The language chosen last, or else the first of the browser's languages that we speak. */
function startLocale(): Locale {
  const wanted = [localStorage.getItem(KEPT_AS) ?? '', ...navigator.languages]
  return wanted.flatMap((tag) => LOCALES.filter((ours) => tag.split('-')[0] === ours))[0] ?? 'en'
}
