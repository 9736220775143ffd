import { wordsIn } from '@corroborate/base'
import type { LinkageRunView } from '@corroborate/server/api'
import { upSetChart, upSetTable } from '@corroborate/press/charts'
import { ChartWithNumbers } from '../how-many/chart-with-numbers.tsx'
import { useTongue } from '../locale.tsx'

/** The most lists that one picture holds. */
const MOST_LISTS = 12

/** How many people this run puts on which lists together. */
export function RunOverlap({ view: { row, lists, overlap } }: { readonly view: LinkageRunView }) {
  const { say, locale } = useTongue()
  if (lists.length > MOST_LISTS) return <p>{say('desk.link.overlap.too-many')}</p>
  const cells = overlap.map((one) => ({
    mask: lists.reduce((mask, { id }, at) => (one.lists.includes(id) ? mask | (1 << at) : mask), 0),
    count: one.people,
  }))
  const picture = {
    ...{ code: row.id, title: say('desk.study.overlap'), cells },
    lists: lists.map(({ title }, at) => ({
      name: wordsIn(locale, title),
      size: cells.reduce((sum, { mask, count }) => ((mask >> at) & 1 ? sum + count : sum), 0),
    })),
  }
  return (
    <ChartWithNumbers
      name={say('desk.study.overlap')}
      draw={(layout) => upSetChart(picture, locale, layout)}
      table={upSetTable(picture, locale)}
    />
  )
}
