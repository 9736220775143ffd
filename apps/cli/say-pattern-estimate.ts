import { printNumber, printRange, wordsIn, type ClaimId, type Locale, type Range } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type {
  BreakEven,
  Drawn,
  DrawnPeople,
  Estimate,
  Input,
  InputShare,
  PatternStudy,
  ReadingStudied,
  WitnessesCombined,
} from '@corroborate/estimate'
import { say } from '@corroborate/words'

/** The arithmetic line by line with the source of each number, then the other readings. */
export function patternInWords(
  locale: Locale,
  estimate: Exclude<Estimate, { readonly method: 'lists' }>,
  claims: readonly Claim[],
): readonly string[] {
  const { interval, published, derivation, alternatives } = estimate
  const sourceOf = new Map(claims.map(({ id, proposition }) => [id, wordsIn(locale, proposition)]))
  return [
    wordsIn(locale, estimate.question),
    `  ${printRange(locale, published.range)}`,
    '',
    ...derivation.map(({ period, kind, formula, result, claims: read }) => {
      const sources = [...new Set(read.flatMap((claim) => sourceOf.get(claim) ?? []))].join('; ')
      const from = sources === '' || kind === 'subtotal' || kind === 'total' ? '' : `  [${sources}]`
      return `  ${(period ?? '').padEnd(4)} ${say(locale, `step.${kind}`)}: ${formula} = ${printRange(locale, twoDecimals(result))}${from}`
    }),
    `  ${say(locale, 'command.estimate.before-rounding', { range: printRange(locale, interval) })}`,
    ...alternatives.map((other) => `  ${wordsIn(locale, other.words)} ${printRange(locale, other.interval)}`),
  ]
}

/** The widest first: whoever reads one line only reads the one that claims least. */
const WAYS = ['oneQuantileForAll', 'oneSizePerPeriod', 'correlatedSizes', 'sizePerOccasion'] as const
type Simulation = NonNullable<ReadingStudied['simulation']>
type Sources = ReadonlyMap<ClaimId, string>

/** What the draws say beside what arithmetic allows; what moves the number; what it rests on; and, apart from it, what would lie beyond. */
export function patternStudyInWords(
  locale: Locale,
  study: PatternStudy,
  claims: readonly Claim[],
): readonly string[] {
  const sources: Sources = new Map(claims.map(({ id, proposition }) => [id, wordsIn(locale, proposition)]))
  const { withoutOrigins, witnesses, projections, assumptions, seed } = study
  return [
    ...study.readings.flatMap((reading) => readingLines(locale, reading, sources)),
    ...section(
      say(locale, 'command.estimate.without-source'),
      withoutOrigins.map(({ words }) => wordsIn(locale, words)),
    ),
    ...section(
      say(locale, 'command.estimate.witnesses'),
      witnesses.flatMap((one) => witnessLines(locale, one, sources)),
    ),
    ...section(
      say(locale, 'command.estimate.projections'),
      projections.flatMap((one) => [
        `${one.code}: ${wordsIn(locale, one.words)}`,
        ...one.assumptions.map(({ words }) => `    ${wordsIn(locale, words)}`),
      ]),
    ),
    ...section(
      say(locale, 'press.assumptions'),
      assumptions.map(({ words }) => wordsIn(locale, words)),
    ),
    `${say(locale, 'command.estimate.repeatable', { software: study.software, seed: String(seed) })} ${study.digest}`,
  ]
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), '']
}

function readingLines(locale: Locale, reading: ReadingStudied, sources: Sources): readonly string[] {
  const { alternative, words, interval, simulation, tornado, sobol, breakEven } = reading
  const name = alternative === null ? [] : [`${wordsIn(locale, words)} ${printRange(locale, interval)}`, '']
  return [
    ...name,
    ...(simulation === null ? [] : simulationLines(locale, simulation)),
    ...section(
      say(locale, 'command.estimate.moves', { people: printNumber(locale, Math.round(tornado.middle)) }),
      tornado.bars.map(({ input, moves, ifKnown }) =>
        say(locale, 'command.estimate.moves.input', {
          input: inputInWords(locale, input, sources),
          people: printRange(locale, whole(moves)),
          known: printRange(locale, ifKnown),
        }),
      ),
    ),
    ...section(
      say(locale, 'command.estimate.shares'),
      (sobol?.shares ?? []).map((share) => shareLine(locale, share, sources)),
    ),
    ...section(
      say(locale, 'command.estimate.beliefs'),
      breakEven.flatMap((one) => beliefLines(locale, one)),
    ),
  ]
}

/** Claims that are not enough by themselves share a line. */
function beliefLines(locale: Locale, { words: together, alone }: BreakEven): readonly string[] {
  const never = alone.filter(({ does }) => does === 'no-value').map(({ input }) => input.code)
  const inputs = never.join(say(locale, 'command.estimate.comma'))
  return [
    wordsIn(locale, together),
    ...alone.filter(({ does }) => does !== 'no-value').map((belief) => `  ${wordsIn(locale, belief.words)}`),
    ...(never.length === 0 ? [] : [`  ${say(locale, 'command.estimate.not-enough', { inputs })}`]),
  ]
}

function simulationLines(locale: Locale, simulation: Simulation): readonly string[] {
  const draws = printNumber(locale, simulation.draws)
  return section(say(locale, 'command.estimate.drawn', { draws }), [
    say(locale, 'command.estimate.bounds', { range: printRange(locale, simulation.bounds) }),
    ...WAYS.map((way) => {
      const name = say(locale, `command.estimate.way.${way}`)
      return `${name}: ${drawnLine(locale, simulation[way])}`
    }),
  ])
}

function drawnLine(locale: Locale, { low, median, high }: DrawnPeople): string {
  const people = ({ value, error }: Drawn) =>
    say(locale, 'command.estimate.give-or-take', {
      value: printNumber(locale, Math.round(value)),
      error: printNumber(locale, Math.ceil(error)),
    })
  return say(locale, 'command.estimate.drawn-range', {
    low: people(low),
    median: people(median),
    high: people(high),
  })
}

function inputInWords(locale: Locale, input: Input, sources: Sources): string {
  return say(locale, 'command.estimate.input', {
    part: input.part,
    unit: input.unit.replaceAll('-', '_'),
    periods: input.periods.join(say(locale, 'command.estimate.comma')),
    range: printRange(locale, input.range),
    source: sources.get(input.claim) ?? input.code,
  })
}

function shareLine(locale: Locale, share: InputShare, sources: Sources): string {
  const index = ({ value, error }: Drawn) =>
    say(locale, 'command.estimate.give-or-take', {
      value: printNumber(locale, value, 3),
      error: printNumber(locale, error, 3),
    })
  return say(locale, 'command.estimate.share', {
    part: share.part,
    periods: share.periods.join(say(locale, 'command.estimate.comma')),
    source: sources.get(share.claim) ?? share.code,
    first: index(share.first),
    total: index(share.total),
  })
}

function witnessLines(locale: Locale, one: WitnessesCombined, sources: Sources): readonly string[] {
  const { period, part, said, hull, common, interval, pooled } = one
  const estimates = (range: Range, people: Range) =>
    say(locale, 'command.estimate.witnesses.gives', {
      range: printRange(locale, range),
      people: printRange(locale, people),
    })
  return [
    say(locale, 'command.estimate.witnesses.of', { part, period }),
    ...said.map(
      ({ claim, code, range }) => `    ${sources.get(claim) ?? code}: ${printRange(locale, range)}`,
    ),
    `    ${say(locale, 'command.estimate.witnesses.hull')}: ${estimates(hull, interval.withHull)}`,
    ...(common === null || interval.withCommon === null
      ? []
      : [
          `    ${say(locale, 'command.estimate.witnesses.common')}: ${estimates(common, interval.withCommon)}`,
        ]),
    `    ${wordsIn(locale, one.words)}`,
    ...(pooled === null
      ? []
      : [
          `    ${say(locale, 'command.estimate.witnesses.pooled', {
            range: printRange(locale, twoDecimals(pooled.middle95)),
            median: printNumber(locale, Math.round(pooled.median * 100) / 100),
          })}`,
          ...pooled.assumptions.map(({ words }) => `      ${wordsIn(locale, words)}`),
        ]),
  ]
}

function whole({ min, max }: Range): Range {
  return { min: Math.round(min), max: Math.round(max) }
}

function twoDecimals({ min, max }: Range): Range {
  return { min: Math.round(min * 100) / 100, max: Math.round(max * 100) / 100 }
}
