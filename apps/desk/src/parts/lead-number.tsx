import type { EstimateView } from '@corroborate/server/api'
import type { Estimate } from '@corroborate/estimate'
import type { Range, Words } from '@corroborate/base'
import { RefusalText } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/numbers.module.css'
import { InWords } from './in-words.tsx'
import { IntervalBars, type NamedInterval } from './interval-bars.tsx'
import { Num, RangeText } from './numbers.tsx'

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
        {say('desk.estimate.cannot-say')} <RefusalText refusal={view.answer} />
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
        <AnswerText estimate={estimate} range={estimate.published.range} />
        <span className={styles.unit}>
          <InWords words={unit} />
        </span>
      </p>
      <p className={styles.before}>
        {say('desk.estimate.before-rounding')} <AnswerText estimate={estimate} range={estimate.interval} />
      </p>
    </>
  )
}

/** A range of the answer; "at least" its lower end where the lists carry no upper one. */
function AnswerText({ estimate, range }: { readonly estimate: Estimate; readonly range: Range }) {
  const { say } = useTongue()
  if (estimate.method !== 'lists' || estimate.bound === 'interval') return <RangeText range={range} />
  return (
    <>
      {say('desk.estimate.at-least')} <Num value={range.min} />
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
