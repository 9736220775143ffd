import { valueOf, whenFrom, type Dice, type Locale } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import {
  codePointLength,
  freezeText,
  makePassage,
  turnsOf,
  type Passage,
  type Text,
} from '@corroborate/testimony'
import type { Witness } from '../cast/witness.ts'
import { idOf } from '../ids.ts'
import { fill, fillQuestion } from '../phrases/bank.ts'
import { phraseOf } from '../phrases/index.ts'
import { ASIDES, BRIDGES, LAST_QUESTIONS, LAST_WORDS } from '../phrases/remarks.ts'
import { vocalise } from '../phrases/vocalise.ts'
import type { Assertion } from './assertion.ts'
import type { Decks } from './decks.ts'

/** An account as it is written down, and what a careful coder takes from it. */
export interface Account {
  readonly text: Text
  readonly passages: readonly Passage[]
  readonly claims: readonly Claim[]
}

const SPEAKERS: Readonly<Record<Locale, readonly [asks: string, tells: string]>> = {
  en: ['Interviewer', 'Witness'],
  ar: ['المحاور', 'الشاهد'],
}

/** With the closing question and its answer no account has more than fourteen turns. */
const MOST_ANSWERS = 6

interface Piece {
  readonly assertion: Assertion
  /** The telling, and where its passage stands in it, in code points. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** What filled the slots, as it stands in the text. */
  readonly slots: Readonly<Record<string, string>>
}

/** Writes an account from what a witness asserts: questions and answers, passages at their places, claims on them. */
export function accountOf(
  witness: Witness,
  assertions: readonly Assertion[],
  dice: Dice,
  decks: Decks,
): Account {
  const pieces = assertions.map((assertion) => pieceOf(witness, assertion, decks))
  const { content, starts } = written(witness, pieces, dice, decks)
  const text = textOf(witness, content)
  const passages = pieces.map((piece, index) =>
    valueOf(
      makePassage(
        text,
        { start: (starts[index] ?? 0) + piece.start, end: (starts[index] ?? 0) + piece.end },
        named(witness, index),
      ),
    ),
  )
  return {
    text,
    passages,
    claims: pieces.map((piece, index) => claimOf(witness, piece, passages[index], index)),
  }
}

function named({ code }: Witness, index: number) {
  const passage = `${code}-p${index + 1}`
  return { id: idOf('passage', passage), code: passage }
}

function pieceOf(witness: Witness, assertion: Assertion, decks: Decks): Piece {
  const { language, vocalised } = witness
  const dress = (words: string) => freezeText(vocalised ? vocalise(words) : words).content
  const telling = decks.next(`${language}/${assertion.phrase}`, phraseOf(language, assertion.phrase).tell)
  const told = fill(telling, assertion.slots)
  const [before, exact, after] = [
    told.text.slice(0, told.from),
    told.text.slice(told.from, told.to),
    told.text.slice(told.to),
  ].map(dress)
  const start = codePointLength(before ?? '')
  const slots = Object.fromEntries(
    Object.entries(assertion.slots).map(([name, words]) => [name, dress(words)]),
  )
  return {
    assertion,
    text: `${before ?? ''}${exact ?? ''}${after ?? ''}`,
    start,
    end: start + codePointLength(exact ?? ''),
    slots,
  }
}

/** The whole text, and where in it each piece starts, in code points. */
function written(
  witness: Witness,
  pieces: readonly Piece[],
  dice: Dice,
  decks: Decks,
): { readonly content: string; readonly starts: readonly number[] } {
  const { language } = witness
  const [asks, tells] = SPEAKERS[language]
  const starts: number[] = []
  const lines: string[] = []
  const answers = grouped(pieces)
  const asides = dice.shuffle(ASIDES[language])
  for (const [index, answer] of answers.entries()) {
    lines.push(`${asks}: ${questionFor(witness, answer[0], decks)}`)
    let line = `${tells}: `
    for (const piece of answer) {
      if (line !== `${tells}: `) line += ` ${dice.pick(BRIDGES[language])} `
      starts.push(codePointLength(`${lines.join('\n\n')}\n\n${line}`))
      line += piece.text
    }
    lines.push(dice.next() < 0.4 ? `${line} ${asides[index] ?? ''}` : line)
  }
  lines.push(
    `${asks}: ${decks.next(`${language}/last/ask`, LAST_QUESTIONS[language])}`,
    `${tells}: ${decks.next(`${language}/last`, LAST_WORDS[language])}`,
  )
  return { content: lines.join('\n\n'), starts }
}

function questionFor({ language }: Witness, piece: Piece, decks: Decks): string {
  const { phrase, slots } = piece.assertion
  return fillQuestion(decks.next(`${language}/${phrase}/ask`, phraseOf(language, phrase).ask), slots)
}

/** The pieces in as many answers as there may be, those that are told together side by side. */
function grouped(pieces: readonly Piece[]): readonly (readonly [Piece, ...Piece[]])[] {
  const count = Math.min(MOST_ANSWERS, pieces.length)
  return Array.from({ length: count }, (_, answer) => {
    const [first, ...rest] = pieces.filter(
      (__, index) => Math.floor((index * count) / pieces.length) === answer,
    )
    if (first === undefined) throw new Error('an answer without anything told')
    return [first, ...rest] as const
  })
}

function textOf({ code, language }: Witness, content: string): Text {
  const frozen = freezeText(content)
  if (frozen.content !== content)
    throw new Error(`the account of ${code} is not written as it will be frozen`)
  return {
    id: idOf('text', code),
    code,
    source: idOf('source', code),
    title: { en: `Account of ${code} (invented, for training)`, ar: `شهادة ${code} (مُختلَقة للتدريب)` },
    language,
    kind: 'transcript',
    translationOf: null,
    version: 1,
    content,
    sha256: frozen.sha256,
    turns: turnsOf(content, SPEAKERS[language]),
  }
}

const CODERS = ['researcher R1', 'researcher R2', 'researcher R3'] as const

function claimOf(witness: Witness, piece: Piece, passage: Passage | undefined, index: number): Claim {
  if (passage === undefined) throw new Error('a claim without a passage')
  const { assertion, slots } = piece
  const code = `${witness.code}-c${index + 1}`
  const number = Number(witness.code.slice(1))
  const { basis, mode, topic, proposition, roles, certainty, polarity } = assertion
  return {
    id: idOf('claim', code),
    code,
    source: idOf('source', witness.code),
    passages: [passage.id],
    mode,
    topic,
    proposition,
    roles,
    when: assertion.when === null ? null : valueOf(whenFrom(assertion.when, slots.when ?? null)),
    place: assertion.place === null ? null : idOf('place', assertion.place),
    quantity: quantityOf(assertion, slots, passage),
    pattern: patternOf(assertion, passage),
    basis: {
      kind: basis.kind,
      chain: basis.chain.map((teller) => idOf('source', teller)),
      vantage: basis.vantage,
    },
    certainty,
    polarity,
    coder: CODERS[number % CODERS.length] ?? CODERS[0],
    secondCoder: (number + index) % 4 === 0 ? (CODERS[(number + 1) % CODERS.length] ?? null) : null,
    status: 'accepted',
  }
}

function quantityOf({ count }: Assertion, { men = '' }: Piece['slots'], passage: Passage): Claim['quantity'] {
  if (count === null) return null
  const { size, how, per } = count
  const best = size.min === size.max ? size.min : null
  return { min: size.min, max: size.max, best, said: asSaid(men, passage), unit: 'people', how, per }
}

/** The words as the passage has them: at the start of a sentence with a capital. */
function asSaid(words: string, { exact }: Passage): string {
  const at = exact.toLowerCase().indexOf(words.toLowerCase())
  return at < 0 ? words : exact.slice(at, at + words.length)
}

function patternOf({ pattern }: Assertion, passage: Passage): Claim['pattern'] {
  if (pattern === null) return null
  const window = pattern.window === null ? null : valueOf(whenFrom(pattern.window))
  return { ...pattern, window, said: passage.exact }
}
