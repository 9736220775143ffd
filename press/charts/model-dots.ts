import { printNumber, type Locale, type Range } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import type { Layout } from './drawing.ts'
import { ACCENT, TINT } from './ink.ts'
import { nameSafe } from './lettering.ts'
import { numbersTable } from './numbers-table.ts'
import { pointAndInterval, printedInterval, printedPeople, printedShare } from './printed.ts'
import { rowsChart, saidInstead, together, whisker, type ChartOf, type ChartRow } from './rows-chart.ts'
import { valueAxis } from './value-axis.ts'

/** What each model of an average says, and how much it weighs. */
export interface ModelDots extends ChartOf {
  readonly models: readonly ModelDot[]
  /** What the average over all models says. */
  readonly average: { readonly estimate: number; readonly interval: Range | null } | null
}

export interface ModelDot {
  /** Its code, such as `[12][3]`, or its words. */
  readonly name: string
  /** Between 0 and 1. */
  readonly weight: number
  readonly estimate: number
  readonly interval: Range | null
}

/** Models that are drawn one by one; the others are counted and their weight is said. */
export const MODELS_DRAWN = 12
const STRIP = 18

/**
 * Models by falling weight, each with its estimate as a dot whose area is its weight, and the average as the last row.
 * @returns SVG, one image with all its numbers in its label
 */
export function modelDotsChart(data: ModelDots, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'model-dots'
  const models = byWeight(data.models)
  if (models.length === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.models.none') })
  const shown = models.slice(0, MODELS_DRAWN)
  const heaviest = shown[0]?.weight ?? 1
  const average = data.average === null ? [] : [data.average]
  const axis = valueAxis(
    [...shown, ...average].flatMap(({ estimate, interval }) => [
      estimate,
      ...(interval === null ? [] : [interval.min, interval.max]),
    ]),
    { locale, layout },
  )
  return rowsChart({
    ...{ kind, of: data, locale, layout, axis },
    lead: [say(locale, 'press.chart.models.lead')],
    rows: [
      ...shown.map((model) => modelRow(model, { heaviest, locale })),
      ...restRow(models.slice(MODELS_DRAWN), locale),
      ...average.map((each) => averageRow(each, locale)),
    ],
    foot: [say(locale, 'press.axis.people')],
  })
}

/** The numbers of the chart, every model in it. */
export function modelDotsTable(data: ModelDots, locale: Locale): Table {
  const cells = (estimate: number, interval: Range | null) => [
    printedPeople(locale, estimate),
    interval === null ? '' : printedInterval(locale, interval),
  ]
  return numbersTable(
    locale,
    [
      { head: 'press.column.model', holds: 'codes' },
      { head: 'press.column.weight', holds: 'numbers' },
      { head: 'press.column.point', holds: 'numbers' },
      { head: 'press.column.interval', holds: 'numbers' },
    ],
    [
      ...byWeight(data.models).map(({ name, weight, estimate, interval }) => [
        ...[name, printedShare(locale, weight)],
        ...cells(estimate, interval),
      ]),
      ...(data.average === null
        ? []
        : [
            [
              ...[say(locale, 'press.chart.models.average'), ''],
              ...cells(data.average.estimate, data.average.interval),
            ],
          ]),
    ],
  )
}

/** Equal weights keep the order in which they came. */
function byWeight(models: readonly ModelDot[]): readonly ModelDot[] {
  return models.toSorted((a, b) => b.weight - a.weight)
}

function modelRow(
  { name, weight, estimate, interval }: ModelDot,
  { heaviest, locale }: { readonly heaviest: number; readonly locale: Locale },
): ChartRow {
  const part = heaviest > 0 ? Math.sqrt(weight / heaviest) : 0
  return {
    name: say(locale, 'press.chart.models.model', {
      name: nameSafe(locale, name),
      weight: printedShare(locale, weight),
    }),
    value: pointAndInterval(locale, estimate, interval),
    strip: STRIP,
    draw: (y) =>
      together(interval === null ? {} : whisker(y + STRIP / 2, interval), {
        dots: [
          {
            ...{ at: estimate, y: y + STRIP / 2, radius: 2 + 6 * part },
            ...{ fill: weight > 0 ? ACCENT : '#ffffff', stroke: ACCENT },
          },
        ],
      }),
  }
}

function restRow(rest: readonly ModelDot[], locale: Locale): readonly ChartRow[] {
  if (rest.length === 0) return []
  const weight = rest.reduce((sum, model) => sum + model.weight, 0)
  const args = {
    count: rest.length,
    number: printNumber(locale, rest.length),
    weight: printedShare(locale, weight),
  }
  return [{ name: say(locale, 'press.chart.models.rest', args), value: '' }]
}

function averageRow(
  { estimate, interval }: { readonly estimate: number; readonly interval: Range | null },
  locale: Locale,
): ChartRow {
  return {
    name: say(locale, 'press.chart.models.average'),
    value: pointAndInterval(locale, estimate, interval),
    bold: true,
    strip: STRIP,
    draw: (y) => ({
      bars:
        interval === null
          ? []
          : [{ y: y + 4, height: 10, from: interval.min, to: interval.max, fill: TINT, stroke: ACCENT }],
      guides: [{ at: estimate, y1: y, y2: y + STRIP, stroke: ACCENT, dashed: false }],
    }),
  }
}
