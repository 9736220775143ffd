import { NUMBER_WORDS, type NumberWord } from './number-words.ts'
import type { Read } from './phrases.ts'
import { isJoined, type Token } from './tokens.ts'

/** The number that stands at a place, in digits or in words: 50, ٥٠, "twenty-five", "مئة وخمسين". Null for none. */
export function numberAt(tokens: readonly Token[], at: number): Read<number> | null {
  return digitsAt(tokens, at) ?? wordsAt(tokens, at)
}

/** "1,000" and "1.000" are a thousand; "2.5" is no count and is not read. */
function digitsAt(tokens: readonly Token[], at: number): Read<number> | null {
  const token = tokens[at]
  if (token?.kind !== 'digits') return null
  const plain = /^\d{1,3}(?:[.,\u066B\u066C]\d{3})+$/.test(token.text)
    ? token.text.replaceAll(/\D/g, '')
    : token.text
  if (!/^\d{1,9}$/.test(plain)) return null
  const next = NUMBER_WORDS.get(tokens[at + 1]?.text ?? '')
  if (next?.joins === 'multiplies' && next.value >= 1000)
    return { value: Number(plain) * next.value, length: 2 }
  return { value: Number(plain), length: 1 }
}

/** "a hundred", "a dozen", "half a dozen", "a couple of". */
const WITH_ARTICLE: readonly (readonly [readonly string[], number])[] = [
  [['half', 'a', 'dozen'], 6],
  [['a', 'dozen'], 12],
  [['a', 'hundred'], 100],
  [['a', 'thousand'], 1000],
]

function wordsAt(tokens: readonly Token[], at: number): Read<number> | null {
  const said = WITH_ARTICLE.find(([words]) => words.every((word, nth) => tokens[at + nth]?.text === word))
  if (said !== undefined) return { value: said[1], length: said[0].length }
  const first = wordOf(tokens[at])
  if (first === null || first.particle === 'article') return null
  let sum = { whole: 0, part: 0, last: Infinity }
  let next = at
  for (let word: ReturnType<typeof joinedWord> = { ...first, takes: 1 }; word !== null;) {
    const grown = grow(sum, word)
    if (grown === null) break
    sum = grown
    next += word.takes
    word = joinedWord(tokens, next)
  }
  return next === at ? null : { value: sum.whole + sum.part, length: next - at }
}

interface Found extends NumberWord {
  readonly particle: 'none' | 'article' | 'and'
}

/** The number word that a token is. The article is not stripped: العشرة is "the ten", no count. */
function wordOf(token: Token | undefined): Found | null {
  if (token?.kind !== 'word') return null
  const plain = NUMBER_WORDS.get(token.text)
  if (plain !== undefined) return { ...plain, particle: 'none' }
  for (const form of token.forms) {
    const word = NUMBER_WORDS.get(form)
    if (word === undefined) continue
    const lead = token.text.slice(0, token.text.length - form.length)
    return { ...word, particle: lead === 'و' ? 'and' : lead.endsWith('ال') ? 'article' : 'none' }
  }
  return null
}

/** The next word of one number: after a hyphen, after "and", or with و written onto it. */
function joinedWord(tokens: readonly Token[], at: number): (Found & { readonly takes: number }) | null {
  const gap = tokens[at]?.text === '-' || tokens[at]?.text === 'and' ? 1 : 0
  const word = wordOf(tokens[at + gap])
  if (word === null || word.particle === 'article') return null
  if (gap === 0 && /^[\u0621-\u064A]/.test(tokens[at]?.text ?? ''))
    return word.joins === 'adds' && !isJoined(tokens[at]) && word.value !== 10 ? null : { ...word, takes: 1 }
  return { ...word, takes: gap + 1 }
}

interface Sum {
  readonly whole: number
  readonly part: number
  /** The size of what was added last: the next must be smaller, tens before units but in Arabic units before tens. */
  readonly last: number
}

function grow(sum: Sum, word: Found): Sum | null {
  if (word.joins === 'adds') return added(sum, word.value)
  return word.value >= 1000 ? thousands(sum, word.value) : multiplied(sum, word.value)
}

function thousands({ whole, part }: Sum, value: number): Sum | null {
  if (whole !== 0 && value >= whole) return null
  return { whole: whole + Math.max(1, part) * value, part: 0, last: value }
}

/** Hundreds and dozens multiply the units before them. */
function multiplied({ whole, part, last }: Sum, value: number): Sum | null {
  const units = part % 100
  if (part >= 100 && units === 0 && last <= 100) return null
  return { whole, part: part - units + Math.max(1, units) * value, last: value }
}

function added({ whole, part, last }: Sum, value: number): Sum | null {
  const sum = { whole, part: part + value }
  if (last >= 100) return value < last ? { ...sum, last: value } : null
  const isTens = value >= 10 && value < 100 && value % 10 === 0
  const follows = last < 10 && last > 0 ? isTens : last >= 20 && value < 10
  return follows ? { ...sum, last: 0 } : null
}
