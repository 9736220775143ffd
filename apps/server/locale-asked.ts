import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { LOCALES, type Locale } from '@corroborate/base'

/** The language that the reader's browser asks for, as far as we speak it. */
export function localeAsked(c: Context): Locale {
  const tag = accepts(c, { header: 'Accept-Language', supports: [...LOCALES], default: 'en' })
  return LOCALES.find((locale) => locale === tag) ?? 'en'
}
