import * as Plot from '@observablehq/plot'
import type { Locale } from '@corroborate/base'
import { drawingDocument } from '#drawing-document'
import { INK, MUTED, TYPEFACES } from './ink.ts'
import { bidiSafe, inLines, widthOf } from './lettering.ts'
import { barMarks, curveMarks, dotMarks, gridMarks, guideMarks, letterMarks, SIDE } from './marks.ts'
import type { Section, Shapes } from './shapes.ts'
import { textureDefinitions } from './texture.ts'

/** How wide a chart is drawn: for a page or paper, or for a telephone. The numbers are the same. */
export type Layout = 'wide' | 'narrow'
export const WIDTHS: Readonly<Record<Layout, number>> = { wide: 640, narrow: 320 }

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
  /** What one step of the axis is: an equal difference, or an equal ratio (the domain is above 0 then). */
  readonly scale?: 'linear' | 'log'
  /** What must be known to read the axis, in words beneath it. */
  readonly foot?: string
  /** Without an axis: the places mean nothing outside the drawing. */
  readonly bare?: boolean
}

/** Where a value stands, in pixels from the start of a drawing. */
export function pixelOf({ domain, scale, layout }: Placing, value: number): number {
  const [from, to] = domain
  const part = scale === 'log' ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from)
  return SIDE + part * spanOf(layout)
}

/** The value that stands so many pixels from the start of a drawing. */
export function valueAt({ domain, scale, layout }: Placing, pixel: number): number {
  const [from, to] = domain
  const part = (pixel - SIDE) / spanOf(layout)
  return scale === 'log' ? from * (to / from) ** part : from + part * (to - from)
}
type Placing = Pick<Drawing, 'domain' | 'scale' | 'layout'>

/** From one end of the axis to the other. */
export function spanOf(layout: Layout): number {
  return WIDTHS[layout] - 2 * SIDE
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
  const feet = inLines(drawing.foot ?? '', { width: measureOf(drawing.layout), size: 12 })
  const below = (drawing.bare === true ? 4 : 30) + feet.length * FOOT
  const height = bottom + below
  const svg = Plot.plot({
    document: drawingDocument(),
    width: WIDTHS[drawing.layout],
    height,
    ...{ marginLeft: SIDE, marginRight: SIDE, marginTop: 0, marginBottom: below },
    x: {
      ...{ domain: [...drawing.domain], reverse: drawing.locale === 'ar', axis: null },
      type: drawing.scale ?? 'linear',
    },
    y: { type: 'identity', axis: null },
    marks: [
      ...marksOf(drawing, shapesOf(drawing, tops)),
      ...(drawing.bare === true ? [] : axisMarks(drawing, bottom)),
      ...footMarks(drawing.locale, { feet, y: height - feet.length * FOOT + 5 }),
    ],
  })
  return standalone(drawing, svg, height)
}
const FOOT = 15

function topsOf(sections: readonly Section[]): readonly number[] {
  return sections.reduce<number[]>((tops, section) => [...tops, (tops.at(-1) ?? 0) + section.height], [0])
}

function shapesOf({ sections }: Drawing, tops: readonly number[]): Shapes {
  const shapes = sections.map((section, at) => section.draw(tops[at] ?? 0))
  return {
    letters: shapes.flatMap((shape) => shape.letters ?? []),
    bands: shapes.flatMap((shape) => shape.bands ?? []),
    bars: shapes.flatMap((shape) => shape.bars ?? []),
    grids: shapes.flatMap((shape) => shape.grids ?? []),
    guides: shapes.flatMap((shape) => shape.guides ?? []),
    curves: shapes.flatMap((shape) => shape.curves ?? []),
    dots: shapes.flatMap((shape) => shape.dots ?? []),
  }
}

function marksOf(drawing: Drawing, shapes: Shapes): readonly Plot.Markish[] {
  return [
    ...barMarks(shapes.bands),
    ...gridMarks(drawing.ticks, shapes),
    ...guideMarks(shapes.guides.filter((guide) => guide.dashed)),
    ...curveMarks(shapes.curves),
    ...barMarks(shapes.bars),
    ...guideMarks(shapes.guides.filter((guide) => !guide.dashed)),
    ...dotMarks(shapes.dots),
    ...letterMarks(drawing.locale, shapes.letters),
  ]
}

function axisMarks(drawing: Drawing, bottom: number): readonly Plot.Markish[] {
  return [
    Plot.ruleY([bottom], { y: (y: number) => y, stroke: INK, strokeWidth: 0.75 }),
    ...tickLetters(drawing).map((tick) =>
      Plot.text([tick], {
        ...{ x: 'at', y: () => bottom + 14, text: 'text', textAnchor: 'middle', fontSize: 12, fill: MUTED },
        ...(tick.shift === 0 ? {} : { dx: tick.shift }),
      }),
    ),
  ]
}

function footMarks(
  locale: Locale,
  { feet, y }: { readonly feet: readonly string[]; readonly y: number },
): readonly Plot.Markish[] {
  const plain = { side: 'start', size: 12, bold: false, fill: MUTED } as const
  return letterMarks(
    locale,
    feet.map((text, at) => ({ ...plain, y: y + at * FOOT, text })),
  )
}

/** As many ticks as stand side by side without touching, none of them cut off at the edge. */
function tickLetters(drawing: Drawing): readonly { at: number; text: string; shift: number }[] {
  const room = ticksThatFit(drawing.ticks, drawing.layout)
  const step = Math.ceil(drawing.ticks.length / room)
  return drawing.ticks
    .filter((_, at) => at % step === 0)
    .map(({ at, text }) => {
      const over = pixelOf(drawing, at) + widthOf(text, 12) / 2 + 2 - WIDTHS[drawing.layout]
      const inwards = over <= 0 ? 0 : drawing.locale === 'ar' ? over : -over
      return { at, text: bidiSafe(drawing.locale, text), shift: inwards }
    })
}

/** How many of these evenly spread ticks have room for their words. */
export function ticksThatFit(ticks: readonly { readonly text: string }[], layout: Layout): number {
  const widest = Math.max(...ticks.map((tick) => widthOf(tick.text, 12)), 1)
  return Math.max(1, Math.floor(spanOf(layout) / (widest + 12)))
}

/** Plot's own root carries a style element and classes: ours carries neither. */
function standalone(drawing: Drawing, svg: Element, height: number): string {
  svg.querySelector('style')?.remove()
  for (const part of svg.querySelectorAll('*'))
    for (const name of ['class', 'style', 'aria-label', 'aria-hidden', 'aria-description'])
      part.removeAttribute(name)
  const body = shortNumbers(svg.innerHTML)
  const size = `width="${WIDTHS[drawing.layout]}" height="${height}" viewBox="0 0 ${WIDTHS[drawing.layout]} ${height}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${attribute(drawing.label)}" ${size}`,
    ` direction="ltr" text-anchor="middle" font-family="${TYPEFACES}" font-size="12" fill="${INK}">`,
    textureDefinitions(drawing.id, body),
    body,
    '</svg>',
  ]
    .join('')
    .replace(NOT_IN_XML, '\ufffd')
}

/** A page may hold these signs, and a typesetter reads no drawing in which one stands (XML 1.0, section 2.2). */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Coordinates to a hundredth of a pixel: no longer digits of one machine than of another. Words keep their digits. */
function shortNumbers(svg: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/(?<=["( ,A-Z])-?\d+\.\d{3,}(?=[") ,A-Z])/g, (number) =>
      String(Math.round(Number(number) * 100) / 100),
    ),
  )
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
