import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { wordsIn, type ClaimId, type Refusal } from '@corroborate/base'
import { groupSizeOf, type Reading } from '@corroborate/estimate'
import type { ClaimRow, ClaimView } from '@corroborate/server/api'
import { useTongue } from '../../locale.tsx'
import { Choice } from '../../parts/choice.tsx'
import { RateText } from '../../parts/claim-facts.tsx'
import { WhenText } from '../../parts/day.tsx'
import { FindOne } from '../../parts/find-one.tsx'
import { Code } from '../../parts/in-words.tsx'
import { ClaimLink } from '../../parts/links.tsx'
import { RangeText } from '../../parts/numbers.tsx'
import styles from '../../styles/ask.module.css'
import { freeCode } from './draft.ts'
import { emptyPeriod, PARTS, type DraftPeriod, type Part } from './draft-periods.ts'
import { FieldGroup } from './fields.tsx'

interface PeriodsProps {
  readonly periods: readonly DraftPeriod[]
  readonly onChange: (periods: readonly DraftPeriod[]) => void
  readonly rows: readonly ClaimRow[]
  readonly views: ReadonlyMap<ClaimId, ClaimView>
  readonly fault?: Refusal | undefined
}

/** The stretches of time, and for each the claims that say from when to when, how often, and how many each time. */
export function PeriodFields({ periods, onChange, rows, views, fault }: PeriodsProps) {
  const { say } = useTongue()
  return (
    <FieldGroup title={say('desk.ask.periods')} note={say('desk.ask.periods.help')} fault={fault}>
      {periods.map((period, at) => (
        <PeriodField
          key={period.code}
          {...{ period, rows, views }}
          onChange={(changed) => onChange(periods.map((one) => (one === period ? changed : one)))}
          onRemove={periods.length === 1 ? null : () => onChange(periods.filter((one) => one !== period))}
          number={at + 1}
        />
      ))}
      <Button className="button" onPress={() => onChange([...periods, emptyPeriod(freeCode(periods, 'P'))])}>
        {say('desk.ask.period.add')}
      </Button>
    </FieldGroup>
  )
}

interface PeriodProps {
  readonly period: DraftPeriod
  readonly number: number
  readonly rows: readonly ClaimRow[]
  readonly views: ReadonlyMap<ClaimId, ClaimView>
  readonly onChange: (period: DraftPeriod) => void
  readonly onRemove: (() => void) | null
}

function PeriodField({ period, number, rows, views, onChange, onRemove }: PeriodProps) {
  const { say, locale } = useTongue()
  const options = useMemo(
    () =>
      rows.map(({ id, code, proposition }) => ({ id, name: `${code} · ${wordsIn(locale, proposition)}` })),
    [rows, locale],
  )
  const choose = (part: Part, id: string | null) =>
    onChange({ ...period, [part]: rows.find((row) => row.id === id)?.id ?? null })
  return (
    <div className={styles.period} role="group" aria-label={say('desk.ask.period', { number })}>
      <div className={styles.periodHead}>
        <h2>
          {say('desk.ask.period', { number })} <Code>{period.code}</Code>
        </h2>
        {onRemove === null ? null : (
          <Button
            className="button"
            aria-label={say('desk.ask.period.remove', { number })}
            onPress={onRemove}
          >
            {say('desk.ask.remove')}
          </Button>
        )}
      </div>
      {PARTS.map((part) => (
        <div key={part} className={styles.part}>
          <FindOne
            label={say(`desk.ask.part.${part}`)}
            options={options}
            chosen={period[part]}
            choose={(id) => choose(part, id)}
          />
          <SaysOfPart part={part} view={viewOf(views, period[part])} />
        </div>
      ))}
      <ReadingFields reading={period.reading} onChange={(reading) => onChange({ ...period, reading })} />
    </div>
  )
}

function viewOf(views: PeriodProps['views'], id: ClaimId | null): ClaimView | undefined {
  return id === null ? undefined : views.get(id)
}

/** What the chosen claim says of this part, and the way to it. */
function SaysOfPart({ part, view }: { readonly part: Part; readonly view: ClaimView | undefined }) {
  const { say } = useTongue()
  if (view === undefined) return <p className={styles.says} />
  const { claim } = view
  const size = groupSizeOf(claim)
  const said = {
    window: claim.pattern?.window ? <WhenText edtf={claim.pattern.window.edtf} /> : null,
    rate: claim.pattern?.rate ? <RateText rate={claim.pattern.rate} /> : null,
    size: size === null ? null : <RangeText range={size} />,
  }[part]
  return (
    <p className={styles.says}>
      <ClaimLink id={claim.id}>
        <Code>{claim.code}</Code>
      </ClaimLink>{' '}
      {said ?? <span className={styles.fault}>{say('desk.ask.part.says-nothing')}</span>}
    </p>
  )
}

/** How a rate becomes a number of occasions: conventions that change the answer. */
function ReadingFields({
  reading,
  onChange,
}: {
  readonly reading: Reading
  readonly onChange: (reading: Reading) => void
}) {
  const { say } = useTongue()
  return (
    <div className={styles.inLine}>
      <Choice
        label={say('desk.ask.weeks')}
        options={(['calendar', 'four-per-month'] as const).map((id) => ({
          id,
          name: say(`desk.ask.weeks.${id}`),
        }))}
        chosen={reading.weeks}
        choose={(id) =>
          onChange({ ...reading, weeks: id === 'four-per-month' ? 'four-per-month' : 'calendar' })
        }
      />
      <Choice
        label={say('desk.ask.rate')}
        options={(['ends', 'mean'] as const).map((id) => ({ id, name: say(`desk.ask.rate.${id}`) }))}
        chosen={reading.rate}
        choose={(id) => onChange({ weeks: reading.weeks, rate: id === 'mean' ? 'mean' : 'ends' })}
      />
    </div>
  )
}
