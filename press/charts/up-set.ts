import { printNumber, type Locale } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import { drawn, measureOf, valueAt, WIDTHS, type Drawing, type Layout } from './drawing.ts'
import { ACCENT, HAIRLINE, INK, MUTED } from './ink.ts'
import { inLines, letters, nameSafe, widthOf } from './lettering.ts'
import { numbersTable } from './numbers-table.ts'
import { AIR, chartId, inWords, leadSections, saidInstead, type ChartOf } from './rows-chart.ts'
import type { Bar, Dot, Section } from './shapes.ts'
import { textureFill } from './texture.ts'

/** Who is on which lists together: how many people are on exactly these and on no other. */
export interface UpSet extends ChartOf {
  /** 2 to 12 lists, and all people on each. */
  readonly lists: readonly { readonly name: string; readonly size: number }[]
  /** Bit i of `mask` is set for people on `lists[i]`. */
  readonly cells: readonly { readonly mask: number; readonly count: number }[]
}

type Cell = UpSet['cells'][number]

/** Combinations that are drawn one by one; the others are counted. */
export const COMBINATIONS_DRAWN = 25
const ROW = 19

/**
 * The sizes of the lists, and beneath them the combinations by falling count: a dot in the column of each list that a
 * combination has, and a bar for its people. Combinations are rows on every width, so that the numbers can be read.
 * @returns SVG, one image with all its numbers in its label
 */
export function upSetChart(data: UpSet, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'up-set'
  const cells = byCount(data.cells)
  if (cells.length === 0 || data.lists.length === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.upset.none') })
  const id = chartId(kind, data, locale, layout)
  const shown = cells.slice(0, COMBINATIONS_DRAWN)
  const rest = restWords(cells.slice(COMBINATIONS_DRAWN), locale)
  const lead = say(locale, 'press.chart.upset.lead')
  const scales = say(locale, 'press.chart.upset.scales')
  const plan = planOf(data, shown, { id, locale, layout })
  return drawn({
    ...{ ...FLAT, id, locale, layout, bare: true },
    label: inWords([
      data.title,
      ...data.lists.map((list, at) => listInWords(list, at, locale)),
      lead,
      ...shown.map((cell) => cellInWords(data, cell, locale)),
      ...rest,
      scales,
    ]),
    sections: [
      AIR,
      ...data.lists.map((list, at) => listSection(list, at, plan)),
      ...leadSections([lead], layout),
      numbersSection(plan),
      ...shown.map((cell) => cellSection(cell, plan)),
      ...leadSections([...rest, scales], layout),
    ],
  })
}

/** The numbers of the chart: every combination, then the lists. */
export function upSetTable(data: UpSet, locale: Locale): Table {
  return numbersTable(
    locale,
    [
      { head: 'press.column.lists', holds: 'words' },
      { head: 'press.column.total', holds: 'numbers' },
    ],
    [
      ...byCount(data.cells).map((cell) => [
        membersInWords(data, cell.mask, locale),
        printNumber(locale, cell.count),
      ]),
      ...data.lists.map(({ name, size }) => [
        say(locale, 'press.chart.upset.all-of', { name }),
        printNumber(locale, size),
      ]),
    ],
  )
}

/** Nobody on a combination is no row. Equal counts stand in the order of their masks. */
function byCount(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count || a.mask - b.mask)
}

function has(mask: number, list: number): boolean {
  return ((mask >> list) & 1) === 1
}

function membersInWords({ lists }: UpSet, mask: number, locale: Locale): string {
  const names = lists.filter((_, at) => has(mask, at)).map(({ name }) => name)
  return names.length === 1
    ? say(locale, 'press.chart.upset.only', { name: names[0] ?? '' })
    : names.join(' + ')
}

function cellInWords(data: UpSet, { mask, count }: Cell, locale: Locale): string {
  return say(locale, 'press.chart.labelled', {
    name: membersInWords(data, mask, locale),
    value: printNumber(locale, count),
  })
}

function listInWords({ name, size }: UpSet['lists'][number], at: number, locale: Locale): string {
  return say(locale, 'press.chart.upset.list', {
    place: printNumber(locale, at + 1),
    name,
    size: printNumber(locale, size),
  })
}

function restWords(rest: readonly Cell[], locale: Locale): readonly string[] {
  if (rest.length === 0) return []
  const people = rest.reduce((sum, cell) => sum + cell.count, 0)
  const args = {
    count: rest.length,
    number: printNumber(locale, rest.length),
    people: printNumber(locale, people),
  }
  return [say(locale, 'press.chart.upset.rest', args)]
}

/** Places in pixels from the start of the drawing: this chart has no axis of its own. */
interface Plan {
  readonly lists: number
  /** From column to column. */
  readonly pitch: number
  readonly bars: number
  readonly longest: number
  readonly mostCount: number
  readonly mostSize: number
  readonly fill: string
  readonly locale: Locale
  readonly layout: Layout
  readonly place: (pixel: number) => number
}

const FLAT = { domain: [0, 1], ticks: [] } as const satisfies Partial<Drawing>

function planOf(
  { lists }: UpSet,
  shown: readonly Cell[],
  { id, locale, layout }: { readonly id: string; readonly locale: Locale; readonly layout: Layout },
): Plan {
  const pitch = Math.min(22, Math.floor((WIDTHS[layout] * 0.5) / lists.length))
  const bars = START + lists.length * pitch + 8
  const widest = Math.max(...shown.map(({ count }) => widthOf(printNumber(locale, count), 12)))
  return {
    ...{ lists: lists.length, pitch, bars, locale, layout },
    longest: Math.max(20, WIDTHS[layout] - 8 - widest - bars),
    mostCount: Math.max(...shown.map(({ count }) => count)),
    mostSize: Math.max(...lists.map(({ size }) => size), 1),
    fill: textureFill(id, 1),
    place: (pixel) => valueAt({ ...FLAT, layout }, pixel),
  }
}
const START = 4

function listSection(list: UpSet['lists'][number], at: number, plan: Plan): Section {
  const { locale, layout, place, mostSize, fill } = plan
  const size = printNumber(locale, list.size)
  const width = measureOf(layout) - NUMBER - widthOf(size, 12) - 12
  const lines = inLines(nameSafe(locale, list.name), { width, size: 12 })
  const end = NUMBER + 2 + (WIDTHS[layout] - NUMBER - 4) * (list.size / mostSize)
  const bar: Bar = {
    y: 0,
    height: 5,
    from: place(NUMBER + 2),
    to: place(end),
    fill,
    stroke: ACCENT,
    bare: true,
  }
  return {
    height: lines.length * 15 + 16,
    draw: (y) => ({
      letters: [
        letters(y + 9, printNumber(locale, at + 1), { size: 12, bold: true }),
        ...lines.map((text, line) => letters(y + 9 + line * 15, text, { size: 12, indent: NUMBER })),
        letters(y + 9, size, { size: 12, side: 'end' }),
      ],
      bars: [{ ...bar, y: y + lines.length * 15 + 4 }],
    }),
  }
}
const NUMBER = 22

/** The numbers of the lists over their columns. */
function numbersSection({ lists, pitch, locale }: Plan): Section {
  return {
    height: 18,
    draw: (y) => ({
      letters: Array.from({ length: lists }, (_, at) => {
        const text = printNumber(locale, at + 1)
        const size = pitch < 15 ? 9 : 11
        const indent = columnOf(at, pitch) - widthOf(text, size) / 2 - 2
        return letters(y + 9, text, { size, bold: true, indent, fill: INK })
      }),
    }),
  }
}

function columnOf(list: number, pitch: number): number {
  return START + (list + 0.5) * pitch
}

function cellSection({ mask, count }: Cell, plan: Plan): Section {
  const { lists, pitch, bars, longest, mostCount, place, locale } = plan
  const end = bars + longest * (count / mostCount)
  const members = Array.from({ length: lists }, (_, at) => at).filter((at) => has(mask, at))
  const centre = (at: number) => place(columnOf(at, pitch))
  const [first = 0, last = 0] = [members[0], members.at(-1)]
  return {
    height: ROW,
    draw: (y) => ({
      curves: [
        flat(place(START), place(WIDTHS[plan.layout] - 4), y + ROW - 0.5, HAIRLINE),
        ...(members.length > 1 ? [flat(centre(first), centre(last), y + 9, ACCENT)] : []),
      ],
      dots: Array.from({ length: lists }, (_, at): Dot => {
        const member = has(mask, at)
        const ink = member ? ACCENT : MUTED
        return {
          at: centre(at),
          y: y + 9,
          radius: member ? Math.min(5, pitch / 2 - 1.5) : 1,
          fill: ink,
          stroke: ink,
        }
      }),
      bars: [
        { y: y + 4, height: 10, from: place(bars), to: place(end), fill: ACCENT, stroke: ACCENT, bare: true },
      ],
      letters: [letters(y + 9, printNumber(locale, count), { size: 12, indent: end + 3 })],
    }),
  }
}

function flat(from: number, to: number, y: number, stroke: string) {
  const points = [
    { at: from, y },
    { at: to, y },
  ]
  return { points, stroke, dashed: false, width: stroke === HAIRLINE ? 0.75 : 1.8 }
}
