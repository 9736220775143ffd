import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { wordsIn, type Words } from '@corroborate/base'
import { useTongue } from '../../locale.tsx'
import { InWords } from '../../parts/in-words.tsx'
import styles from '../../styles/ask.module.css'
import type { DraftAssumption, Faults } from './draft.ts'
import {
  emptyProjection,
  emptyThreshold,
  fieldOfProjection,
  fieldOfThreshold,
  type DraftProjection,
  type DraftThreshold,
} from './draft-study.ts'
import { Field, FieldGroup, WordsField } from './fields.tsx'
import { OneOf } from './one-of.tsx'

interface Shown {
  readonly faults: Faults
  /** What the claims give now, by the field that it belongs to. */
  readonly said: ReadonlyMap<string, readonly Words[]>
}

interface ThresholdsProps extends Shown {
  readonly thresholds: readonly DraftThreshold[]
  readonly onChange: (thresholds: readonly DraftThreshold[]) => void
}

/** Numbers that somebody says the answer is under or over, and what one would have to believe for it. */
export function ThresholdFields({ thresholds, onChange, faults, said }: ThresholdsProps) {
  const { say } = useTongue()
  const change = (threshold: DraftThreshold, to: Partial<DraftThreshold>) =>
    onChange(thresholds.map((one) => (one === threshold ? { ...one, ...to } : one)))
  return (
    <FieldGroup title={say('desk.study.break-even')} note={say('desk.ask.thresholds.help')}>
      {thresholds.map((threshold, at) => (
        <Framed
          key={threshold.code}
          title={say('desk.ask.threshold', { number: at + 1 })}
          remove={say('desk.ask.threshold.remove', { number: at + 1 })}
          onRemove={() => onChange(thresholds.filter((one) => one !== threshold))}
        >
          <div className={styles.inLine}>
            <OneOf
              label={say('desk.ask.side')}
              options={(['under', 'over'] as const).map((id) => ({ id, name: say(`desk.ask.side.${id}`) }))}
              chosen={threshold.side}
              choose={(side) => change(threshold, { side })}
            />
            <Field
              label={say('desk.ask.threshold.people')}
              look="number"
              value={threshold.people}
              onChange={(people) => change(threshold, { people })}
              fault={faults[fieldOfThreshold(threshold)]}
            />
          </div>
          <Sentences words={said.get(fieldOfThreshold(threshold))} />
        </Framed>
      ))}
      <Button className="button" onPress={() => onChange([...thresholds, emptyThreshold(thresholds)])}>
        {say('desk.ask.threshold.add')}
      </Button>
    </FieldGroup>
  )
}

interface ProjectionsProps extends Shown {
  readonly projections: readonly DraftProjection[]
  readonly onChange: (projections: readonly DraftProjection[]) => void
  readonly periods: readonly string[]
}

/** Had it gone on: a period carried on to a later day, and why anybody might hold that it was. */
export function ProjectionFields({ projections, onChange, periods, faults, said }: ProjectionsProps) {
  const { say } = useTongue()
  const change = (projection: DraftProjection, to: Partial<DraftProjection>) =>
    onChange(projections.map((one) => (one === projection ? { ...one, ...to } : one)))
  return (
    <FieldGroup title={say('desk.study.projections')} note={say('desk.ask.projections.help')}>
      {projections.map((projection, at) => (
        <Framed
          key={projection.code}
          title={say('desk.ask.projection', { number: at + 1 })}
          remove={say('desk.ask.projection.remove', { number: at + 1 })}
          onRemove={() => onChange(projections.filter((one) => one !== projection))}
        >
          <div className={styles.inLine}>
            <OneOf
              label={say('desk.ask.projection.period')}
              options={periods.map((id, index) => ({
                id,
                name: say('desk.ask.period', { number: index + 1 }),
              }))}
              chosen={periods.includes(projection.period) ? projection.period : null}
              choose={(period) => change(projection, { period })}
              fault={faults[fieldOfProjection(projection.code, 'period')]}
            />
            <Field
              label={say('desk.ask.projection.until')}
              look="number"
              help={say('desk.ask.projection.until.help')}
              value={projection.until}
              onChange={(until) => change(projection, { until })}
              fault={faults[fieldOfProjection(projection.code, 'until')]}
            />
          </div>
          {projection.assumptions.map((assumption) => (
            <WordsField
              key={assumption.code}
              label={say('desk.ask.projection.assumption')}
              lines={2}
              value={assumption.words}
              onChange={(words) =>
                change(projection, {
                  assumptions: withWords(projection.assumptions, { ...assumption, words }),
                })
              }
              fault={faults[fieldOfProjection(projection.code, 'assumption')]}
            />
          ))}
          <Sentences words={said.get(fieldOfProjection(projection.code, 'until'))} />
        </Framed>
      ))}
      <Button
        className="button"
        onPress={() => onChange([...projections, emptyProjection(projections, periods.at(-1) ?? '')])}
      >
        {say('desk.ask.projection.add')}
      </Button>
    </FieldGroup>
  )
}

function withWords(
  [first, ...others]: DraftProjection['assumptions'],
  changed: DraftAssumption,
): DraftProjection['assumptions'] {
  const swap = (one: DraftAssumption) => (one.code === changed.code ? changed : one)
  return [swap(first), ...others.map(swap)]
}

interface FramedProps {
  readonly title: string
  readonly remove: string
  readonly onRemove: () => void
  readonly children: ReactNode
}

function Framed({ title, remove, onRemove, children }: FramedProps) {
  const { say } = useTongue()
  return (
    <div className={styles.period} role="group" aria-label={title}>
      <div className={styles.periodHead}>
        <p className={styles.periodTitle}>{title}</p>
        <Button className="button" aria-label={remove} onPress={onRemove}>
          {say('desk.ask.remove')}
        </Button>
      </div>
      {children}
    </div>
  )
}

function Sentences({ words }: { readonly words: readonly Words[] | undefined }) {
  const { locale } = useTongue()
  return words === undefined ? null : (
    <ul className={styles.sentences}>
      {words.map((one) => (
        <li key={wordsIn(locale, one)}>
          <InWords words={one} />
        </li>
      ))}
    </ul>
  )
}
