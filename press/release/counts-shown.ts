import type { CountTable, FigureShown, OutputPlace, TableShown } from '@corroborate/disclosure'
import type { ListEstimate } from '@corroborate/estimate'
import type { Figure, Report } from '@corroborate/report'
import type { Lookup } from '../evidence.ts'

/** Counts of people that a report shows: the combinations of lists behind each answer from lists, and how many witnesses were heard. */
export function countsShown(evidence: Lookup, report: Report | null): readonly TableShown[] {
  const { investigation } = evidence
  const overlaps = investigation.estimates.flatMap(({ id }): readonly TableShown[] => {
    const estimate = evidence.estimate(id)
    if (estimate?.method !== 'lists') return []
    const place: OutputPlace = { part: 'annex', at: 'all.json' }
    return [{ place, named: `overlap of ${estimate.code}`, table: overlapTable(estimate) }]
  })
  const heard = investigation.sources.filter(({ kind }) => kind === 'witness').length
  return [
    ...overlaps,
    ...figuresIn(report)
      .filter(({ figure }) => figure.kind === 'count' && figure.of === 'witnesses')
      .slice(0, 1)
      .map(({ place }) => ({
        ...{ place, named: 'witnesses' },
        table: { cells: [{ key: 'witnesses', count: heard }], sums: [] },
      })),
  ]
}

/** Each combination of lists, each list, and everybody on any. */
function overlapTable({ study: { overlap } }: ListEstimate): CountTable {
  const named = overlap.cells.map(({ mask, count }) => ({
    key: overlap.lists.filter((_, at) => (mask >> at) % 2 === 1).join(' + '),
    ...{ mask, count },
  }))
  const lists = overlap.lists.map((list, at) => {
    const on = named.filter(({ mask }) => (mask >> at) % 2 === 1)
    return { key: `all of ${list}`, count: on.reduce((sum, { count }) => sum + count, 0), on }
  })
  const all = { key: 'all', count: overlap.observed }
  return {
    cells: [...named, ...lists, all].map(({ key, count }) => ({ key, count })),
    sums: [
      ...lists.map(({ key, on }) => ({ total: key, of: on.map((cell) => cell.key) })),
      { total: all.key, of: named.map(({ key }) => key) },
    ],
  }
}

/** Every number of an estimate in the text, and whether its interval stands with it: one end alone has none, unless nothing is known of the other. */
export function figuresShown(evidence: Lookup, report: Report | null): readonly FigureShown[] {
  return figuresIn(report).flatMap(({ place, figure, beside }): readonly FigureShown[] => {
    if (!('estimate' in figure)) return []
    const estimate = evidence.estimate(figure.estimate)
    if (estimate === null) return []
    const isLeast = estimate.method === 'lists' && estimate.bound === 'at-least'
    const withInterval = isLeast || !isOneEnd(figure) || beside.some((other) => completes(other, figure))
    return [{ place, named: estimate.code, withInterval }]
  })
}

function isOneEnd(figure: Figure): boolean {
  return figure.kind === 'estimate' && (figure.show === 'min' || figure.show === 'max')
}

function completes(other: Figure, end: Figure): boolean {
  if (other.kind !== 'estimate' || end.kind !== 'estimate') return false
  return other.estimate === end.estimate && other.show !== end.show
}

function figuresIn(report: Report | null) {
  const sentences = (report?.blocks ?? []).flatMap((block) =>
    block.kind === 'paragraph' ? block.sentences : [],
  )
  return sentences.flatMap(({ parts }, at) => {
    const figures = parts.flatMap((part) => (part.kind === 'figure' ? [part.figure] : []))
    const place: OutputPlace = { part: 'text', at: `s${at + 1}` }
    return figures.map((figure) => ({ place, figure, beside: figures }))
  })
}
