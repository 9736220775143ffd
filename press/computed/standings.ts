import { printNumber, wordsIn } from '@corroborate/base'
import type { Finding, Robustness, Standing } from '@corroborate/findings'
import { say } from '@corroborate/words'
import { code, link, paragraph, strong, words, type Line, type Piece } from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { byCode } from '../labels.ts'
import { originLinks } from './mentions.ts'

/** Every finding with what it stands on, and what it would not survive the loss of. */
export function standingsContent(evidence: Lookup): readonly Piece[] {
  const { locale, investigation } = evidence
  if (investigation.findings.length === 0) return [paragraph(words(say(locale, 'press.standings.none')))]
  return [
    {
      kind: 'table',
      caption: say(locale, 'press.standings.caption'),
      columns: [
        { title: say(locale, 'press.column.finding'), numeric: false, share: 2 },
        { title: say(locale, 'press.column.standing'), numeric: false, share: 1 },
        { title: say(locale, 'press.column.robustness'), numeric: false, share: 1 },
      ],
      rows: [...investigation.findings].sort(byCode).map((finding) => ({
        anchor: null,
        tone: toneOf(evidence, finding),
        cells: [
          [
            link(finding.code, { kind: 'finding', id: finding.id }),
            words(` ${wordsIn(locale, finding.proposition)}`),
          ],
          [strong(standingOf(evidence, finding))],
          robustnessOf(evidence, finding),
        ],
      })),
    },
  ]
}

export function standingOf(evidence: Lookup, finding: Finding): string {
  const assessed = evidence.assessment.standings.get(finding.id)
  return assessed === undefined
    ? say(evidence.locale, 'press.not-assessed')
    : standingWords(evidence, assessed.standing)
}

/** A standing in words, with the one beneath it or the one it would have. */
export function standingWords(evidence: Lookup, standing: Standing): string {
  const { locale } = evidence
  const name = say(locale, `standing.${standing.kind}`)
  if (standing.kind === 'attributed')
    return say(locale, 'press.standing.attributed', {
      standing: name,
      beneath: standingWords(evidence, standing.beneath),
    })
  if (standing.kind === 'contradicted')
    return say(locale, 'press.standing.contradicted', {
      standing: name,
      otherwise: standingWords(evidence, standing.otherwise),
    })
  return name
}

export function robustnessOf(evidence: Lookup, finding: Finding): Line {
  const assessed = evidence.assessment.standings.get(finding.id)
  return assessed === undefined ? [code('–')] : robustnessLine(evidence, assessed.robustness)
}

function robustnessLine(evidence: Lookup, robustness: Robustness): Line {
  const { locale } = evidence
  switch (robustness.kind) {
    case 'nothing-to-lose':
      return [words(say(locale, 'press.robustness.nothing-to-lose'))]
    case 'more-than':
      return [
        words(
          say(locale, 'press.robustness.more-than', {
            number: printNumber(locale, robustness.origins),
            count: robustness.origins,
          }),
        ),
      ]
    case 'falls-without':
      return [
        words(`${say(locale, 'press.robustness.falls-without')} `),
        ...originLinks(evidence, robustness.origins),
      ]
  }
}

function toneOf(evidence: Lookup, finding: Finding): 'plain' | 'contrary' {
  return evidence.assessment.standings.get(finding.id)?.standing.kind === 'contradicted'
    ? 'contrary'
    : 'plain'
}
