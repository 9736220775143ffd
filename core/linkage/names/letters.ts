/**
 * What is done to single letters before names are compared, by what was done. Each name of a step has words in both languages, because an
 * explanation of a pair shows it. In the order in which they are told.
 */
export const NORMALISE_STEPS = [
  /** Ligatures, presentation forms and wide letters written as plain ones (Unicode NFKC). */
  'compatibility-forms',
  /** Zero-width signs, direction controls and soft hyphens left out. */
  'invisible-signs',
  'tatweel',
  /** Vowel and recitation marks left out. */
  'tashkil',
  'alef-forms',
  'hamza',
  'alef-maqsura',
  'ta-marbuta',
  'persian-urdu-letters',
  'digits',
  'case',
  'diacritics',
  /** Apostrophes and the signs for hamza and ʿayn left out. */
  'apostrophes',
  'hyphens',
  'punctuation',
  'spaces',
  /** Longer than any name: the rest was not read. */
  'cut',
] as const
export type NormaliseStep = (typeof NORMALISE_STEPS)[number]

/** A set of steps as one whole number: step number k is bit k. */
export type StepSet = number

export function stepBit(step: NormaliseStep): StepSet {
  return 1 << NORMALISE_STEPS.indexOf(step)
}

export function stepsOf(set: StepSet): readonly NormaliseStep[] {
  return NORMALISE_STEPS.filter((_, at) => (set & (1 << at)) !== 0)
}

/** A letter becomes this text ('' leaves it out), and that is told as this step. */
export interface Folding {
  readonly to: string
  readonly step: StepSet
}

/**
 * Letters that spell one sound of Arabic names in several ways, or that the keyboards of Persian and Urdu put in their place. What they are
 * folded to is what is left when a careless typist has written them; Larkey, Ballesteros and Connell 2002 (SIGIR) call it light normalisation.
 */
export const FOLDINGS: ReadonlyMap<number, Folding> = new Map([
  ...each('أإآٱٲٳٵ', 'ا', 'alef-forms'),
  ...each('ئٸ', 'ي', 'hamza'),
  ...each('ؤٶٷ', 'و', 'hamza'),
  ...each('ءٴ', '', 'hamza'),
  ...each('ى', 'ي', 'alef-maqsura'),
  ...each('ةۃ', 'ه', 'ta-marbuta'),
  ...each('یېۍێےۓ', 'ي', 'persian-urdu-letters'),
  ...each('کڪڬڭگ', 'ك', 'persian-urdu-letters'),
  ...each('ەہۂھۀ', 'ه', 'persian-urdu-letters'),
  ...each('پ', 'ب', 'persian-urdu-letters'),
  ...each('چ', 'ج', 'persian-urdu-letters'),
  ...each('ڤ', 'ف', 'persian-urdu-letters'),
  ...each('ژ', 'ز', 'persian-urdu-letters'),
  ...each('ٹ', 'ت', 'persian-urdu-letters'),
  ...each('ڈ', 'د', 'persian-urdu-letters'),
  ...each('ڑ', 'ر', 'persian-urdu-letters'),
  ...each('ں', 'ن', 'persian-urdu-letters'),
  ...each('ۆۇۈۋ', 'و', 'persian-urdu-letters'),
  ...each('ـ', '', 'tatweel'),
  ...digits(0x660),
  ...digits(0x6f0),
  ...range(0x610, 0x61a, '', 'tashkil'),
  ...range(0x64b, 0x65f, '', 'tashkil'),
  ...range(0x670, 0x670, '', 'tashkil'),
  ...range(0x6d6, 0x6dc, '', 'tashkil'),
  ...range(0x6df, 0x6e8, '', 'tashkil'),
  ...range(0x6ea, 0x6ed, '', 'tashkil'),
  ...range(0x8d3, 0x8ff, '', 'tashkil'),
  ...range(0x200b, 0x200f, '', 'invisible-signs'),
  ...range(0x202a, 0x202e, '', 'invisible-signs'),
  ...range(0x2060, 0x206f, '', 'invisible-signs'),
  ...each('\u00ad\u061c\ufeff\ufff9\ufffa\ufffb', '', 'invisible-signs'),
  ...each("'’‘‛`´ʹʻʼʽʾʿˈˊˋ′‵ʔʕꞌ", '', 'apostrophes'),
  ...each('-‐‑‒–—―−_־', ' ', 'hyphens'),
  ...each('ßẞ', 'ss', 'diacritics'),
  ...each('øǿ', 'o', 'diacritics'),
  ...each('đðɖ', 'd', 'diacritics'),
  ...each('ł', 'l', 'diacritics'),
  ...each('ħ', 'h', 'diacritics'),
  ...each('ŧ', 't', 'diacritics'),
  ...each('ı', 'i', 'diacritics'),
  ...each('æǽ', 'ae', 'diacritics'),
  ...each('œ', 'oe', 'diacritics'),
  ...each('þ', 'th', 'diacritics'),
  ...each('ə', 'a', 'diacritics'),
])

function each(letters: string, to: string, step: NormaliseStep): [number, Folding][] {
  return Array.from(letters, (letter) => [letter.codePointAt(0) ?? 0, { to, step: stepBit(step) }])
}

function range(first: number, last: number, to: string, step: NormaliseStep): [number, Folding][] {
  const codes = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return codes.map((code) => [code, { to, step: stepBit(step) }])
}

function digits(zero: number): [number, Folding][] {
  return Array.from({ length: 10 }, (_, digit) => [
    zero + digit,
    { to: String(digit), step: stepBit('digits') },
  ])
}
