import { printNumber, wordsIn } from '@corroborate/base'
import type { OriginLink, Source } from '@corroborate/testimony'
import { say } from '@corroborate/words'
import { slug } from '../anchor.ts'
import { code, listed, quiet, words, type Line, type Piece } from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { byCode } from '../labels.ts'
import { allowsPublicly, mayTell } from '../may-be-printed.ts'
import { commaOf, sourceCode } from './mentions.ts'

/** The sources that may be told of, what each depends on, and how many are withheld. */
export function sourcesContent(evidence: Lookup): readonly Piece[] {
  const { locale, investigation } = evidence
  const shown = investigation.sources.filter((source) => mayTell(investigation, source))
  const withheld = investigation.sources.length - shown.length
  return [
    {
      kind: 'table',
      caption: say(locale, 'press.sources.caption'),
      columns: [
        { title: say(locale, 'press.column.source'), numeric: false, share: 2 },
        { title: say(locale, 'press.column.kind'), numeric: false, share: 1 },
        { title: say(locale, 'press.column.depends-on'), numeric: false, share: 1 },
        { title: say(locale, 'press.column.rating'), numeric: false, share: 0 },
      ],
      rows: [...shown].sort(byCode).map((source) => ({
        anchor: sourceAnchor(source),
        tone: 'plain',
        cells: [
          [code(source.code), words(` ${wordsIn(locale, source.title)}`)],
          [words(kindWords(evidence, source))],
          dependenceOf(evidence, source),
          [code(`${source.reliability}${source.credibility}`)],
        ],
      })),
    },
    quiet(words(say(locale, 'press.sources.ratings'))),
    ...(withheld === 0
      ? []
      : [
          quiet(
            words(
              say(locale, 'press.withheld.sources', {
                number: printNumber(locale, withheld),
                count: withheld,
              }),
            ),
          ),
        ]),
  ]
}

export function sourceAnchor(source: Source): string {
  return `source-${slug(source.code)}`
}

function dependenceOf(evidence: Lookup, source: Source): Line {
  const { locale, investigation } = evidence
  const links = investigation.originLinks.filter(
    (each) => each.from === source.id && each.decision !== 'independent',
  )
  if (links.length === 0) return [words(say(locale, 'press.depends-on-nobody'))]
  return listed(
    links.map((each): Line => [words(`${linkWords(evidence, each)} `), sourceCode(evidence, each.to)]),
    commaOf(locale),
  )
}

function linkWords({ locale }: Lookup, link: OriginLink): string {
  const name = say(locale, `link.${link.kind}`)
  return link.decision === 'undecided' ? `${name} (${say(locale, 'decision.undecided')})` : name
}

/** What a witness was is a detail, and told only where details may be. */
function kindWords({ locale, investigation }: Lookup, source: Source): string {
  const kind = say(locale, `source-kind.${source.kind}`)
  if (!allowsPublicly(investigation, source, 'details')) return kind
  return `${kind}${commaOf(locale)}${say(locale, `role.${source.role}`)}`
}
