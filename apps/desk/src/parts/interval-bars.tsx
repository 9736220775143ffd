import type { ReactNode } from 'react'
import type { Range } from '@corroborate/base'
import styles from '../styles/numbers.module.css'
import { RangeText } from './numbers.tsx'

/** An interval by its name, drawn on the scale that all of them share. */
export interface NamedInterval {
  readonly code: string
  readonly name: ReactNode
  readonly range: Range
  readonly look: 'published' | 'computed' | 'other'
}

const WIDTH = 1000

/** Intervals beneath each other on one scale from nought: how far apart the readings are is seen before it is read. */
export function IntervalBars({ intervals }: { readonly intervals: readonly NamedInterval[] }) {
  const top = Math.max(1, ...intervals.map((interval) => interval.range.max))
  return (
    <ul className={styles.bars}>
      {intervals.map((interval) => (
        <li key={interval.code} data-look={interval.look}>
          <span className={styles.barName}>{interval.name}</span>
          <Bar range={interval.range} top={top} />
          <span className={styles.barRange}>
            <RangeText range={interval.range} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Bar({ range, top }: { readonly range: Range; readonly top: number }) {
  const at = (value: number) => (value / top) * WIDTH
  return (
    <svg className={styles.bar} viewBox={`0 0 ${WIDTH} 12`} preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2={WIDTH} y1="6" y2="6" />
      <rect x={at(range.min)} width={Math.max(4, at(range.max) - at(range.min))} y="1" height="10" />
    </svg>
  )
}
