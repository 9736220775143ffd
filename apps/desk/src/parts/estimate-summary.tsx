import type { EstimateView } from '@corroborate/server/api'
import { VerdictText } from '../how-many/verdict.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/numbers.module.css'
import { Code, InWords } from './in-words.tsx'
import { LeadNumber } from './lead-number.tsx'
import { EstimateLink } from './links.tsx'

/** The question, its answer with its doubt, and the way to how it was reckoned. */
export function EstimateSummary({ view }: { readonly view: EstimateView }) {
  const { say } = useTongue()
  return (
    <section className={styles.summary}>
      <h2 className={styles.question}>
        <EstimateLink id={view.id}>
          <InWords words={view.question} />
        </EstimateLink>
      </h2>
      {view.answer.ok && view.answer.value.method === 'lists' ? (
        <VerdictText study={view.answer.value.study} unit={view.unit} />
      ) : (
        <LeadNumber view={view} show="readings" />
      )}
      <p className={styles.more}>
        <Code>{view.code}</Code> <EstimateLink id={view.id}>{say('desk.estimate.how-reckoned')}</EstimateLink>
      </p>
    </section>
  )
}
