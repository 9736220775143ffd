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
export interface ExchangeInAsked {
  readonly command: 'exchange'
  readonly way: 'in'
  readonly file: string
  readonly json: boolean
}

interface Given {
  readonly out?: string | undefined
  readonly for?: string | undefined
  readonly locale?: string | undefined
  readonly desk?: string | undefined
  readonly json?: boolean | undefined
}

/** `exchange out FOLDER --out FILE --for RECIPIENT`, or `exchange in FILE`. */
export function exchangeOf(
  [way, from, extra]: readonly string[],
  { out, for: to, locale: asked, desk, json }: Given,
): Outcome<ExchangeOutAsked | ExchangeInAsked, 'usage'> {
  if ((way !== 'in' && way !== 'out') || from === undefined)
    return refuse('usage', 'exchange takes "out" and an investigation folder, or "in" and a file')
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many`)
  if (way === 'in') return ok({ command: 'exchange', way, file: from, json: json === true })
  const form = FORMS.find((one) => out?.toLowerCase().endsWith(`.${one}`) === true)
  if (out === undefined || form === undefined)
    return refuse('usage', `exchange out needs --out with a file that ends in .${FORMS.join(', .')}`)
  const recipient = RECIPIENTS.find((one) => one === to)
  if (recipient === undefined)
    return refuse('usage', `exchange out needs --for with one of ${RECIPIENTS.join(', ')}`)
  const locale = localeOf(asked)
  if (!locale.ok) return locale
  const asOut = { folder: from, out, form, recipient, locale: locale.value }
  return ok({ command: 'exchange', way, ...asOut, desk: desk ?? null, json: json === true })
}

/** The language that was asked for; English where none was. */
export function localeOf(asked = 'en'): Outcome<Locale, 'usage'> {
  const locale = LOCALES.find((one) => one === asked)
  return locale === undefined
    ? refuse('usage', `--locale takes one of ${LOCALES.join(', ')}, found "${asked}"`)
    : ok(locale)
}
