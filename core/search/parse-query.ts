import { ok, refuse, type Outcome } from '@corroborate/base'
import { partsSought, type PartSought } from './name-sought.ts'
import { STOP_WORDS } from './stem/stop-words.ts'
import { formOf, wordReader } from './words-of.ts'

/** One thing that is asked for. */
export type Asked =
  /** Any form of a word. */
  | { readonly kind: 'word'; readonly form: string }
  | { readonly kind: 'beginning'; readonly form: string }
  /** These very forms, one after the other. */
  | { readonly kind: 'phrase'; readonly forms: readonly string[] }
  /** Any forms of these words, with so many words between the first and the last at most. */
  | { readonly kind: 'near'; readonly forms: readonly string[]; readonly within: number }
  /** A name, as either script may spell it. */
  | { readonly kind: 'name'; readonly parts: readonly PartSought[] }

/** A search as it was typed, read: each of `all` is a list of which one is enough. */
export interface Query {
  readonly all: readonly (readonly Asked[])[]
  readonly none: readonly Asked[]
}

export type QueryFault =
  | 'nothing-asked'
  | 'only-stop-words'
  | 'only-without'
  | 'open-quote'
  | 'search-too-long'
  | 'too-many-words'
  | 'no-distance'

/** In UTF-16 units. */
export const LONGEST_QUERY = 1_000
export const MOST_ASKED = 32
const FARTHEST = 100

/**
 * Reads what somebody typed into the field of search: words, "exact words", "words near"~5, ~name, begin*, -without, this OR that. Anything else is
 * read as words, so that nothing that is typed breaks it.
 * @see docs/methods/search.md
 */
export function parseQuery(typed: string): Outcome<Query, QueryFault> {
  if (typed.length > LONGEST_QUERY)
    return refuse(
      'search-too-long',
      `a search has ${LONGEST_QUERY} characters at most, this one has ${typed.length}`,
    )
  const plain = typed.toWellFormed().replace(/[“”„«»]/gu, '"')
  if ((plain.match(/"/gu)?.length ?? 0) % 2 === 1)
    return refuse('open-quote', 'a quotation is opened and not closed: put a second " behind its last word')
  const read: Term[] = []
  for (const [, groups] of [...plain.matchAll(TERM)].map(
    (match) => [match[0], match.groups ?? {}] as const,
  )) {
    const term = termOf(groups)
    if (!term.ok) return term
    read.push(...term.value)
  }
  if (read.length > MOST_ASKED)
    return refuse(
      'too-many-words',
      `a search has ${MOST_ASKED} words and phrases at most, this one has ${read.length}`,
    )
  return queryOf(read)
}

const TERM = /(?<!\S)(?<without>-)?(?<name>~)?(?:"(?<quoted>[^"]*)"(?:~(?<within>\S*))?|(?<words>\S+))/gu

interface Term {
  /** `or` joins the terms on both sides of it. */
  readonly kind: 'asked' | 'without' | 'or'
  readonly asked: Asked
}

type Groups = Readonly<Record<string, string | undefined>>

function termOf({
  without,
  name,
  quoted,
  within,
  words = '',
}: Groups): Outcome<readonly Term[], 'no-distance'> {
  const text = quoted ?? words
  const kind = without === undefined ? 'asked' : 'without'
  if (text === 'OR' && quoted === undefined) return ok([{ kind: 'or', asked: { kind: 'word', form: 'or' } }])
  if (name !== undefined) {
    const parts = partsSought(text)
    return ok(parts.length === 0 ? [] : [{ kind, asked: { kind: 'name', parts } }])
  }
  const forms = readWords(text).map(({ form }) => form)
  if (forms.length === 0) return ok([])
  if (within === undefined) return ok([{ kind, asked: plainly(text, forms, quoted !== undefined) }])
  const distance = Number(formOf(within))
  if (!Number.isSafeInteger(distance) || distance < 1 || distance > FARTHEST)
    return refuse(
      'no-distance',
      `behind "…"~ stands how many words may lie between, from 1 to ${FARTHEST}; found "${within}"`,
    )
  return ok([{ kind, asked: { kind: 'near', forms, within: distance } }])
}

const readWords = wordReader()

/** A word with a hyphen in it is two words, one after the other. */
function plainly(text: string, forms: readonly string[], isQuoted: boolean): Asked {
  const [form = ''] = forms
  if (isQuoted || forms.length > 1) return { kind: 'phrase', forms }
  return text.endsWith('*') && form.length >= 2 ? { kind: 'beginning', form } : { kind: 'word', form }
}

function queryOf(terms: readonly Term[]): Outcome<Query, QueryFault> {
  const none = terms.filter(({ kind }) => kind === 'without').map(({ asked }) => asked)
  const groups = alternatives(terms.filter(({ kind }) => kind !== 'without'))
  const all = groups.filter((group) => !group.every(isStopWord))
  if (all.length > 0) return ok({ all, none })
  if (groups.length > 0)
    return refuse(
      'only-stop-words',
      'these words stand nearly everywhere; put them in quotation marks, or add another',
    )
  return none.length > 0
    ? refuse('only-without', 'a search says what is looked for, and not only what is left out')
    : refuse('nothing-asked', 'there is no word to look for')
}

function alternatives(terms: readonly Term[]): readonly (readonly Asked[])[] {
  const groups: Asked[][] = []
  terms.forEach(({ kind, asked }, at) => {
    if (kind === 'or') return
    const joined = at > 1 && terms[at - 1]?.kind === 'or'
    if (joined) groups.at(-1)?.push(asked)
    else groups.push([asked])
  })
  return groups
}

function isStopWord(asked: Asked): boolean {
  return asked.kind === 'word' && STOP_WORDS.has(asked.form)
}
