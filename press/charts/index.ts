/** The charts alone, for a browser: nothing here needs Node, and a bundler takes the page's own document. */
export { intervalsByPeriodChart } from './intervals-by-period.ts'
export { patternTimelineChart, type TimelineAsked } from './pattern-timeline.ts'
export * from './of-estimates.ts'
export * from './of-list-study.ts'
export * from './of-pattern-study.ts'
export type { Table } from '../content.ts'
export type { Layout } from './drawing.ts'
export * from './of-linkage.ts'
