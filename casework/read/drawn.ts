import type { Locale } from '@corroborate/base'
import type { PatternEstimate } from '@corroborate/estimate'
import { intervalsByPeriodChart, patternTimelineChart } from '@corroborate/press'
import type { ChartAsked, Investigation } from '@corroborate/report'

const LAYOUTS = ['wide', 'narrow'] as const

/** A chart as the press draws it, once for a wide window and once for a telephone; a style sheet shows one of them. */
export function drawn(
  kind: ChartAsked['kind'],
  of: { readonly investigation: Investigation; readonly estimate: PatternEstimate; readonly locale: Locale },
): string {
  const { investigation, estimate, locale } = of
  const drawings = LAYOUTS.map((layout) => {
    const svg =
      kind === 'intervals-by-period'
        ? intervalsByPeriodChart(estimate, locale, layout)
        : patternTimelineChart({ estimate, investigation, locale, layout })
    return `<div class="${layout}">${svg}</div>`
  })
  return drawings.join('')
}
