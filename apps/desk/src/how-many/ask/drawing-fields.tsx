import { Button, CheckboxButton, CheckboxField, CheckboxGroup, Label } from 'react-aria-components'
import { printNumber } from '@corroborate/base'
import { FEWEST_DRAWS, MOST_DRAWS } from '@corroborate/estimate'
import { useTongue } from '../../locale.tsx'
import styles from '../../styles/ask.module.css'
import type { Faults } from './draft.ts'
import { emptyDrawing, freshSeed, type DraftDrawing } from './draft-drawing.ts'
import { Field, FieldGroup } from './fields.tsx'
import { OneOf } from './one-of.tsx'
import { SpreadFields, type ClaimOption } from './spread-fields.tsx'

interface DrawingProps {
  /** Null while nothing is to be drawn. */
  readonly drawing: DraftDrawing | null
  readonly onChange: (drawing: DraftDrawing | null) => void
  readonly faults: Faults
  readonly periods: readonly string[]
  readonly claims: readonly ClaimOption[]
}

/** What has to be believed before the ranges can be drawn from. How sizes hang together is no choice here: every way is shown. */
export function DrawingFields({ drawing, onChange, ...rest }: DrawingProps) {
  const { say } = useTongue()
  return (
    <FieldGroup title={say('desk.ask.drawing')} note={say('desk.ask.drawing.help')}>
      {drawing === null ? null : <Settings {...rest} {...{ drawing, onChange }} />}
      <Button
        className="button"
        onPress={() => onChange(drawing === null ? emptyDrawing(freshSeed()) : null)}
      >
        {say(drawing === null ? 'desk.ask.drawing.add' : 'desk.ask.drawing.remove')}
      </Button>
    </FieldGroup>
  )
}

type SettingsProps = DrawingProps & { readonly drawing: DraftDrawing }

function Settings({ drawing, onChange, faults, periods, claims }: SettingsProps) {
  const { say, locale } = useTongue()
  const own = drawing.inPeriods.filter(({ period }) => periods.includes(period))
  return (
    <>
      <div className={styles.inLine}>
        <Field
          label={say('desk.ask.draws')}
          look="number"
          help={say('desk.ask.draws.help', {
            fewest: printNumber(locale, FEWEST_DRAWS),
            most: printNumber(locale, MOST_DRAWS),
          })}
          value={drawing.draws}
          onChange={(draws) => onChange({ ...drawing, draws })}
          fault={faults['drawing.draws']}
        />
        <Field
          label={say('desk.run.seed')}
          look="number"
          help={say('desk.ask.draw-seed.help')}
          value={drawing.seed}
          onChange={(seed) => onChange({ ...drawing, seed })}
          fault={faults['drawing.seed']}
        />
        <OneOf
          label={say('desk.ask.occasions')}
          options={(['as-reckoned', 'nearest-whole'] as const).map((id) => ({
            id,
            name: say(`desk.ask.occasions.${id}`),
          }))}
          chosen={drawing.occasions}
          choose={(occasions) => onChange({ ...drawing, occasions })}
        />
      </div>
      <div className={styles.inLine}>
        <Field
          label={say('desk.ask.within')}
          look="number"
          help={say('desk.ask.within.help')}
          value={drawing.withinPeriod}
          onChange={(withinPeriod) => onChange({ ...drawing, withinPeriod })}
          fault={faults['drawing.within-period']}
        />
        <Field
          label={say('desk.ask.between')}
          look="number"
          help={say('desk.ask.between.help')}
          value={drawing.betweenPeriods}
          onChange={(betweenPeriods) => onChange({ ...drawing, betweenPeriods })}
          fault={faults['drawing.between-periods']}
        />
      </div>
      <SpreadFields
        {...{ ofPeriod: null, faults, claims }}
        spreads={drawing.spreads}
        onChange={(spreads) => onChange({ ...drawing, spreads })}
      />
      {periods.length < 2 ? null : (
        <CheckboxGroup
          className={styles.radios ?? ''}
          value={own.map(({ period }) => period)}
          onChange={(codes) => onChange(withOwn(drawing, codes))}
        >
          <Label>{say('desk.ask.own')}</Label>
          {periods.map((period, at) => (
            <CheckboxField key={period} value={period}>
              <CheckboxButton className={styles.radio ?? ''}>
                {say('desk.ask.period', { number: at + 1 })}
              </CheckboxButton>
            </CheckboxField>
          ))}
        </CheckboxGroup>
      )}
      {own.map(({ period, ...spreads }) => (
        <div
          key={period}
          className={styles.period}
          role="group"
          aria-label={say('desk.ask.own.of', { number: periods.indexOf(period) + 1 })}
        >
          <p className={styles.periodTitle}>
            {say('desk.ask.own.of', { number: periods.indexOf(period) + 1 })}
          </p>
          <SpreadFields
            {...{ ofPeriod: period, spreads, faults, claims }}
            onChange={(changed) =>
              onChange({
                ...drawing,
                inPeriods: drawing.inPeriods.map((one) =>
                  one.period === period ? { period, ...changed } : one,
                ),
              })
            }
          />
        </div>
      ))}
    </>
  )
}

/** These periods have their own; those that had none begin with what holds for all. */
function withOwn(drawing: DraftDrawing, codes: readonly string[]): DraftDrawing {
  return {
    ...drawing,
    inPeriods: codes.map(
      (period) => drawing.inPeriods.find((one) => one.period === period) ?? { period, ...drawing.spreads },
    ),
  }
}
