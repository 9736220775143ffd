import type { CandidateKind, ProtectedName } from '@corroborate/testimony'
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

/**
 * What is done with each: what a person has said, and where they have not, a proposal. Names that are given, mail addresses and telephones are
 * replaced; all else stays until somebody says so.
 * @param base where the numbers of this batch begin, so that its tokens are not those of another
 */
export function decisionsOn(suspected: readonly Suspected[], said: Decisions, base: number): Decisions {
  const next = numbersFrom(base)
  return new Map(
    suspected.map(({ exact, kind, tokens }) => {
      const [only, other] = tokens
      const fresh = next(LETTERS[kind] ?? 'P')
      const token = only !== undefined && other === undefined ? bare(only) : fresh
      return [exact, said.get(exact) ?? { replaced: PROPOSED.includes(kind), token }]
    }),
  )
}

/**
 * Names as they are given by hand, one person a line: `W3 = Ali Hasan, علي حسن`, or the spellings alone. Labels that were renamed are names too:
 * who speaks is also spoken of.
 */
export function namesGiven(
  written: string,
  renamed: readonly (readonly [label: string, pseudonym: string])[],
  base: number,
): readonly ProtectedName[] {
  const next = numbersFrom(base)
  const lines = written.split('\n').flatMap((line) => {
    const [, token, names = ''] = /^\s*(?:⟦?([A-Z]\d{1,6})⟧?\s*=)?(.*)$/u.exec(line) ?? []
    const spellings = names.split(/[,،;؛]/u).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
    return spellings.length === 0 ? [] : [{ token: `⟦${token ?? next('N')}⟧`, spellings }]
  })
  const speakers = renamed.map(([label, pseudonym]) => ({
    token: `⟦${/^[A-Z]\d{1,6}$/.test(pseudonym) ? pseudonym : next('N')}⟧`,
    spellings: [label],
  }))
  return [...lines, ...speakers]
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
