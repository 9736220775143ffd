import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { refuse, type Outcome } from '@corroborate/base'
import type { OverlapRequest } from '@corroborate/estimate'
import { previewOf } from '../../acts.ts'
import { useTongue } from '../../locale.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { useInvestigation } from '../../parts/links.tsx'
import { Num } from '../../parts/numbers.tsx'
import styles from '../../styles/ask.module.css'
import { OverlapView } from '../overlap-view.tsx'
import { RefusalText } from '../refusal.tsx'
import { Cautions } from '../verdict.tsx'

interface PreviewProps {
  readonly overlap: Outcome<OverlapRequest>
  readonly title: string
}

/** What the chosen lists have in common, counted anew a moment after each change; nothing is estimated yet. */
export function OverlapPreview({ overlap, title }: PreviewProps) {
  const { say } = useTongue()
  const settled = useSettled(JSON.stringify(overlap.ok ? overlap.value : null))
  const preview = usePreview(overlap, settled)
  return (
    <section className={styles.preview} aria-label={say('desk.ask.preview')}>
      <h2>{say('desk.ask.preview')}</h2>
      {overlap.ok ? null : <p className={styles.help}>{say('desk.ask.preview.none')}</p>}
      {!overlap.ok || preview === undefined ? null : preview.ok ? (
        <>
          <OverlapView
            overlap={preview.value.overlap.whole}
            diagnosis={preview.value.diagnosis}
            named={{ code: 'preview', title }}
          />
          <Cautions cautions={preview.value.overlap.cautions} />
          {preview.value.overlap.strata.length < 2 ? null : (
            <DataTable
              label={say('desk.strata')}
              columns={[
                {
                  name: 'stratum',
                  head: say('desk.stratum'),
                  look: 'main',
                  cell: (one) => <bdi>{one.name}</bdi>,
                },
                {
                  name: 'observed',
                  head: say('desk.verdict.documented'),
                  look: 'number',
                  cell: (one) => <Num value={one.overlap.observed} />,
                },
              ]}
              rows={preview.value.overlap.strata}
              keyOf={({ name }) => name}
            />
          )}
        </>
      ) : (
        <p className={styles.fault}>
          <RefusalText refusal={preview} />
        </p>
      )}
    </section>
  )
}

function usePreview(overlap: Outcome<OverlapRequest>, settled: string) {
  const investigation = useInvestigation()
  const { data } = useQuery({
    queryKey: ['overlap', investigation, settled],
    queryFn: () =>
      overlap.ok
        ? previewOf(investigation, { overlap: overlap.value, seed: 'preview' })
        : Promise.resolve(refuse('missing-table', '')),
    enabled: overlap.ok && settled !== 'null',
    placeholderData: keepPreviousData,
  })
  return data
}

/** Milliseconds without a change before the server is asked. */
const QUIET = 350

/** A value when it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), QUIET)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
