import { namesKnown, tokensIn, type CandidateKind, type ProtectedName } from '@corroborate/testimony'
import type { Found } from './text-worker.ts'

/** Words that may give somebody away, wherever in the batch they stand. */
export interface Suspected {
  readonly exact: string
  readonly kind: CandidateKind
  readonly tokens: readonly string[]
  readonly times: number
}

/** Whether words are replaced, and by what. */
export interface Decision {
  readonly replaced: boolean
  /** Without its brackets: `W3`. */
  readonly token: string
}

export type Decisions = ReadonlyMap<string, Decision>

const SURE_FIRST: readonly CandidateKind[] = [
  ...(['name', 'sounds-like', 'part-of-name', 'e-mail', 'phone'] as const),
  ...(['plate', 'after-a-title', 'address', 'capitalised'] as const),
]

/** What was found in a batch, the same words once, the surest first. */
export function suspectedIn(found: readonly Found[]): readonly Suspected[] {
  const byWords = new Map<string, Suspected>()
  for (const { exact, kind, tokens } of found) {
    const before = byWords.get(exact)
    byWords.set(exact, before ? { ...before, times: before.times + 1 } : { exact, kind, tokens, times: 1 })
  }
  const rank = ({ kind }: Suspected) => SURE_FIRST.indexOf(kind)
  return [...byWords.values()].sort((a, b) => rank(a) - rank(b))
}

const LETTERS: Partial<Record<CandidateKind, string>> = {
  'e-mail': 'E',
  phone: 'T',
  plate: 'K',
  address: 'A',
}
const PROPOSED: readonly CandidateKind[] = ['name', 'sounds-like', 'part-of-name', 'e-mail', 'phone']

/** How tokens are given. */
export interface Tokens {
  /** Where the numbers of this batch begin, so that its tokens are not those of another. */
  readonly base: number
  /** Who had a token before, where this browser could open that. */
  readonly known: readonly ProtectedName[]
}

/**
 * What is done with each: what a person has said, and where they have not, a proposal. Names that are given, mail addresses and telephones are
 * replaced; all else stays until somebody says so.
 */
export function decisionsOn(
  suspected: readonly Suspected[],
  said: Decisions,
  { base, known }: Tokens,
): Decisions {
  const next = numbersFrom(base)
  const before = tokensByWords(known)
  return new Map(
    suspected.map(({ exact, kind, tokens }) => {
      const [only, other] = tokens
      const fresh = next(LETTERS[kind] ?? 'P')
      const token = only !== undefined && other === undefined ? bare(only) : (before.get(exact) ?? fresh)
      return [exact, said.get(exact) ?? { replaced: PROPOSED.includes(kind), token }]
    }),
  )
}

/**
 * Names as they are given by hand, one person a line: `W3 = Ali Hasan, علي حسن`, or the spellings alone. Labels that were renamed are names too:
 * who speaks is also spoken of. Whoever had a token before has it again, and is looked for in every spelling.
 */
export function namesGiven(
  written: string,
  renamed: readonly (readonly [label: string, pseudonym: string])[],
  { base, known }: Tokens,
): readonly ProtectedName[] {
  const next = numbersFrom(base)
  const before = tokensByWords(known)
  const lines = written.split('\n').flatMap((line) => {
    const [, token, names = ''] = /^\s*(?:⟦?([A-Z]\d{1,6})⟧?\s*=)?(.*)$/u.exec(line) ?? []
    const spellings = names.split(/[,،;؛]/u).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
    const again = token ?? spellings.map((spelling) => before.get(spelling)).find((one) => one !== undefined)
    return spellings.length === 0 ? [] : [{ token: `⟦${again ?? next('N')}⟧`, spellings }]
  })
  const speakers = renamed.map(([label, pseudonym]) => ({
    token: `⟦${/^[A-Z]\d{1,6}$/.test(pseudonym) ? pseudonym : next('N')}⟧`,
    spellings: [label],
  }))
  return together([...lines, ...speakers, ...known.map(asNames)])
}

/** A telephone or an address is found by its form, and not as a name is. */
function asNames({ token, spellings }: ProtectedName): ProtectedName {
  return { token, spellings: spellings.filter((words) => /\p{L}/u.test(words) && !/[\p{N}@]/u.test(words)) }
}

/** Which token stood for these very words before, without its brackets. */
export function tokensByWords(known: readonly ProtectedName[]): ReadonlyMap<string, string> {
  return new Map(
    known
      .flatMap(({ token, spellings }) => spellings.map((words) => [words, bare(token)] as const))
      .reverse(),
  )
}

/** Each token once, with all of its spellings. */
function together(names: readonly ProtectedName[]): readonly ProtectedName[] {
  const tokens = names.flatMap(({ token, spellings }) => spellings.map((words) => ({ token, words })))
  return namesKnown([{ sha256: '', tokens, speakers: [] }])
}

/** A sealed name, and the code of the source whose it is. */
export interface SealedName {
  readonly code: string
  readonly spellings: readonly string[]
}

/**
 * Who is known, out of what custodians can open: first as the tokens of earlier texts have it, then the sealed names of sources, each under its code.
 * Whose name stood in a text before keeps the token of that text.
 */
export function knownBefore(
  originals: Parameters<typeof namesKnown>[0],
  names: readonly SealedName[],
  base: number,
): readonly ProtectedName[] {
  const met = namesKnown(originals)
  const before = tokensByWords(met)
  const next = numbersFrom(base)
  const sealed = names.map(({ code, spellings }) => {
    const had = spellings.map((spelling) => before.get(spelling)).find((one) => one !== undefined)
    const own = `⟦${code.replace('-', '')}⟧`
    return { token: had !== undefined ? `⟦${had}⟧` : isToken(own) ? own : `⟦${next('R')}⟧`, spellings }
  })
  return together([...met, ...sealed])
}

function isToken(words: string): boolean {
  return tokensIn(words)[0]?.token === words
}

function bare(token: string): string {
  return token.replaceAll(/[⟦⟧]/gu, '')
}

function numbersFrom(base: number): (letter: string) => string {
  const used = new Map<string, number>()
  return (letter) => {
    const number = (used.get(letter) ?? base) + 1
    used.set(letter, number)
    return `${letter}${number}`
  }
}
