import type { EstimateView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/numbers.module.css'
import { Pressed } from './pressed.tsx'

/** The charts of an estimate in the reader's language, as the press drew them. */
export function Charts({ charts }: { readonly charts: EstimateView['charts'] }) {
  const { locale, say } = useTongue()
  const mine = charts.filter((chart) => chart.locale === locale)
  return (
    <div className={styles.charts}>
      {mine.map((chart) => (
        <figure
          key={chart.kind}
          className={styles.chart}
          role="group"
          tabIndex={0}
          aria-label={say('desk.report.chart')}
        >
          <Pressed html={chart.html} />
        </figure>
      ))}
    </div>
  )
}
