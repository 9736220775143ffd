import { wordsIn, type EstimateId } from '@corroborate/base'
import type { Alternative } from '@corroborate/estimate'
import { say } from '@corroborate/words'
import { link, number, words, type Inline, type Line, type Piece, type Row } from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { answerWords, rangeWords } from '../labels.ts'
import { refusedContent } from './derivation.ts'

/** The same question on the same evidence under every other reading, ours first. */
export function alternativesContent(evidence: Lookup, id: EstimateId): readonly Piece[] {
  const estimate = evidence.estimate(id)
  if (estimate === null) return refusedContent(evidence, id)
  const { locale } = evidence
  const row = (reading: Line, interval: string, published: string, tone: Row['tone']): Row => ({
    anchor: null,
    tone,
    cells: [reading, [number(interval)], [number(published)]],
  })
  return [
    {
      kind: 'table',
      caption: say(locale, 'press.alternatives.caption'),
      columns: [
        { title: say(locale, 'press.column.reading'), numeric: false, share: 1 },
        { title: say(locale, 'press.column.interval'), numeric: true, share: 0 },
        { title: say(locale, 'press.column.published'), numeric: true, share: 0 },
      ],
      rows: [
        row(
          [words(say(locale, 'press.alternatives.ours'))],
          answerWords(locale, estimate, estimate.interval),
          answerWords(locale, estimate, estimate.published.range),
          'total',
        ),
        ...estimate.alternatives.map((other) =>
          row(
            [readingOf(evidence, other)],
            rangeWords(locale, other.interval),
            rangeWords(locale, other.published),
            other.claims.length > 0 ? 'contrary' : 'plain',
          ),
        ),
      ],
    },
  ]
}

/** The words of a reading; where another claim was read, they are the way to it. */
function readingOf({ locale }: Lookup, other: Alternative): Inline {
  const text = wordsIn(locale, other.words)
  const [read] = other.claims
  return read === undefined ? words(text) : link(text, { kind: 'claim', id: read })
}
