import { useMemo, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { SealingView } from '@corroborate/server/api'
import { recipientsOf } from '@corroborate/vault/sealing'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import styles from '../styles/sealing.module.css'
import { AskOpening } from './ask-opening.tsx'
import { inNames, type Circle } from './circle.ts'
import { custodiansKnown } from './custodians-known.ts'
import { RecipientNames } from './recipient-names.tsx'
import { valueKnown, type AtSeal, type Field, type KnownValue } from './sealed-values.ts'

interface SealedFieldsProps {
  readonly circle: Circle
  readonly record: string
  readonly view: SealingView
  readonly fields: readonly Field[]
  /** The form in which more is sealed; absent where that is done elsewhere. */
  readonly children?: (at: AtSeal, values: readonly KnownValue[]) => ReactNode
}

/** What is sealed, as far as this browser could verify it; what it could not is said in place of it. */
export function SealedFields({ circle, record, view, fields, children }: SealedFieldsProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const [maySeal, mayAsk] = [useMay('seal'), useMay('ask-opening')]
  const [doing, setDoing] = useState<'seal' | 'ask' | null>(null)
  const known = useMemo(() => {
    const custodians = custodiansKnown(investigation, view.lists, circle)
    if (!custodians.ok) return custodians
    const at: AtSeal = { investigation, circle, custodians: custodians.value }
    const values = fields.map((field): KnownValue => ({
      field,
      value: valueKnown(at, { record, field }, view.values),
    }))
    return { ok: true, value: { at, values } } as const
  }, [investigation, view, circle, record, fields])
  if (!known.ok) return <RefusalNote refusal={inNames(known, circle)} />
  const { at, values } = known.value
  const sealed = values.flatMap(({ field, value }) => (value.ok && value.value ? [field] : []))
  const to = recipientsOf(at.custodians.current, circle.trusted)
  const may = [
    ...(children && maySeal && to.ok ? ['seal' as const] : []),
    ...(mayAsk && sealed.length > 0 ? ['ask' as const] : []),
  ]
  return (
    <div className={styles.parts}>
      <Facts
        facts={values.map(({ field, value }) => ({
          name: say(`seal.field.${field}`),
          value: <OneValue {...{ circle, value }} />,
        }))}
      />
      {to.ok ? null : <RefusalNote refusal={inNames(to, circle)} />}
      <div className={styles.buttons}>
        {may.map((what) => (
          <Button
            key={what}
            className="button"
            aria-expanded={doing === what}
            onPress={() => setDoing(doing === what ? null : what)}
          >
            {say(`seal.${what}`)}
          </Button>
        ))}
      </div>
      {doing === 'seal' ? children?.(at, values) : null}
      {doing === 'ask' ? <AskOpening record={record} fields={sealed} /> : null}
    </div>
  )
}

function OneValue({ circle, value }: { readonly circle: Circle; readonly value: KnownValue['value'] }) {
  const { say } = useTongue()
  if (!value.ok) return <RefusalNote refusal={inNames(value, circle)} />
  if (!value.value) return <span className={styles.quiet}>{say('seal.value.none')}</span>
  const { version, author, time, recipients } = value.value.statement
  const by = circle.people.find(({ member }) => member === author)?.name ?? author
  return (
    <>
      {say('seal.value.sealed', { version, by })} <MomentText time={time} />
      <span className={styles.quiet}>
        {' · '}
        {say('seal.value.to')} <RecipientNames {...{ circle, recipients }} />
      </span>
    </>
  )
}
