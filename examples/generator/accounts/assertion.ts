import type { Locale, Range } from '@corroborate/base'
import type { Basis, Claim, Pattern, Role } from '@corroborate/claims'
import type { PhraseKey } from '../phrases/index.ts'

/** Words in both languages. */
export interface Both {
  readonly en: string
  readonly ar: string
}

/** What a witness will say and how a careful coder will read it: a claim before it has a text. */
export interface Assertion {
  readonly phrase: PhraseKey
  /** What fills the phrase, in the language of the account. */
  readonly slots: Readonly<Record<string, string>>
  readonly topic: string
  readonly mode: Claim['mode']
  readonly proposition: Both
  readonly basis: {
    readonly kind: Basis['kind']
    readonly chain: readonly string[]
    readonly vantage: string | null
  }
  readonly certainty: Claim['certainty']
  readonly polarity: Claim['polarity']
  /** EDTF; `said` are the words that fill the slot `when`. */
  readonly when: string | null
  readonly place: string | null
  readonly count: Count | null
  readonly pattern: (Omit<Pattern, 'said' | 'window'> & { readonly window: string | null }) | null
  readonly roles: readonly Role[]
  /** How this differs from the truth, if it does. */
  readonly error: Err | null
}

/** A number of people; `said` are the words that fill the slot `men`. */
export interface Count {
  readonly size: Range
  readonly how: 'counted' | 'estimated' | 'told'
  readonly per: 'occasion' | 'all'
}

export interface Err {
  readonly kind: 'date-shifted' | 'size-misremembered' | 'misread' | 'lie'
  readonly truth: string
}

type Needed = Pick<Assertion, 'phrase' | 'topic' | 'mode' | 'proposition'> & { readonly basis: Basis['kind'] }
type Rest = Partial<Omit<Assertion, keyof Needed | 'basis'>> & {
  readonly chain?: readonly string[]
  readonly vantage?: string | null
}

/** An assertion whose unsaid parts are the usual ones: affirmed, certain, at no stated time or place. */
export function asserted(needed: Needed, rest: Rest = {}): Assertion {
  const { chain = [], vantage = null, ...given } = rest
  return {
    slots: {},
    certainty: 'certain',
    polarity: 'affirmed',
    when: null,
    place: null,
    count: null,
    pattern: null,
    roles: [],
    error: null,
    ...given,
    ...needed,
    basis: { kind: needed.basis, chain, vantage },
  }
}

/** A role with nobody named, or with an entry of the registers. */
export function role(part: Role['part'], who: Both, register: string | null = null): Role {
  return { part, who, register }
}

export function inLanguage(language: Locale, words: Both): string {
  return words[language]
}
