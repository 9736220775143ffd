import * as Plot from '@observablehq/plot'
import type { Locale } from '@corroborate/base'
import { HAIRLINE } from './ink.ts'
import { bidiSafe } from './lettering.ts'
import type { Bar, Curve, Dot, Guide, Letters, Shapes } from './shapes.ts'

/** Between a drawing's edge and its axis. */
export const SIDE = 22

/** Grid lines stand behind bars and in strips only: none runs through words. */
export function gridMarks(
  ticks: readonly { readonly at: number }[],
  { bars, grids }: Pick<Shapes, 'bars' | 'grids'>,
): readonly Plot.Markish[] {
  const gridded = [...bars.filter((bar) => bar.bare !== true), ...grids]
  const rows = [...new Map(gridded.map((bar) => [bar.y, bar])).values()]
  return rows.map((row) =>
    Plot.ruleX(ticks, {
      ...{ x: 'at', y1: row.y - GRID, y2: row.y + row.height + GRID, stroke: HAIRLINE, strokeWidth: 0.75 },
    }),
  )
}
const GRID = 4

/** One mark for each look, because Plot sets dashes, weights and widths by the mark. */
export function barMarks(bars: readonly Bar[]): readonly Plot.Markish[] {
  return bars.map((bar) =>
    Plot.rect([bar], {
      ...{ x1: 'from', x2: 'to', y1: 'y', y2: (shape: Bar) => shape.y + shape.height },
      ...{ fill: bar.fill, stroke: bar.stroke, strokeWidth: 1 },
    }),
  )
}

export function guideMarks(guides: readonly Guide[]): readonly Plot.Markish[] {
  return guides.map((guide) =>
    Plot.ruleX([guide], {
      ...{ x: 'at', y1: 'y1', y2: 'y2', stroke: guide.stroke, strokeWidth: guide.dashed ? 0.9 : 1.4 },
      ...(guide.dashed ? { strokeDasharray: '3 3' } : {}),
    }),
  )
}

export function curveMarks(curves: readonly Curve[]): readonly Plot.Markish[] {
  return curves.map(({ points, stroke, dashed, width, ground }) =>
    ground === undefined
      ? Plot.line(points, {
          ...{ x: 'at', y: 'y', stroke, strokeWidth: width },
          ...(dashed ? { strokeDasharray: '5 3' } : {}),
        })
      : Plot.areaY(points, {
          ...{ x: 'at', y1: ground.down, y2: 'y', fill: ground.fill, stroke, strokeWidth: 0.75 },
        }),
  )
}

/** Dots of one look are one mark: a matrix has hundreds. */
export function dotMarks(dots: readonly Dot[]): readonly Plot.Markish[] {
  const looks = Map.groupBy(dots, ({ radius, fill, stroke }) => `${radius} ${fill} ${stroke}`)
  return [...looks.values()].flatMap((alike) => {
    const [look] = alike
    if (look === undefined) return []
    const { radius, fill, stroke } = look
    return [Plot.dot(alike, { x: 'at', y: 'y', r: radius, fill, stroke, strokeWidth: 1 })]
  })
}

export function letterMarks(locale: Locale, letters: readonly Letters[]): readonly Plot.Markish[] {
  return letters.map((letter) => {
    const left = (letter.side === 'start') === (locale !== 'ar')
    const inset = 2 - SIDE + (letter.indent ?? 0)
    return Plot.text([bidiSafe(locale, letter.text)], {
      ...{ frameAnchor: left ? 'left' : 'right', textAnchor: left ? 'start' : 'end' },
      ...{ dx: left ? inset : -inset, y: () => letter.y, text: (text: string) => text },
      ...{ fontSize: letter.size, fontWeight: letter.bold ? 600 : 400, fill: letter.fill },
    })
  })
}
