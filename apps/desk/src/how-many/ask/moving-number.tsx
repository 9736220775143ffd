import type { Outcome } from '@corroborate/base'
import type { PatternEstimate } from '@corroborate/estimate'
import { useTongue } from '../../locale.tsx'
import { InWords } from '../../parts/in-words.tsx'
import { IntervalBars } from '../../parts/interval-bars.tsx'
import { RangeText } from '../../parts/numbers.tsx'
import styles from '../../styles/ask.module.css'
import { RefusalText } from '../refusal.tsx'

/** The number as the chosen claims give it now, with every other reading beside it. */
export function MovingNumber({ answer }: { readonly answer: Outcome<PatternEstimate> | null }) {
  const { say } = useTongue()
  return (
    <section className={styles.moving} aria-label={say('desk.ask.now')} tabIndex={0}>
      <h2>{say('desk.ask.now')}</h2>
      <output>
        {answer === null ? (
          <span className={styles.help}>{say('desk.ask.now.none')}</span>
        ) : answer.ok ? (
          <span className={styles.number}>
            <RangeText range={answer.value.published.range} />
          </span>
        ) : (
          <span className={styles.fault}>
            <RefusalText refusal={answer} />
          </span>
        )}
      </output>
      {answer?.ok === true ? <Beside estimate={answer.value} /> : null}
    </section>
  )
}

function Beside({ estimate }: { readonly estimate: PatternEstimate }) {
  const { say } = useTongue()
  return (
    <>
      <ul className={styles.lines}>
        {estimate.derivation
          .filter(({ kind }) => kind === 'subtotal' || kind === 'total')
          .map((step) => (
            <li key={step.name} data-kind={step.kind}>
              <span>
                {say(`step.${step.kind}`)} {step.period}
              </span>
              <bdi dir="ltr" className={styles.formula}>
                {step.formula}
              </bdi>
              <RangeText range={step.result} />
            </li>
          ))}
      </ul>
      {estimate.alternatives.length === 0 ? null : (
        <IntervalBars
          intervals={[
            { code: 'now', name: say('desk.estimate.computed'), range: estimate.interval, look: 'computed' },
            ...estimate.alternatives.map(({ code, words, interval }) => ({
              code,
              name: <InWords words={words} />,
              range: interval,
              look: 'other' as const,
            })),
          ]}
        />
      )}
    </>
  )
}
