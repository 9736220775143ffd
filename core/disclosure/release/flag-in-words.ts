import type { Locale } from '@corroborate/base'
import { isKey, say } from '@corroborate/words'
import { blocks, type Flag, type FlagTally } from './flag.ts'

/** What a flag says to whoever releases, and where. */
export function flagInWords(locale: Locale, flag: Flag): { readonly what: string; readonly where: string } {
  return {
    what: say(locale, `release.flag.${flag.kind}`, { ...flag.args, ...hiddenIn(locale, flag) }),
    where: say(locale, `release.part.${flag.place.part}`, { at: flag.place.at }),
  }
}

function hiddenIn(locale: Locale, { kind, args }: Flag): { readonly what?: string } {
  const key = `release.hidden.${args.what ?? ''}`
  return kind === 'hidden-in-file' && isKey(key) ? { what: say(locale, key) } : {}
}

/** How many of each kind, in words: for who approves without the names. */
export function tallyInWords(locale: Locale, tally: FlagTally): string {
  const { kind, part, count } = tally
  return say(locale, blocks(tally) ? 'release.tally.blocking' : 'release.tally.shown', {
    count,
    what: say(locale, `release.kind.${kind}`),
    where: say(locale, `release.part.${part}`, { at: '' }).trim(),
  })
}
