import type { StoreAsked } from './store-asked.ts'
import { LOCALES, ok, refuse, type Locale, type Outcome } from '@corroborate/base'
import { exchangeActsOf, type ExchangeActsAsked } from './exchange-acts-command-line.ts'
import { PURPOSES, RECIPIENTS, type Purpose, type Recipient } from '@corroborate/testimony'

const FORMS = ['qdpx', 'qdc', 'jsonld', 'csv'] as const

export type ExchangeOutAsked = {
  readonly command: 'exchange'
  readonly way: 'out'
  /** A folder, or the investigation of the store that goes by this code. */
  readonly from: { readonly folder: string } | { readonly investigation: string }
  readonly out: string
  readonly form: (typeof FORMS)[number]
  readonly purpose: Purpose
  /** To whom it goes: consent is asked for them. */
  readonly recipient: Recipient
  readonly locale: Locale
  /** Where the desk is, for links to records; null where they go by their ids. */
  readonly desk: string | null
  readonly json: boolean
} & StoreAsked
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

export type ExchangeAsked = ExchangeOutAsked | ExchangeInAsked | ExchangeActsAsked

interface Given {
  readonly out?: string | undefined
  readonly for?: string | undefined
  readonly purpose?: string | undefined
  readonly locale?: string | undefined
  readonly desk?: string | undefined
  readonly investigation?: string | undefined
  readonly source?: string | undefined
  readonly language?: string | undefined
  readonly data?: string | undefined
  readonly 'passphrase-file'?: string | undefined
  readonly json?: boolean | undefined
  readonly name?: string | undefined
  readonly mapping?: string | undefined
  readonly 'mapping-of'?: string | undefined
  readonly dry?: boolean | undefined
}

/**
 * `exchange out FOLDER --out FILE --for RECIPIENT`, `exchange in FILE`, or `exchange acts FILE...`; with `--investigation` out of the store, or
 * into it.
 */
export function exchangeOf(words: readonly string[], given: Given): Outcome<ExchangeAsked, 'usage'> {
  const [way, from, extra] = words
  if (way === 'acts') return exchangeActsOf(words.slice(1), { ...given, ...storeIn(given) })
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many`)
  const locale = localeOf(given.locale)
  if (!locale.ok) return locale
  if (way === 'in' && from !== undefined) return ok(inOf(from, given, locale.value))
  const { investigation } = given
  if (way === 'out' && from !== undefined && investigation === undefined)
    return outOf({ folder: from }, given, locale.value)
  if (way === 'out' && from === undefined && investigation !== undefined)
    return outOf({ investigation }, given, locale.value)
  return refuse(
    'usage',
    'exchange takes "out" and an investigation folder, or --investigation with the code of one; "in" and a file; or "acts" and the files of a database',
  )
}

function storeIn(given: Given): StoreAsked {
  return { data: given.data ?? null, passphraseFile: given['passphrase-file'] ?? null }
}

function inOf(file: string, given: Given, locale: Locale): ExchangeInAsked {
  const { investigation, source = null, language = 'en', json } = given
  const into = investigation === undefined ? null : { investigation, source, language, locale }
  return { command: 'exchange', way: 'in', file, into, json: json === true, ...storeIn(given) }
}

function outOf(
  from: ExchangeOutAsked['from'],
  given: Given,
  locale: Locale,
): Outcome<ExchangeOutAsked, 'usage'> {
  const { out, for: to, purpose: why = 'analysis', desk = null, json } = given
  const form = FORMS.find((one) => out?.toLowerCase().endsWith(`.${one}`) === true)
  if (out === undefined || form === undefined)
    return refuse('usage', `exchange out needs --out with a file that ends in .${FORMS.join(', .')}`)
  const recipient = RECIPIENTS.find((one) => one === to)
  if (recipient === undefined)
    return refuse('usage', `exchange out needs --for with one of ${RECIPIENTS.join(', ')}`)
  const purpose = PURPOSES.find((one) => one === why)
  if (purpose === undefined) return refuse('usage', `--purpose takes one of ${PURPOSES.join(', ')}`)
  const asked = { from, out, form, purpose, recipient, locale, desk, json: json === true }
  return ok({ command: 'exchange', way: 'out', ...asked, ...storeIn(given) })
}

/** The language that was asked for; English where none was. */
export function localeOf(asked = 'en'): Outcome<Locale, 'usage'> {
  const locale = LOCALES.find((one) => one === asked)
  return locale === undefined
    ? refuse('usage', `--locale takes one of ${LOCALES.join(', ')}, found "${asked}"`)
    : ok(locale)
}
