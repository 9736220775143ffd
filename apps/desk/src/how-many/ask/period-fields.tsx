import { Button } from 'react-aria-components'
import type { ClaimId } from '@corroborate/base'
import { groupSizeOf, wrongPart, type PeriodPart } from '@corroborate/estimate'
import type { ClaimRow, ClaimView } from '@corroborate/server/api'
import { useTongue } from '../../locale.tsx'
import { RateText } from '../../parts/claim-facts.tsx'
import { WhenText } from '../../parts/day.tsx'
import { FindOne } from '../../parts/find-one.tsx'
import { Code } from '../../parts/in-words.tsx'
import { ClaimLink } from '../../parts/links.tsx'
import { RangeText } from '../../parts/numbers.tsx'
import styles from '../../styles/ask.module.css'
import { RefusalText } from '../refusal.tsx'
import { freeCode, type Faults } from './draft.ts'
import {
  emptyPeriod,
  fieldOfPeriod,
  PARTS,
  readingOf,
  type DraftPeriod,
  type DraftReading,
} from './draft-periods.ts'
import { Field, FieldGroup } from './fields.tsx'
import { OneOf } from './one-of.tsx'
import type { ClaimOption } from './spread-fields.tsx'

interface PeriodsProps {
  readonly periods: readonly DraftPeriod[]
  readonly onChange: (periods: readonly DraftPeriod[]) => void
  readonly rows: readonly ClaimRow[]
  readonly options: readonly ClaimOption[]
  readonly views: ReadonlyMap<ClaimId, ClaimView>
  readonly faults: Faults
}

/** The stretches of time, and for each the claims that say from when to when, how often, and how many each time. */
export function PeriodFields({ periods, onChange, ...known }: PeriodsProps) {
  const { say } = useTongue()
  return (
    <FieldGroup title={say('desk.ask.periods')} note={say('desk.ask.periods.help')}>
      {periods.map((period, at) => (
        <PeriodField
          key={period.code}
          {...known}
          period={period}
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

interface PeriodProps extends Pick<PeriodsProps, 'rows' | 'options' | 'views' | 'faults'> {
  readonly period: DraftPeriod
  readonly number: number
  readonly onChange: (period: DraftPeriod) => void
  readonly onRemove: (() => void) | null
}

function PeriodField(props: PeriodProps) {
  const { period, number, rows, options, views, faults, onChange, onRemove } = props
  const { say } = useTongue()
  const choose = (part: PeriodPart, id: string | null) =>
    onChange({ ...period, [part]: rows.find((row) => row.id === id)?.id ?? null })
  const faultOf = (part: PeriodPart | 'share') => faults[fieldOfPeriod(period.code, part)]
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
            fault={faultText(faultOf(part))}
          />
          <SaysOfPart {...{ part, period }} view={viewOf(views, period[part])} />
        </div>
      ))}
      <ReadingFields
        reading={period.reading}
        onChange={(reading) => onChange({ ...period, reading })}
        fault={faultOf('share')}
      />
    </div>
  )
}

function faultText(fault: Faults[string]) {
  return fault === undefined ? null : <RefusalText refusal={fault} />
}

function viewOf(views: PeriodProps['views'], id: ClaimId | null): ClaimView | undefined {
  return id === null ? undefined : views.get(id)
}

interface SaysProps {
  readonly part: PeriodPart
  readonly period: DraftPeriod
  readonly view: ClaimView | undefined
}

/** What the chosen claim says of this part, and the way to it; or why it does not serve. */
function SaysOfPart({ part, period, view }: SaysProps) {
  if (view === undefined) return <p className={styles.says} />
  const { claim } = view
  const size = groupSizeOf(claim)
  const said = {
    window: claim.pattern?.window ? <WhenText edtf={claim.pattern.window.edtf} /> : null,
    rate: claim.pattern?.rate ? <RateText rate={claim.pattern.rate} /> : null,
    size: size === null ? null : <RangeText range={size} />,
  }[part]
  const reading = readingOf(period.reading)
  const wrong = reading.ok ? wrongPart({ code: period.code, reading: reading.value }, part, claim) : null
  return (
    <p className={styles.says}>
      <ClaimLink id={claim.id}>
        <Code>{claim.code}</Code>
      </ClaimLink>{' '}
      {said}
      {wrong === null ? null : (
        <span className={styles.fault}>
          <RefusalText refusal={wrong} />
        </span>
      )}
    </p>
  )
}

const WEEKS = ['calendar', 'four-per-month', 'named-days'] as const
const RATES = ['ends', 'mean', 'mixture'] as const

interface ReadingProps {
  readonly reading: DraftReading
  readonly onChange: (reading: DraftReading) => void
  readonly fault: Faults[string]
}

/** How a rate becomes a number of occasions: conventions that change the answer. */
function ReadingFields({ reading, onChange, fault }: ReadingProps) {
  const { say } = useTongue()
  return (
    <div className={styles.inLine}>
      <OneOf
        label={say('desk.ask.weeks')}
        options={WEEKS.map((id) => ({ id, name: say(`desk.ask.weeks.${id}`) }))}
        chosen={reading.weeks}
        choose={(weeks) => onChange({ ...reading, weeks })}
      />
      <OneOf
        label={say('desk.ask.rate')}
        options={RATES.map((id) => ({ id, name: say(`desk.ask.rate.${id}`) }))}
        chosen={reading.rate}
        choose={(rate) =>
          onChange(
            rate === 'mixture' ? { weeks: reading.weeks, rate, percent: '' } : { weeks: reading.weeks, rate },
          )
        }
      />
      {reading.rate === 'mixture' ? (
        <Field
          label={say('desk.ask.share')}
          look="number"
          help={say('desk.ask.share.help')}
          value={reading.percent}
          onChange={(percent) => onChange({ ...reading, percent })}
          fault={fault}
        />
      ) : null}
    </div>
  )
}
