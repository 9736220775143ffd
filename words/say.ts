import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '@corroborate/base'
import enCommand from './en/command.json' with { type: 'json' }
import enConsent from './en/consent.json' with { type: 'json' }
import enDesk from './en/desk.json' with { type: 'json' }
import enElements from './en/elements.json' with { type: 'json' }
import enExchange from './en/exchange.json' with { type: 'json' }
import enInterviews from './en/interviews.json' with { type: 'json' }
import enListening from './en/listening.json' with { type: 'json' }
import enMembers from './en/members.json' with { type: 'json' }
import enPackages from './en/packages.json' with { type: 'json' }
import enPress from './en/press.json' with { type: 'json' }
import enRelease from './en/release.json' with { type: 'json' }
import enSealing from './en/sealing.json' with { type: 'json' }
import enSearch from './en/search.json' with { type: 'json' }
import enSignIn from './en/sign-in.json' with { type: 'json' }
import enTerms from './en/terms.json' with { type: 'json' }
import enWork from './en/work.json' with { type: 'json' }
import arCommand from './ar/command.json' with { type: 'json' }
import arConsent from './ar/consent.json' with { type: 'json' }
import arDesk from './ar/desk.json' with { type: 'json' }
import arElements from './ar/elements.json' with { type: 'json' }
import arExchange from './ar/exchange.json' with { type: 'json' }
import arInterviews from './ar/interviews.json' with { type: 'json' }
import arListening from './ar/listening.json' with { type: 'json' }
import arMembers from './ar/members.json' with { type: 'json' }
import arPackages from './ar/packages.json' with { type: 'json' }
import arPress from './ar/press.json' with { type: 'json' }
import arRelease from './ar/release.json' with { type: 'json' }
import arSealing from './ar/sealing.json' with { type: 'json' }
import arSearch from './ar/search.json' with { type: 'json' }
import arSignIn from './ar/sign-in.json' with { type: 'json' }
import arTerms from './ar/terms.json' with { type: 'json' }
import arWork from './ar/work.json' with { type: 'json' }

const english = {
  ...enCommand,
  ...enConsent,
  ...enDesk,
  ...enElements,
  ...enExchange,
  ...enInterviews,
  ...enListening,
  ...enMembers,
  ...enPackages,
  ...enPress,
  ...enRelease,
  ...enSealing,
  ...enSearch,
  ...enSignIn,
  ...enTerms,
  ...enWork,
}
const arabic = {
  ...arCommand,
  ...arConsent,
  ...arDesk,
  ...arElements,
  ...arExchange,
  ...arInterviews,
  ...arListening,
  ...arMembers,
  ...arPackages,
  ...arPress,
  ...arRelease,
  ...arSealing,
  ...arSearch,
  ...arSignIn,
  ...arTerms,
  ...arWork,
}

/** A message by its name: the English catalogue says which there are, and the Arabic one must have the same. */
export type Key = keyof typeof english
export type Args = Readonly<Record<string, string | number>>

/** Whether a name that was put together (`act.` and an act) is a message of ours in every language. */
export function isKey(name: string): name is Key {
  return Object.hasOwn(english, name) && Object.hasOwn(arabic, name)
}

const catalogues: Readonly<Record<Locale, Readonly<Record<Key, string>>>> = { en: english, ar: arabic }
const formats = new Map<string, IntlMessageFormat>()

/** What a message has in which something is filled in, quoted or tagged; most have nothing of it and are said as they stand. */
const SYNTAX = /[{}'<]/

/** The message in the language asked for, with its arguments in place (ICU message syntax; plurals by CLDR). */
export function say(locale: Locale, key: Key, args: Args = {}): string {
  const message = catalogues[locale][key]
  if (!SYNTAX.test(message)) return message
  const name = `${locale}/${key}`
  const format = formats.get(name) ?? new IntlMessageFormat(message, localeTag[locale])
  formats.set(name, format)
  return String(format.format(args))
}

/** Arabic with the digits its readers use. */
const localeTag: Readonly<Record<Locale, string>> = { en: 'en-GB', ar: 'ar-u-nu-arab' }
