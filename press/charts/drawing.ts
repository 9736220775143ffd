import * as Plot from '@observablehq/plot'
import type { Locale } from '@corroborate/base'
import { drawingDocument } from '#drawing-document'
import { HAIRLINE, INK, MUTED, TYPEFACES } from './ink.ts'
import { bidiSafe, widthOf } from './lettering.ts'
import { textureDefinitions } from './texture.ts'

/** How wide a chart is drawn: for a page or paper, or for a telephone. The numbers are the same. */
export type Layout = 'wide' | 'narrow'
export const WIDTHS: Readonly<Record<Layout, number>> = { wide: 640, narrow: 320 }
const SIDE = 22

/** Text at the beginning or end of its row, in the direction of the language. */
export interface Letters {
  readonly y: number
  readonly text: string
  readonly side: 'start' | 'end'
  readonly size: number
  readonly bold: boolean
  readonly fill: string
}

/** A bar from one value to another. */
export interface Bar {
  readonly y: number
  readonly height: number
  readonly from: number
  readonly to: number
  readonly fill: string
  readonly stroke: string
}

/** A line at one value, through one row. */
export interface Guide {
  readonly at: number
  readonly y1: number
  readonly y2: number
  readonly stroke: string
  readonly dashed: boolean
}

export interface Shapes {
  readonly letters: readonly Letters[]
  readonly bars: readonly Bar[]
  readonly guides: readonly Guide[]
}

/** A row of a chart: its height, and what it draws when its top stands at `y`. */
export interface Section {
  readonly height: number
  readonly draw: (y: number) => Partial<Shapes>
}

export interface Drawing {
  /** Unique on its page: the fills are found by it. */
  readonly id: string
  readonly locale: Locale
  readonly layout: Layout
  /** What the chart is and all its numbers, in words. */
  readonly label: string
  readonly sections: readonly Section[]
  readonly domain: readonly [number, number]
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  readonly periods: number
}

/** Room for text between the sides of a drawing. */
export function measureOf(layout: Layout): number {
  return WIDTHS[layout] - 4
}

/**
 * A finished SVG: one image with its numbers in words for who cannot see it, presentation attributes only (a strict
 * content security policy refuses styles), and right-to-left mirrored as a whole, axis included.
 */
export function drawn(drawing: Drawing): string {
  const tops = topsOf(drawing.sections)
  const bottom = tops.at(-1) ?? 0
  const shapes = drawing.sections.map((section, at) => section.draw(tops[at] ?? 0))
  const height = bottom + 30
  const svg = Plot.plot({
    document: drawingDocument(),
    width: WIDTHS[drawing.layout],
    height,
    ...{ marginLeft: SIDE, marginRight: SIDE, marginTop: 0, marginBottom: 30 },
    x: { domain: [...drawing.domain], reverse: drawing.locale === 'ar', axis: null, type: 'linear' },
    y: { type: 'identity', axis: null },
    marks: marksOf(drawing, {
      letters: shapes.flatMap((shape) => shape.letters ?? []),
      bars: shapes.flatMap((shape) => shape.bars ?? []),
      guides: shapes.flatMap((shape) => shape.guides ?? []),
      bottom,
    }),
  })
  return standalone(drawing, svg, height)
}

function topsOf(sections: readonly Section[]): readonly number[] {
  return sections.reduce<number[]>((tops, section) => [...tops, (tops.at(-1) ?? 0) + section.height], [0])
}

function marksOf(drawing: Drawing, shapes: Shapes & { readonly bottom: number }): Plot.Markish[] {
  const { bottom } = shapes
  return [
    ...gridMarks(drawing, shapes.bars),
    ...guideMarks(shapes.guides.filter((guide) => guide.dashed)),
    ...barMarks(shapes.bars),
    ...guideMarks(shapes.guides.filter((guide) => !guide.dashed)),
    ...letterMarks(drawing.locale, shapes.letters),
    Plot.ruleY([bottom], { y: (y: number) => y, stroke: INK, strokeWidth: 0.75 }),
    Plot.text(tickLetters(drawing), {
      ...{ x: 'at', y: () => bottom + 14, text: 'text', textAnchor: 'middle', fontSize: 12, fill: MUTED },
    }),
  ]
}

/** Grid lines stand behind bars only: none runs through words. */
function gridMarks({ ticks }: Drawing, bars: readonly Bar[]): Plot.Markish[] {
  const rows = [...new Map(bars.map((bar) => [bar.y, bar])).values()]
  return rows.map((row) =>
    Plot.ruleX(ticks, {
      ...{ x: 'at', y1: row.y - GRID, y2: row.y + row.height + GRID, stroke: HAIRLINE, strokeWidth: 0.75 },
    }),
  )
}
const GRID = 4

/** One mark for each look, because Plot sets dashes, weights and widths by the mark. */
function barMarks(bars: readonly Bar[]): Plot.Markish[] {
  return bars.map((bar) =>
    Plot.rect([bar], {
      ...{ x1: 'from', x2: 'to', y1: 'y', y2: (shape: Bar) => shape.y + shape.height },
      ...{ fill: bar.fill, stroke: bar.stroke, strokeWidth: 1 },
    }),
  )
}

function guideMarks(guides: readonly Guide[]): Plot.Markish[] {
  return guides.map((guide) =>
    Plot.ruleX([guide], {
      ...{ x: 'at', y1: 'y1', y2: 'y2', stroke: guide.stroke, strokeWidth: guide.dashed ? 0.9 : 1.4 },
      ...(guide.dashed ? { strokeDasharray: '3 3' } : {}),
    }),
  )
}

function letterMarks(locale: Locale, letters: readonly Letters[]): Plot.Markish[] {
  return letters.map((letter) => {
    const left = (letter.side === 'start') === (locale !== 'ar')
    return Plot.text([bidiSafe(locale, letter.text)], {
      ...{ frameAnchor: left ? 'left' : 'right', textAnchor: left ? 'start' : 'end' },
      ...{ dx: left ? 2 - SIDE : SIDE - 2, y: () => letter.y, text: (text: string) => text },
      ...{ fontSize: letter.size, fontWeight: letter.bold ? 600 : 400, fill: letter.fill },
    })
  })
}

/** As many ticks as stand side by side without touching. */
function tickLetters(drawing: Drawing): readonly { at: number; text: string }[] {
  const widest = Math.max(...drawing.ticks.map((tick) => widthOf(tick.text, 12)), 1)
  const room = Math.floor((WIDTHS[drawing.layout] - 2 * SIDE) / (widest + 12))
  const step = Math.ceil(drawing.ticks.length / Math.max(1, room))
  return drawing.ticks
    .filter((_, at) => at % step === 0)
    .map((tick) => ({ at: tick.at, text: bidiSafe(drawing.locale, tick.text) }))
}

/** Plot's own root carries a style element and classes: ours carries neither. */
function standalone(drawing: Drawing, svg: Element, height: number): string {
  svg.querySelector('style')?.remove()
  for (const part of svg.querySelectorAll('*'))
    for (const name of ['class', 'style', 'aria-label', 'aria-hidden', 'aria-description'])
      part.removeAttribute(name)
  const size = `width="${WIDTHS[drawing.layout]}" height="${height}" viewBox="0 0 ${WIDTHS[drawing.layout]} ${height}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${attribute(drawing.label)}" ${size}`,
    ` direction="ltr" text-anchor="middle" font-family="${TYPEFACES}" font-size="12" fill="${INK}">`,
    textureDefinitions(drawing.id, drawing.periods),
    shortNumbers(svg.innerHTML),
    '</svg>',
  ].join('')
}

/** Coordinates to a hundredth of a pixel: no longer digits of one machine than of another. */
function shortNumbers(svg: string): string {
  return svg.replace(/(?<=["( ,])-?\d+\.\d{3,}(?=[") ,])/g, (number) =>
    String(Math.round(Number(number) * 100) / 100),
  )
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
