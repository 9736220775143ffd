import { digestOf } from '@corroborate/base'

/** A text as it will stand for good, its digest, and everything that freezing it changed. */
export interface FrozenText {
  readonly content: string
  /** SHA-256 of the UTF-8 bytes of `content`. */
  readonly sha256: string
  readonly changes: TextChanges
}

/** What was taken out or rewritten, counted, so that nothing is changed in silence. The original file is kept apart. */
export interface TextChanges {
  readonly byteOrderMarks: number
  /** CRLF and CR that became LF. */
  readonly lineEnds: number
  /** Invisible marks of direction: they can make a sentence read other than it is stored, and they break every search. */
  readonly directionMarks: number
  /** Halves of characters, which no UTF-8 text can hold, that became U+FFFD. */
  readonly brokenCharacters: number
  /** Whether letters and their marks were put in Unicode's composed form (NFC). */
  readonly composed: boolean
}

/** The characters that Unicode calls Bidi_Control (UAX 9): direction is kept per turn, not inside the words. */
const DIRECTION_MARK = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
const BYTE_ORDER_MARK = /^\uFEFF+/u
const LINE_END = /\r\n?/gu

/**
 * Normalises a text once, before it is hashed and marked: NFC, LF line ends, no byte order mark, no direction controls.
 * Vowel signs (tashkil), tatweel, joiners (ZWJ, ZWNJ), spaces and everything else stay as they came. Freezing again
 * changes nothing.
 */
export function freezeText(raw: string): FrozenText {
  const whole = raw.toWellFormed()
  const plain = whole.replace(DIRECTION_MARK, '')
  const unmarked = plain.replace(BYTE_ORDER_MARK, '')
  const lines = unmarked.replace(LINE_END, '\n')
  const content = lines.normalize('NFC')
  return {
    content,
    sha256: digestOf(content),
    changes: {
      byteOrderMarks: plain.length - unmarked.length,
      lineEnds: countOf(unmarked, LINE_END),
      directionMarks: whole.length - plain.length,
      brokenCharacters: countOf(raw, /\p{Surrogate}/gu),
      composed: content !== lines,
    },
  }
}

function countOf(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
