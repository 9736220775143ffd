import { wordsIn, type Words } from '@corroborate/base'
import type { PatternEstimate, PatternStudy, ReadingStudied } from '@corroborate/estimate'
import { say } from '@corroborate/words'
import { simulationsOf, sobolOf, tornadoOf } from '../charts/of-pattern-study.ts'
import { printedInterval, printedShare } from '../charts/printed.ts'
import { simulationsChart, simulationsTable } from '../charts/simulations.ts'
import { sobolChart, sobolTable } from '../charts/sobol.ts'
import { tornadoChart, tornadoTable } from '../charts/tornado.ts'
import { code, paragraph, quiet, strong, words, type Piece } from '../content.ts'
import type { Lookup } from '../evidence.ts'
import { chartDrawn } from './chart-drawn.ts'

/**
 * What stands around a pattern estimate: draws under every dependence beside the bounds of the arithmetic, what moves the number, what one would
 * have to believe, what it rests on, what lies beyond it. Where no study was made, a sentence says so and nothing is drawn.
 */
export function patternStudyContent(evidence: Lookup, estimate: PatternEstimate): readonly Piece[] {
  const { locale } = evidence
  const { study } = estimate
  const title: Piece = { kind: 'heading', text: say(locale, 'press.study.title') }
  if (study === null) return [title, paragraph(words(say(locale, 'press.study.none')))]
  const [asked, ...others] = study.readings
  return [
    title,
    ...drawnContent(evidence, estimate, asked),
    ...others.flatMap((reading) => drawnContent(evidence, estimate, reading)),
    ...movedContent(evidence, estimate, asked),
    ...saidContent(evidence, study),
    ...provenance(evidence, estimate, study),
  ]
}

function namedIn({ locale }: Lookup, { code: of, question }: PatternEstimate) {
  return { code: of, title: wordsIn(locale, question), locale }
}

/** Draws are never shown under one dependence alone, neither as a picture nor in words. */
function drawnContent(
  evidence: Lookup,
  estimate: PatternEstimate,
  reading: ReadingStudied,
): readonly Piece[] {
  const { locale } = evidence
  const { simulation, alternative } = reading
  const named = namedIn(evidence, estimate)
  const published = alternative === null ? estimate.published.range : null
  const of = alternative === null ? named.code : `${named.code}-${alternative}`
  const data = simulationsOf(reading, { ...named, code: of, published })
  if (simulation === null || data === null)
    return alternative === null ? [paragraph(words(say(locale, 'press.study.not-drawn')))] : []
  return [
    ...(alternative === null ? [] : [paragraph(strong(wordsIn(locale, reading.words)))]),
    paragraph(
      words(
        say(locale, 'press.study.side-by-side', {
          bounds: printedInterval(locale, data.bounds),
          level: printedShare(locale, simulation.level),
        }),
      ),
    ),
    {
      kind: 'list',
      items: data.assumptions.map(({ name, interval }) => [
        words(say(locale, 'press.chart.labelled', { name, value: printedInterval(locale, interval) })),
      ]),
    },
    paragraph(words(say(locale, 'press.study.not-the-shortest'))),
    chartDrawn(data, {
      ...{ kind: 'simulations', chart: simulationsChart, table: simulationsTable, locale },
      caption: say(locale, 'press.caption.simulations', { question: data.title }),
    }),
  ]
}

/** What moves the number as it was asked for. */
function movedContent(
  evidence: Lookup,
  estimate: PatternEstimate,
  reading: ReadingStudied,
): readonly Piece[] {
  const { locale } = evidence
  const named = namedIn(evidence, estimate)
  const tornado = tornadoOf(reading, named)
  const sobol = sobolOf(reading, named)
  return [
    ...(tornado === null
      ? []
      : [
          chartDrawn(tornado, {
            ...{ kind: 'tornado', chart: tornadoChart, table: tornadoTable, locale },
            caption: say(locale, 'press.caption.tornado', { question: named.title }),
          }),
        ]),
    ...(sobol === null
      ? []
      : [
          chartDrawn(sobol, {
            ...{ kind: 'sobol', chart: sobolChart, table: sobolTable, locale },
            caption: say(locale, 'press.caption.sobol', { question: named.title }),
          }),
        ]),
    ...listUnder(
      evidence,
      say(locale, 'press.study.break-even'),
      reading.breakEven.flatMap((each) => [each.words, ...each.alone.map((belief) => belief.words)]),
    ),
  ]
}

function saidContent(evidence: Lookup, study: PatternStudy): readonly Piece[] {
  const { locale } = evidence
  return [
    ...listUnder(
      evidence,
      say(locale, 'press.study.without-origins'),
      study.withoutOrigins.map((each) => each.words),
    ),
    ...study.witnesses.flatMap((each) => {
      const about = say(locale, `press.study.witnesses.${each.part}`, { period: each.period })
      return listUnder(evidence, about, [
        ...each.said.map((said) => both('press.study.witness', { claim: said.code, range: said.range })),
        both('press.study.hull', { range: each.interval.withHull }),
        ...(each.interval.withCommon === null
          ? []
          : [both('press.study.common', { range: each.interval.withCommon })]),
        each.words,
      ])
    }),
    ...listUnder(
      evidence,
      say(locale, 'press.study.projections'),
      study.projections.flatMap((each) => [each.words, ...each.assumptions.map((assumed) => assumed.words)]),
    ),
  ]
}

function both(
  key: 'press.study.witness' | 'press.study.hull' | 'press.study.common',
  args: { readonly claim?: string; readonly range: { readonly min: number; readonly max: number } },
): Words {
  const text = (locale: 'en' | 'ar') =>
    say(locale, key, { claim: args.claim ?? '', range: printedInterval(locale, args.range) })
  return { en: text('en'), ar: text('ar') }
}

/** What the study takes for granted beyond the estimate itself, and what makes it repeatable. */
function provenance(
  evidence: Lookup,
  { assumptions: held }: PatternEstimate,
  { assumptions, seed, software, digest }: PatternStudy,
): readonly Piece[] {
  const { locale } = evidence
  const known = new Set(held.map((assumption) => assumption.code))
  const more = assumptions.filter((assumption) => !known.has(assumption.code))
  const repeatable =
    seed === null
      ? say(locale, 'press.study.repeatable.undrawn', { software })
      : say(locale, 'press.study.repeatable', { software, seed: String(seed) })
  return [
    ...listUnder(
      evidence,
      say(locale, 'press.study.assumptions'),
      more.map((each) => each.words),
    ),
    quiet(words(repeatable), words(' '), code(digest)),
  ]
}

function listUnder({ locale }: Lookup, title: string, items: readonly Words[]): readonly Piece[] {
  if (items.length === 0) return []
  return [
    { kind: 'heading', text: title },
    { kind: 'list', items: items.map((item) => [words(wordsIn(locale, item))]) },
  ]
}
