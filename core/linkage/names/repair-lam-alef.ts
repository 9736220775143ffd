import { knownAs, type KnownNames } from './known-names.ts'
import { normalised } from './normalise-name.ts'

/**
 * PDF files draw lam and alef as one sign, and some programs that take text out of them write its two letters in the order of the page: االسطل for
 * الأسطل, احالم for أحلام, هللا for الله. A word is turned back only where nothing else is likely: the article, the word for God, a known name that
 * was none before, or the ending -lāwī of names after places.
 * @param token one word, normalised
 * @returns the word as it was meant, or null where there is nothing to repair or no way to know: سالمه may be سلامه and is Salima as it stands
 */
export function repairedLamAlef(token: string, known: KnownNames): string | null {
  if (!token.includes('ال') && !token.includes('هللا')) return null
  const { text, certain } = byItsSigns(token)
  if (isKnown(text, known)) return certain ? text : null
  return knownWhenTurned(text, known) ?? byItsEnding(text) ?? (certain ? text : null)
}

/** No Arabic word begins with two alefs and a lam, and none ends in هللا but by this fault. */
function byItsSigns(token: string): { readonly text: string; readonly certain: boolean } {
  const text = token.replace(/^اال(?=..)/u, 'الا').replace(/هللا$/u, 'الله')
  return { text, certain: text !== token }
}

/** A known name, with or without its article, or the woman's name made of one. */
function isKnown(text: string, known: KnownNames): boolean {
  const bare = withoutArticle(text)
  return [text, bare, bare.replace(/ه$/u, '')].some((name) => knownAs(name, known).length > 0)
}

function withoutArticle(text: string): string {
  return text.length >= 5 && text.startsWith('ال') ? text.slice(2) : text
}

/** The first place where turning one ال makes a known name. The article itself is left. */
function knownWhenTurned(text: string, known: KnownNames): string | null {
  for (let at = text.indexOf('ال', 1); at !== -1; at = text.indexOf('ال', at + 1)) {
    const turned = `${text.slice(0, at)}لا${text.slice(at + 2)}`
    if (isKnown(turned, known)) return turned
  }
  return null
}

/** Names after places end in -اوي; -الوي would need a place that ends in -الو, and there is hardly one: المجدالوي is المجدلاوي. */
function byItsEnding(text: string): string | null {
  return /..الوي$/u.test(text) && text.length >= 6 ? text.replace(/الوي$/u, 'لاوي') : null
}

/** How far a list is touched by reversed lam-alef; shown as a warning with the list. */
export interface LamAlefScan {
  /** Values with Arabic letters. */
  readonly values: number
  /** Values with a word that begins with two alefs and a lam or ends in هللا: nothing but the fault makes them. */
  readonly certain: number
  /** Values with a word that was repaired, the certain ones included. */
  readonly repaired: number
  /** `repaired` of `values`; 0 where there are none. */
  readonly share: number
  /** The first few, as they came and as they are read. */
  readonly examples: readonly { readonly value: string; readonly read: string }[]
  /** A list of names has none of the certain signs by accident: one in a thousand is enough. */
  readonly warns: boolean
}

const [MOST_EXAMPLES, WARNS_FROM] = [5, 0.001]
const CERTAIN = /(?:^|\s)اال(?=\S\S)|هللا(?=\s|$)/u

/** Looks through the values of a list for lam-alef reversed by the program that read it from a PDF file. */
export function scanForReversedLamAlef(values: Iterable<string>, known: KnownNames): LamAlefScan {
  let [arabic, certain, repaired] = [0, 0, 0]
  const examples: { value: string; read: string }[] = []
  for (const value of values) {
    const { text } = normalised(value)
    if (!/[ء-ي]/u.test(text)) continue
    arabic += 1
    if (CERTAIN.test(text)) certain += 1
    const read = text
      .split(' ')
      .map((token) => repairedLamAlef(token, known) ?? token)
      .join(' ')
    if (read === text) continue
    repaired += 1
    if (examples.length < MOST_EXAMPLES) examples.push({ value, read })
  }
  const share = arabic === 0 ? 0 : repaired / arabic
  return {
    values: arabic,
    certain,
    repaired,
    share,
    examples,
    warns: certain > 0 && certain >= WARNS_FROM * arabic,
  }
}
