import { FOLDINGS, stepBit, stepsOf, type NormaliseStep, type StepSet } from './letters.ts'
import { scriptOf } from './script-of.ts'

/** A name as it is compared, and what was done to it. The name as it came stays with whoever shows it. */
export interface NormalisedName {
  readonly text: string
  readonly steps: readonly NormaliseStep[]
}

/** The same for bulk work: steps as one number. */
export interface Normalised {
  readonly text: string
  readonly steps: StepSet
}

/**
 * A name with its letters folded to what is left when marks, spellings of hamza, keyboards and fonts differ: equal results are names written the
 * same but for that. Arabic and Latin letters are folded; a name in any other script keeps its letters, and only direction controls and
 * double spaces go. Never fails: lone surrogates stay, an empty name stays empty. Doing it twice changes nothing.
 * @see docs/methods/names.md
 */
export function normaliseName(name: string): NormalisedName {
  const { text, steps } = normalised(name)
  return { text, steps: stepsOf(steps) }
}

/** Letters that are folded to themselves, single spaces between them. */
const SETTLED = /^[a-z0-9ابت-غف-وي]+(?: [a-z0-9ابت-غف-وي]+)*$/
/** Nothing in it needs Unicode's own tables: ASCII, Arabic letters, marks that join with no letter (madda and hamza do, from U+0653). */
const PLAIN = /^[\u0020-\u007e\u0621-\u063a\u0640-\u0652]*$/

export function normalised(name: string): Normalised {
  return name.length > LONGEST_NAME ? cut(name) : normalisedShort(name)
}

/** In UTF-16 units. A field of ten megabytes is no name; it is read so far and no further, and that is told. */
export const LONGEST_NAME = 4_096

function cut(name: string): Normalised {
  const { text, steps } = normalisedShort(name.slice(0, LONGEST_NAME))
  return { text, steps: steps | stepBit('cut') }
}

function normalisedShort(name: string): Normalised {
  if (SETTLED.test(name)) return { text: name, steps: 0 }
  if (PLAIN.test(name)) return folded(name, 0)
  if (scriptOf(name) === 'other') return keptAsText(name)
  return unicodeFolded(name)
}

const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

function keptAsText(name: string): Normalised {
  const visible = name.replace(DIRECTION, '')
  const text = spaced(visible.normalize('NFC')).slice(0, LONGEST_NAME)
  const steps = visible === name ? 0 : stepBit('invisible-signs')
  return { text, steps }
}

/** Signs that hide between a letter and its mark go first, or the two would not join. */
const HIDDEN = /[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

function unicodeFolded(name: string): Normalised {
  const composed = name.replace(HIDDEN, '').normalize('NFKC').replace(HIDDEN, '')
  const before = hiddenSteps(name) | compatibilityStep(name, composed)
  const bare = withoutDiacritics(composed)
  return folded(bare, before | (bare === composed ? 0 : stepBit('diacritics')))
}

function hiddenSteps(name: string): StepSet {
  let steps = 0
  for (const [sign] of name.matchAll(HIDDEN)) steps |= FOLDINGS.get(sign.charCodeAt(0))?.step ?? 0
  return steps
}

/** Canonical forms are one writing of one letter and not told; compatibility forms are. */
function compatibilityStep(name: string, composed: string): StepSet {
  return name.replace(HIDDEN, '').normalize('NFC') === composed ? 0 : stepBit('compatibility-forms')
}

const MARKS_ON_LATIN = /(\p{Script=Latin})\p{Mn}+/gu

function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(MARKS_ON_LATIN, '$1').normalize('NFC')
}

const [CASE, PUNCTUATION, SPACES] = [stepBit('case'), stepBit('punctuation'), stepBit('spaces')]
const SIGN = /[\p{P}\p{S}\p{Z}\p{C}]/u

/** Letter by letter. Runs of letters that stay are copied whole, which is most of a name. */
function folded(text: string, before: StepSet): Normalised {
  const lower = text.toLowerCase()
  let steps = before | (lower === text ? 0 : CASE)
  let [out, from, at] = ['', 0, 0]
  while (at < lower.length) {
    const code = lower.codePointAt(at) ?? 0
    const width = code > 0xffff ? 2 : 1
    const to = becomes(code)
    if (to !== null) {
      out += lower.slice(from, at) + to.to
      steps |= to.step
      from = at + width
    }
    at += width
  }
  out += lower.slice(from)
  // Compatibility forms may be longer than what they stand for.
  const trimmed = spaced(out).slice(0, LONGEST_NAME).trimEnd()
  if (trimmed.length !== out.length) steps |= SPACES
  return { text: trimmed, steps }
}

const TO_SPACE = { to: ' ', step: PUNCTUATION }
const SPACE = { to: ' ', step: 0 }

type Becomes = { readonly to: string; readonly step: StepSet } | null

/** Answers for the letters that names are made of, reckoned once. */
const COMMON: readonly Becomes[] = Array.from({ length: 0x700 }, (_, code) => lookedUp(code))

function becomes(code: number): Becomes {
  return COMMON[code] !== undefined ? COMMON[code] : lookedUp(code)
}

function lookedUp(code: number): Becomes {
  const folding = FOLDINGS.get(code)
  if (folding !== undefined) return folding
  if (code === 0x20 || (code >= 0xd800 && code <= 0xdfff)) return null
  const sign = String.fromCodePoint(code)
  if (/\s/u.test(sign)) return SPACE
  return SIGN.test(sign) ? TO_SPACE : null
}

function spaced(text: string): string {
  return /^\s|\s$|\s\s|[^\S ]/u.test(text) ? text.trim().replace(/\s+/gu, ' ') : text
}
