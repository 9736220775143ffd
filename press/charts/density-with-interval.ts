import { printNumber, type Locale, type Range } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import { curvePoints, grounded, heightsOn, type DensityCurve, type Height } from './density-curve.ts'
import { drawn, valueAt, type Layout } from './drawing.ts'
import { ACCENT, INK, MUTED, TINT } from './ink.ts'
import { keySection, type Key } from './key.ts'
import { numbersTable } from './numbers-table.ts'
import { listed, printedInterval, printedPeople, printedShare } from './printed.ts'
import { AIR, chartId, inWords, leadSections, saidInstead, type ChartOf } from './rows-chart.ts'
import type { Curve, Guide, Section } from './shapes.ts'
import { textureFill } from './texture.ts'
import { valueAxis, type ValueAxis } from './value-axis.ts'

/** How credible each number of people is, as a curve, and what of it is reported. */
export interface DensityWithInterval extends ChartOf {
  readonly curve: DensityCurve
  /** Widest first or last, as it comes: one or two levels are drawn, such as 0.95 and 0.8. */
  readonly intervals: readonly { readonly level: number; readonly range: Range }[]
  readonly point: number
  /** People who are on a list, or documented. */
  readonly observed: number | null
  /** The same question under another reading, such as with the complete graph. */
  readonly other: { readonly name: string; readonly curve: DensityCurve } | null
  /** Weight that is in no curve, because it says nothing about the unseen. */
  readonly apart: { readonly name: string; readonly weight: number } | null
  /** Where the curve has its peaks, when it has more than one that counts. */
  readonly modes: readonly number[]
}

/**
 * A curve with its interval, its point and the number that is known. Where the numbers reach over a twentyfold range the
 * axis multiplies, and heights are per ratio, so that equal grounds are equal probabilities on it too.
 * @returns SVG, one image with all its numbers in its label
 */
export function densityChart(data: DensityWithInterval, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'density'
  const points = curvePoints(data.curve)
  if (points.length < 2)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.density.none') })
  const id = chartId(kind, data, locale, layout)
  const axis = valueAxis(valuesOf(data), { locale, layout })
  const keys = keysOf(data, { id, locale })
  const remarks = remarksOf(data, locale)
  const foot = [axis.warning ?? '', say(locale, 'press.axis.people')].filter((text) => text !== '').join(' ')
  const placing = { ...axis, layout }
  return drawn({
    ...{ id, locale, layout, foot, domain: axis.domain, scale: axis.scale, ticks: axis.ticks },
    label: inWords([data.title, ...keys.map((key) => key.text), ...remarks, foot]),
    sections: [
      AIR,
      ...keys.map((key) => keySection(key, { layout, place: (pixel) => valueAt(placing, pixel) })),
      ...leadSections(remarks, layout),
      curveSection(data, { axis, id, layout }),
    ],
  })
}

/** The numbers of the chart: what is reported, not every point of the curve. */
export function densityTable(data: DensityWithInterval, locale: Locale): Table {
  const { point, observed, apart, modes } = data
  return numbersTable(
    locale,
    [
      { head: 'press.column.what', holds: 'words' },
      { head: 'press.column.total', holds: 'numbers' },
    ],
    [
      [say(locale, 'press.chart.point'), printedPeople(locale, point)],
      ...byLevel(data).map(({ level, range }) => [
        say(locale, 'press.chart.interval', { level: printedShare(locale, level) }),
        printedInterval(locale, range),
      ]),
      ...(observed === null ? [] : [[say(locale, 'press.chart.observed'), printedPeople(locale, observed)]]),
      ...(modes.length < 2
        ? []
        : modes.map((mode) => [say(locale, 'press.chart.peak'), printedPeople(locale, mode)])),
      ...(apart === null
        ? []
        : [
            [
              say(locale, 'press.chart.density.apart-name', { name: apart.name }),
              printedShare(locale, apart.weight),
            ],
          ]),
    ],
  )
}

function byLevel({ intervals }: DensityWithInterval): DensityWithInterval['intervals'] {
  return intervals.toSorted((a, b) => b.level - a.level).slice(0, 2)
}

function valuesOf(data: DensityWithInterval): readonly number[] {
  const curves = [data.curve, ...(data.other === null ? [] : [data.other.curve])]
  return [
    ...curves.flatMap((curve) => curvePoints(curve).map(({ people }) => people)),
    ...data.intervals.flatMap(({ range }) => [range.min, range.max]),
    data.point,
    ...(data.observed === null ? [] : [data.observed]),
  ]
}

/** The widest interval is filled lightly, the narrower one in it darker: told apart in print without colour. */
function fillOf(id: string, at: number): string {
  return at === 0 ? TINT : textureFill(id, 1)
}

function keysOf(
  data: DensityWithInterval,
  { id, locale }: { readonly id: string; readonly locale: Locale },
): readonly Key[] {
  const labelled = (name: string, value: string) => say(locale, 'press.chart.labelled', { name, value })
  const { point, observed, other } = data
  return [
    {
      text: labelled(say(locale, 'press.chart.point'), printedPeople(locale, point)),
      ...{ look: 'line', stroke: ACCENT, bold: true },
    },
    ...byLevel(data).map(({ level, range }, at): Key => ({
      text: labelled(
        say(locale, 'press.chart.interval', { level: printedShare(locale, level) }),
        printedInterval(locale, range),
      ),
      ...{ look: 'ground', stroke: ACCENT, fill: fillOf(id, at) },
    })),
    ...(observed === null
      ? []
      : [
          {
            text: labelled(say(locale, 'press.chart.observed'), printedPeople(locale, observed)),
            ...{ look: 'broken' as const, stroke: INK },
          },
        ]),
    ...(other === null
      ? []
      : [
          {
            text: say(locale, 'press.chart.density.other', { name: other.name }),
            ...{ look: 'curve' as const, stroke: MUTED },
          },
        ]),
  ]
}

function remarksOf({ apart, modes }: DensityWithInterval, locale: Locale): readonly string[] {
  return [
    ...(apart === null
      ? []
      : [
          say(locale, 'press.chart.density.apart', {
            name: apart.name,
            weight: printedShare(locale, apart.weight),
          }),
        ]),
    ...(modes.length < 2
      ? []
      : [
          say(locale, 'press.chart.density.modes', {
            count: modes.length,
            number: printNumber(locale, modes.length),
            peaks: listed(
              locale,
              modes.map((mode) => printedPeople(locale, mode)),
            ),
          }),
        ]),
  ]
}

function curveSection(
  data: DensityWithInterval,
  { axis, id, layout }: { readonly axis: ValueAxis; readonly id: string; readonly layout: Layout },
): Section {
  const tall = layout === 'wide' ? 170 : 130
  const own = heightsOn(axis.scale, data.curve)
  const other = data.other === null ? [] : heightsOn(axis.scale, data.other.curve)
  const highest = Math.max(...[...own, ...other].map(({ height }) => height), Number.MIN_VALUE)
  const upright = (at: number, y: number, dashed: boolean): Guide => ({
    ...{ at, y1: y + 4, y2: y + tall, dashed },
    stroke: dashed ? INK : ACCENT,
  })
  return {
    height: tall,
    draw: (y) => {
      const placed = (heights: readonly Height[]) =>
        heights.map(({ people, height }) => ({
          ...{ at: people, y: y + tall - (height / highest) * (tall - 12) },
        }))
      const line = { dashed: false, stroke: ACCENT, width: 1.6 }
      const grounds = byLevel(data).map(({ range }, at): Curve => ({
        ...line,
        points: placed(grounded(own, range)),
        ground: { down: y + tall, fill: fillOf(id, at) },
      }))
      return {
        curves: [
          ...grounds.filter((ground) => ground.points.length > 1),
          { ...line, points: placed(own) },
          ...(other.length < 2 ? [] : [{ dashed: true, stroke: MUTED, width: 1.4, points: placed(other) }]),
        ],
        guides: [
          upright(data.point, y, false),
          ...(data.observed === null ? [] : [upright(data.observed, y, true)]),
        ],
      }
    },
  }
}
