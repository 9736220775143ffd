import { measureOf, type Layout } from './drawing.ts'
import { inLines, letters } from './lettering.ts'
import type { Section, Shapes } from './shapes.ts'

/** What a line or a fill of a chart means, with its number: words beside a sample of it. */
export interface Key {
  readonly text: string
  readonly look: 'line' | 'broken' | 'curve' | 'ground'
  readonly stroke: string
  readonly fill?: string
  readonly bold?: boolean
}

const INDENT = 30
const LINE = 15

/** @param place the value of the axis that stands so many pixels from the start */
export function keySection(
  key: Key,
  { layout, place }: { readonly layout: Layout; readonly place: (pixel: number) => number },
): Section {
  const lines = inLines(key.text, { width: measureOf(layout) - INDENT, size: 13 })
  return {
    height: lines.length * LINE + 5,
    draw: (y) => ({
      ...sample(key, y + 9, place),
      letters: lines.map((text, at) =>
        letters(y + 9 + at * LINE, text, { indent: INDENT, bold: key.bold === true }),
      ),
    }),
  }
}

function sample(
  { look, stroke, fill = 'none' }: Key,
  y: number,
  place: (pixel: number) => number,
): Partial<Shapes> {
  const [from, middle, to] = [place(3), place(13), place(23)]
  const points = [
    { at: from, y },
    { at: to, y },
  ]
  switch (look) {
    case 'line':
    case 'broken':
      return { guides: [{ at: middle, y1: y - 7, y2: y + 6, stroke, dashed: look === 'broken' }] }
    case 'curve':
      return { curves: [{ points, stroke, dashed: true, width: 1.4 }] }
    case 'ground':
      return { bars: [{ y: y - 5, height: 9, from, to, fill, stroke, bare: true }] }
  }
}
