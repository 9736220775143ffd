import type { Table } from '@corroborate/press/charts'
import { useTongue } from '../locale.tsx'
import { Pressed } from '../parts/pressed.tsx'
import styles from '../styles/how-many.module.css'
import { PressTable } from './press-table.tsx'

interface ChartProps {
  /** What the picture is of, for the heading of its table too. */
  readonly name: string
  readonly draw: (layout: 'wide' | 'narrow') => string
  readonly table: Table
}

/** A picture as the press draws it, for a wide window and for a telephone, and its numbers to be opened beneath. */
export function ChartWithNumbers({ name, draw, table }: ChartProps) {
  const { say } = useTongue()
  const html = `<div class="wide">${draw('wide')}</div><div class="narrow">${draw('narrow')}</div>`
  return (
    <figure className={styles.chart} aria-label={name}>
      <Pressed html={html} />
      <details className={styles.numbers}>
        <summary>{say('press.chart.numbers')}</summary>
        <PressTable label={`${name}: ${say('press.chart.numbers')}`} table={table} />
      </details>
    </figure>
  )
}
