import type { StoreAsked } from './store-asked.ts'
import { LOCALES, ok, refuse, type Locale, type Outcome } from '@corroborate/base'
import { RECIPIENTS, type Recipient } from '@corroborate/testimony'

const FORMS = ['qdpx', 'jsonld', 'csv'] as const

export interface ExchangeOutAsked {
  readonly command: 'exchange'
  readonly way: 'out'
  readonly folder: string
  readonly out: string
  readonly form: (typeof FORMS)[number]
  /** To whom it goes: consent is asked for them. */
  readonly recipient: Recipient
  readonly locale: Locale
  /** Where the desk is, for links to records; null where they go by their ids. */
  readonly desk: string | null
  readonly json: boolean
}
export type ExchangeInAsked = {
  readonly command: 'exchange'
  readonly way: 'in'
  readonly file: string
  /** Where it is taken in; null where it is only shown how it is read. */
  readonly into: WorkInto | null
  readonly json: boolean
} & StoreAsked

export interface WorkInto {
  readonly investigation: string
  /** Whose words texts hold that were never ours; null where there are none, and such texts stay out. */
  readonly source: string | null
  readonly language: string
  readonly locale: Locale
}

interface Given {
  readonly out?: string | undefined
  readonly for?: string | undefined
  readonly locale?: string | undefined
  readonly desk?: string | undefined
  readonly investigation?: string | undefined
  readonly source?: string | undefined
  readonly language?: string | undefined
  readonly data?: string | undefined
  readonly 'passphrase-file'?: string | undefined
  readonly json?: boolean | undefined
}

/** `exchange out FOLDER --out FILE --for RECIPIENT`, or `exchange in FILE`, with `--investigation` into the store. */
export function exchangeOf(
  [way, from, extra]: readonly string[],
  given: Given,
): Outcome<ExchangeOutAsked | ExchangeInAsked, 'usage'> {
  if ((way !== 'in' && way !== 'out') || from === undefined)
    return refuse('usage', 'exchange takes "out" and an investigation folder, or "in" and a file')
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many`)
  const locale = localeOf(given.locale)
  if (!locale.ok) return locale
  return way === 'in' ? ok(inOf(from, given, locale.value)) : outOf(from, given, locale.value)
}

function inOf(file: string, given: Given, locale: Locale): ExchangeInAsked {
  const { investigation, source = null, language = 'en', data = null, json } = given
  const into = investigation === undefined ? null : { investigation, source, language, locale }
  const store = { data, passphraseFile: given['passphrase-file'] ?? null }
  return { command: 'exchange', way: 'in', file, into, json: json === true, ...store }
}

function outOf(
  folder: string,
  { out, for: to, desk, json }: Given,
  locale: Locale,
): Outcome<ExchangeOutAsked, 'usage'> {
  const form = FORMS.find((one) => out?.toLowerCase().endsWith(`.${one}`) === true)
  if (out === undefined || form === undefined)
    return refuse('usage', `exchange out needs --out with a file that ends in .${FORMS.join(', .')}`)
  const recipient = RECIPIENTS.find((one) => one === to)
  if (recipient === undefined)
    return refuse('usage', `exchange out needs --for with one of ${RECIPIENTS.join(', ')}`)
  const asOut = { folder, out, form, recipient, locale }
  return ok({ command: 'exchange', way: 'out', ...asOut, desk: desk ?? null, json: json === true })
}

/** The language that was asked for; English where none was. */
export function localeOf(asked = 'en'): Outcome<Locale, 'usage'> {
  const locale = LOCALES.find((one) => one === asked)
  return locale === undefined
    ? refuse('usage', `--locale takes one of ${LOCALES.join(', ')}, found "${asked}"`)
    : ok(locale)
}
