import type { EstimateView } from '@corroborate/server/api'
import type { Estimate } from '@corroborate/estimate'
import type { Words } from '@corroborate/base'
import { useTongue } from '../locale.tsx'
import styles from '../styles/numbers.module.css'
import { InWords } from './in-words.tsx'
import { IntervalBars, type NamedInterval } from './interval-bars.tsx'
import { RangeText } from './numbers.tsx'

interface LeadNumberProps {
  readonly view: EstimateView
  /** With every other reading drawn beneath, or, where room is short, the answer alone. */
  readonly show: 'answer' | 'readings'
}

/** The answer to "how many" with its doubt, the range first; or why there is none. */
export function LeadNumber({ view, show }: LeadNumberProps) {
  const { say } = useTongue()
  if (!view.answer.ok)
    return (
      <p className={styles.cannotSay}>
        {say('desk.estimate.cannot-say')} <bdi>{view.answer.detail}</bdi>
      </p>
    )
  const estimate = view.answer.value
  return (
    <div className={styles.answer}>
      <Answer estimate={estimate} unit={view.unit} />
      {show === 'readings' ? <Readings estimate={estimate} /> : null}
    </div>
  )
}

function Answer({ estimate, unit }: { readonly estimate: Estimate; readonly unit: Words }) {
  const { say } = useTongue()
  return (
    <>
      <p className={styles.published}>
        <RangeText range={estimate.published.range} />
        <span className={styles.unit}>
          <InWords words={unit} />
        </span>
      </p>
      <p className={styles.before}>
        {say('desk.estimate.before-rounding')} <RangeText range={estimate.interval} />
      </p>
    </>
  )
}

function Readings({ estimate }: { readonly estimate: Estimate }) {
  return <IntervalBars intervals={useIntervals(estimate)} />
}

function useIntervals(estimate: Estimate): readonly NamedInterval[] {
  const { say } = useTongue()
  return [
    {
      code: 'published',
      name: say('desk.estimate.as-published'),
      range: estimate.published.range,
      look: 'published',
    },
    { code: 'computed', name: say('desk.estimate.computed'), range: estimate.interval, look: 'computed' },
    ...estimate.alternatives.map((alternative) => ({
      code: `other.${alternative.code}`,
      name: <InWords words={alternative.words} />,
      range: alternative.interval,
      look: 'other' as const,
    })),
  ]
}
