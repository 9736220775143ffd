import type { Range } from '@corroborate/base'
import type { PatternStudy, ReadingStudied } from '@corroborate/estimate'
import { DEPENDENCES } from '../charts/of-pattern-study.ts'
import type { Rows } from './annex-rows.ts'

/**
 * A study of a pattern estimate as data: for every reading the bounds, the draws under every dependence, what each claim moves and its share of
 * the variance; then the range without each origin, and what would have been added had it gone on.
 */
export function studyRows({ readings, withoutOrigins, projections }: PatternStudy): Rows {
  return {
    columns: ['reading', 'part', 'name', 'value', 'error', 'min', 'max'],
    rows: [
      ...readings.flatMap(readingRows),
      ...withoutOrigins.map(({ origin, interval }) => row(null, 'without-origin', origin, interval)),
      ...projections.map(({ code, ifContinued }) => row(null, 'had-it-gone-on', code, ifContinued)),
    ],
  }
}

function readingRows({ alternative, interval, simulation, sobol, tornado, breakEven }: ReadingStudied) {
  const reading = alternative ?? 'as-asked'
  const inputs = tornado.bars.map(({ input, moves }) => ({ name: `${input.code} ${input.part}`, moves }))
  return [
    row(reading, 'arithmetic', null, interval),
    ...(simulation === null
      ? []
      : [
          row(reading, 'bounds-of-draws', null, simulation.bounds),
          ...DEPENDENCES.map((dependence) => {
            const { median, low, high } = simulation[dependence]
            return row(reading, 'draws', dependence, { min: low.value, max: high.value }, median)
          }),
        ]),
    ...inputs.map(({ name, moves }) => row(reading, 'moves', name, moves)),
    ...(sobol?.shares ?? []).flatMap(({ code, part, first, total }) => [
      row(reading, 'variance-by-itself', `${code} ${part}`, null, first),
      row(reading, 'variance-with-others', `${code} ${part}`, null, total),
    ]),
    ...breakEven.flatMap(({ threshold: { side, people }, alone }) =>
      alone.map(({ input, does, value }) => {
        const said = `${side} ${people}, ${input.code} ${input.part}: ${does}`
        return row(reading, 'break-even', said, null, value === null ? null : { value, error: null })
      }),
    ),
  ]
}

function row(
  reading: string | null,
  part: string,
  name: string | null,
  range: Range | null,
  drawn: { readonly value: number; readonly error: number | null } | null = null,
) {
  return {
    ...{ reading, part, name },
    ...{ value: millionths(drawn?.value ?? null), error: millionths(drawn?.error ?? null) },
    ...{ min: millionths(range?.min ?? null), max: millionths(range?.max ?? null) },
  }
}

function millionths(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e6) / 1e6
}
