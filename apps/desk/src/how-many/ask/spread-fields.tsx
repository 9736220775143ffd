import { Button } from 'react-aria-components'
import type { ClaimId } from '@corroborate/base'
import { useTongue } from '../../locale.tsx'
import { FindOne } from '../../parts/find-one.tsx'
import styles from '../../styles/ask.module.css'
import { RefusalText } from '../refusal.tsx'
import type { Faults } from './draft.ts'
import {
  emptyWeight,
  fieldOfSpread,
  type DraftShape,
  type DraftSizeSpread,
  type DraftSpreads,
  type DraftWeight,
} from './draft-drawing.ts'
import { Field } from './fields.tsx'
import { OneOf } from './one-of.tsx'

export interface ClaimOption {
  readonly id: ClaimId
  readonly name: string
}

interface SpreadsProps {
  /** Null: of all periods that have none of their own. */
  readonly ofPeriod: string | null
  readonly spreads: DraftSpreads
  readonly onChange: (spreads: DraftSpreads) => void
  readonly faults: Faults
  readonly claims: readonly ClaimOption[]
}

/** How likely the values of a range are: of the rate, and of the sizes. */
export function SpreadFields({ ofPeriod, spreads, onChange, faults, claims }: SpreadsProps) {
  const { say } = useTongue()
  const { rate, size } = spreads
  const faultOf = (part: 'rate' | 'size') => faults[fieldOfSpread(ofPeriod, part)]
  return (
    <>
      <div className={styles.inLine} role="group" aria-label={say('desk.ask.spread.rate')}>
        <ShapeFields
          label={say('desk.ask.spread.rate')}
          kinds={SHAPES}
          spread={rate.shape}
          onChange={(kind) => onChange({ ...spreads, rate: { ...rate, shape: shapeOf(kind, rate.shape) } })}
          onMode={(mode) => onChange({ ...spreads, rate: { ...rate, shape: withMode(rate.shape, mode) } })}
          help={say(`desk.ask.mode.${rate.along}`)}
          fault={faultOf('rate')}
        />
        <OneOf
          label={say('desk.ask.along')}
          options={(['rate', 'interval'] as const).map((id) => ({ id, name: say(`desk.ask.along.${id}`) }))}
          chosen={rate.along}
          choose={(along) => onChange({ ...spreads, rate: { ...rate, along } })}
        />
      </div>
      <div className={styles.inLine} role="group" aria-label={say('desk.ask.spread.size')}>
        <ShapeFields
          label={say('desk.ask.spread.size')}
          kinds={[...SHAPES, 'claims']}
          spread={size}
          onChange={(kind) => onChange({ ...spreads, size: sizeSpreadOf(kind, size) })}
          onMode={(mode) =>
            onChange({ ...spreads, size: size.kind === 'claims' ? size : withMode(size, mode) })
          }
          help={say('desk.ask.mode.size')}
          fault={size.kind === 'claims' ? undefined : faultOf('size')}
        />
      </div>
      {size.kind === 'claims' ? (
        <WeightFields
          weights={size.claims}
          onChange={(weights) => onChange({ ...spreads, size: { kind: 'claims', claims: weights } })}
          claims={claims}
          fault={faultOf('size')}
        />
      ) : null}
    </>
  )
}

const SHAPES = ['uniform', 'triangular', 'pert'] as const

interface ShapeProps<Kind extends DraftSizeSpread['kind']> {
  readonly label: string
  readonly kinds: readonly Kind[]
  readonly spread: DraftSizeSpread & { readonly kind: Kind }
  readonly onChange: (kind: Kind) => void
  readonly onMode: (mode: string) => void
  readonly help: string
  readonly fault: Faults[string]
}

function ShapeFields<Kind extends DraftSizeSpread['kind']>(props: ShapeProps<Kind>) {
  const { label, kinds, spread, onChange, onMode, help, fault } = props
  const { say } = useTongue()
  return (
    <>
      <OneOf
        label={label}
        options={kinds.map((id) => ({ id, name: say(`desk.ask.shape.${id}`) }))}
        chosen={spread.kind}
        choose={onChange}
      />
      {'mode' in spread ? (
        <Field
          label={say('desk.ask.mode')}
          look="number"
          {...{ help, fault }}
          value={spread.mode}
          onChange={onMode}
        />
      ) : null}
    </>
  )
}

/** Another shape, with the likeliest value as far as there was one. */
function shapeOf(kind: DraftShape['kind'], before: DraftSizeSpread): DraftShape {
  return kind === 'uniform' ? { kind } : { kind, mode: 'mode' in before ? before.mode : '' }
}

function sizeSpreadOf(kind: DraftSizeSpread['kind'], before: DraftSizeSpread): DraftSizeSpread {
  if (kind !== 'claims') return shapeOf(kind, before)
  return before.kind === 'claims' ? before : { kind, claims: [emptyWeight([])] }
}

function withMode(shape: DraftShape, mode: string): DraftShape {
  return shape.kind === 'uniform' ? shape : { ...shape, mode }
}

interface WeightsProps {
  readonly weights: readonly DraftWeight[]
  readonly onChange: (weights: readonly DraftWeight[]) => void
  readonly claims: readonly ClaimOption[]
  readonly fault: Faults[string]
}

/** The claims that the size is drawn from: first one of them by its weight, then a number of its range. */
function WeightFields({ weights, onChange, claims, fault }: WeightsProps) {
  const { say } = useTongue()
  const change = (weight: DraftWeight, to: Partial<DraftWeight>) =>
    onChange(weights.map((one) => (one === weight ? { ...one, ...to } : one)))
  return (
    <>
      {weights.map((weight, at) => (
        <div key={weight.code} className={styles.item}>
          <FindOne
            label={say('desk.ask.weight.claim', { number: at + 1 })}
            options={claims}
            chosen={weight.claim}
            choose={(id) => change(weight, { claim: claims.find((one) => one.id === id)?.id ?? null })}
          />
          <Field
            label={say('desk.ask.weight')}
            look="number"
            value={weight.weight}
            onChange={(typed) => change(weight, { weight: typed })}
          />
          {weights.length === 1 ? null : (
            <Button
              className="button"
              aria-label={say('desk.ask.weight.remove', { number: at + 1 })}
              onPress={() => onChange(weights.filter((one) => one !== weight))}
            >
              {say('desk.ask.remove')}
            </Button>
          )}
        </div>
      ))}
      <p className={styles.fault} role="alert">
        {fault === undefined ? null : <RefusalText refusal={fault} />}
      </p>
      <Button className="button" onPress={() => onChange([...weights, emptyWeight(weights)])}>
        {say('desk.ask.weight.add')}
      </Button>
    </>
  )
}
