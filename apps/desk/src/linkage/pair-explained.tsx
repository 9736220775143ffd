import { useQuery } from '@tanstack/react-query'
import { tellExplanation, type LinkageSettings } from '@corroborate/linkage'
import { waterfallChart, waterfallOf, waterfallTable } from '@corroborate/press/charts'
import { ChartWithNumbers } from '../how-many/chart-with-numbers.tsx'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import styles from '../styles/linkage.module.css'
import { explanationNamed } from './named.ts'
import { pairExplained, type RecordAsked } from './queries.ts'

interface PairExplainedProps {
  readonly run: string
  readonly records: readonly [RecordAsked, RecordAsked]
  readonly settings: LinkageSettings
  readonly title: string
}

/** Why the machine holds of a pair what it holds: as a picture, its numbers, and in sentences. */
export function PairExplained({ run, records, settings, title }: PairExplainedProps) {
  const { say, locale } = useTongue()
  const { data, isError } = useQuery(pairExplained(useInvestigation(), run, records))
  if (isError) return <p role="alert">{say('desk.problem.unreachable.words')}</p>
  if (data === undefined) return <p role="status">{say('desk.explained.coming')}</p>
  if (data.explanation === null) return <p role="status">{say('desk.explained.gone')}</p>
  const explanation = explanationNamed(say, data.explanation, settings)
  const waterfall = waterfallOf(explanation, { code: `${run}-${keyOf(records)}`, title, locale })
  return (
    <div className={styles.explained}>
      <ChartWithNumbers
        name={title}
        draw={(layout) => waterfallChart(waterfall, locale, layout)}
        table={waterfallTable(waterfall, locale)}
      />
      <details className={styles.told} open>
        <summary>{say('desk.explained.words')}</summary>
        <ul>
          {tellExplanation(locale, explanation).map((line, at) => (
            <li key={at}>{line}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function keyOf(records: PairExplainedProps['records']): string {
  return records.map(({ list, row }) => `${list}-${row}`).join('-')
}
