import { derivedId, digestOf, diceFrom, type Dice, type SourceId, type TextId } from '@corroborate/base'
import type { Text, Turn } from '@corroborate/testimony'

/** Words of one language, the frequent ones first. */
type Vocabulary = readonly string[]

const LATIN = [
  'ba',
  'ko',
  'li',
  'men',
  'tar',
  'so',
  'ri',
  'pel',
  'du',
  'na',
  'ger',
  'vi',
  'mo',
  'lan',
  'stu',
  'che',
]
const LATIN_ENDINGS = ['', 's', 'ed', 'ing', 'er', 'ation', 'ly', '']
const ARABIC = [
  'با',
  'كت',
  'سج',
  'رح',
  'من',
  'عل',
  'قو',
  'در',
  'خي',
  'لم',
  'نو',
  'شر',
  'طب',
  'غد',
  'حم',
  'فل',
]
const ARABIC_ENDINGS = ['', 'ه', 'ات', 'ين', 'ون', 'ها', 'ي', '']
const ARABIC_BEGINNINGS = ['', 'ال', 'و', 'وال', 'بال', '', 'لل', '']

export const VOCABULARY_SIZE = 30_000

/** Stop words and names that queries ask for stand among the frequent ones. */
export function vocabularies(): Readonly<Record<'en' | 'ar', Vocabulary>> {
  const dice = diceFrom('vocabulary')
  const pick = (from: readonly string[]) => from[Math.floor(dice.next() * from.length)] ?? ''
  const stem = (from: readonly string[]) => pick(from) + pick(from) + (dice.next() < 0.6 ? pick(from) : '')
  const words = (frequent: readonly string[], make: () => string) => [
    ...new Set([...frequent, ...Array.from({ length: VOCABULARY_SIZE }, make)]),
  ]
  return {
    en: words(
      'the of and to in was it that he prison men said night door guard led hassan ahmad'.split(' '),
      () => stem(LATIN) + pick(LATIN_ENDINGS),
    ),
    ar: words(
      'في من على كان و السجن الباب ليلا قال الحارس حسن أحمد عثمان'.split(' '),
      () => pick(ARABIC_BEGINNINGS) + stem(ARABIC) + pick(ARABIC_ENDINGS),
    ),
  }
}

/**
 * A rank by a law steeper than Zipf's, as speech is: 10,000 words have some 2,500 forms. The hearings of ../shared/testimony have 1,200 to 1,800, so
 * that real testimony is cheaper to index than this.
 */
function zipf(dice: Dice, ranks: number): number {
  return Math.min(ranks - 1, Math.floor(ranks ** (dice.next() ** STEEPNESS)) - 1)
}

const STEEPNESS = 1.3

const WORDS_PER_TURN = 50

/** An invented text of so many words, speaker by speaker. */
export function inventedText(
  source: SourceId,
  {
    nth,
    words,
    vocabulary,
    language,
  }: {
    readonly nth: number
    readonly words: number
    readonly vocabulary: Vocabulary
    readonly language: string
  },
): Text {
  const dice = diceFrom(`text-${nth}`)
  const turns: Turn[] = []
  let content = ''
  for (let said = 0; said < words; said += WORDS_PER_TURN) {
    const speaker = turns.length % 2 === 0 ? 'I' : `W${nth}`
    const start = content.length
    const spoken = Array.from(
      { length: WORDS_PER_TURN },
      () => vocabulary[zipf(dice, vocabulary.length)] ?? '',
    )
    content += `${speaker}: ${spoken.join(' ')}.`
    turns.push({ speaker, start, end: content.length })
    content += '\n'
  }
  const id: TextId = derivedId('text', `invented-${nth}`)
  return {
    ...{ id, code: `T-${nth}`, source, title: { en: `Invented ${nth}` }, language, kind: 'transcript' },
    ...{ translationOf: null, version: 1, content, sha256: digestOf(content), turns },
  }
}
