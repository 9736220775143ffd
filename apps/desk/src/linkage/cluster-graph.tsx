import { printNumber } from '@corroborate/base'
import { useTongue } from '../locale.tsx'
import styles from '../styles/linkage.module.css'
import type { Line } from './cluster-shape.ts'

interface GraphProps {
  readonly records: number
  readonly lines: readonly Line[]
  /** The pair that is looked at. */
  readonly chosen: string | null
}

const SIZE = 320
const MIDDLE = SIZE / 2
const REACH = MIDDLE - 26

/**
 * Records as nodes on a circle, by their numbers in the table; pairs as lines, the stronger the more probable. What people judged is drawn otherwise: a
 * line beside the line where they said "the same", a broken one where they said "different". The table of pairs says the same in words.
 */
export function ClusterGraph({ records, lines, chosen }: GraphProps) {
  const { say, locale } = useTongue()
  return (
    <svg
      className={styles.graph}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={say('desk.cluster.graph.label', { records, pairs: lines.length })}
    >
      {lines.map((line) => (
        <Edge
          key={line.key}
          line={line}
          ends={[place(line.from, records), place(line.to, records)]}
          chosen={line.key === chosen}
        />
      ))}
      {Array.from({ length: records }, (_, at) => {
        const [x, y] = place(at, records)
        return (
          <g key={at}>
            <circle cx={x} cy={y} r="14" />
            <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
              {printNumber(locale, at + 1)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

type Point = readonly [number, number]

function Edge({
  line: { decision, probability },
  ends: [[x1, y1], [x2, y2]],
  chosen,
}: {
  readonly line: Line
  readonly ends: readonly [Point, Point]
  readonly chosen: boolean
}) {
  return (
    <line
      {...{ x1, y1, x2, y2 }}
      data-decision={decision ?? 'none'}
      data-chosen={chosen}
      strokeWidth={1 + 5 * (probability ?? 0)}
      strokeOpacity={decision === null ? 0.25 + 0.65 * (probability ?? 0) : 1}
    />
  )
}

function place(at: number, of: number): Point {
  const angle = (2 * Math.PI * at) / of - Math.PI / 2
  const round = (value: number) => Math.round(value * 10) / 10
  return [round(MIDDLE + REACH * Math.cos(angle)), round(MIDDLE + REACH * Math.sin(angle))]
}
