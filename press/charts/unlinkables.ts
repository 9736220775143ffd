import type { Locale } from '@corroborate/base'
import { printBits, shareInWords, type Unlinkables } from '@corroborate/linkage'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import { bitsAxis } from './bits-axis.ts'
import { drawn, valueAt, type Layout } from './drawing.ts'
import { ACCENT, HAIRLINE, INK, MUTED } from './ink.ts'
import { keySection, type Key } from './key.ts'
import { letters } from './lettering.ts'
import { numbersTable } from './numbers-table.ts'
import { AIR, chartId, inWords, leadSections, saidInstead, type ChartOf } from './rows-chart.ts'
import type { Section } from './shapes.ts'

/** Which share of records could reach which weight at all, with what the chart is of. */
export interface UnlinkablesDrawn extends ChartOf, Unlinkables {}

/**
 * A line that rises from left to right in English: records that say too little to be linked at a weight, were they compared with themselves.
 * @returns SVG, one image with all its numbers in its label
 */
export function unlinkablesChart(data: UnlinkablesDrawn, locale: Locale, layout: Layout = 'wide'): string {
  const kind = 'unlinkables'
  if (data.points.length === 0)
    return saidInstead(kind, { of: data, locale, layout, why: say(locale, 'press.chart.unlinkables.none') })
  const id = chartId(kind, data, locale, layout)
  const { domain, ticks } = bitsAxis([...data.points.map(({ bits }) => bits), data.line], { locale, layout })
  const place = (pixel: number) => valueAt({ domain, scale: 'linear', layout }, pixel)
  const lead = [
    say(locale, 'press.chart.unlinkables.lead'),
    say(locale, 'press.chart.unlinkables.under', { share: shareInWords(locale, data.underLine) }),
  ]
  const key: Key = {
    text: say(locale, 'press.chart.waterfall.line', { bits: printBits(locale, data.line) }),
    ...{ look: 'line', stroke: INK },
  }
  const foot = say(locale, 'press.axis.bits')
  const points = data.points.map(({ bits, share }) =>
    say(locale, 'press.chart.labelled', {
      name: printBits(locale, bits),
      value: shareInWords(locale, share),
    }),
  )
  return drawn({
    ...{ id, locale, layout, domain, ticks, foot },
    label: inWords([data.title, ...lead, key.text, ...points, foot]),
    sections: [
      AIR,
      ...leadSections(lead, layout),
      keySection(key, { layout, place }),
      curveSection(data, domain, { locale, layout }),
    ],
  })
}

export function unlinkablesTable({ points }: Unlinkables, locale: Locale): Table {
  return numbersTable(
    locale,
    [
      { head: 'press.column.bits', holds: 'numbers' },
      { head: 'press.column.unlinkable', holds: 'numbers' },
    ],
    points.map(({ bits, share }) => [printBits(locale, bits), shareInWords(locale, share)]),
  )
}

function curveSection(
  { points, line }: Unlinkables,
  domain: readonly [number, number],
  { locale, layout }: { readonly locale: Locale; readonly layout: Layout },
): Section {
  const tall = layout === 'wide' ? 160 : 130
  const y0 = (share: number) => tall - share * (tall - 18)
  const steps = [0.25, 0.5, 0.75, 1]
  return {
    height: tall,
    draw: (y) => ({
      curves: [
        ...steps.map((share) => ({
          points: domain.map((at) => ({ at, y: y + y0(share) })),
          ...{ stroke: HAIRLINE, dashed: false, width: 0.75 },
        })),
        {
          points: points.map(({ bits, share }) => ({ at: bits, y: y + y0(share) })),
          ...{ stroke: ACCENT, dashed: false, width: 2 },
        },
      ],
      guides: [{ at: line, y1: y, y2: y + tall, stroke: INK, dashed: false }],
      letters: steps.map((share) =>
        letters(y + y0(share) - 7, shareInWords(locale, share), { size: 11, fill: MUTED, side: 'end' }),
      ),
    }),
  }
}
