import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { SealingView } from '@corroborate/server/api'
import { recipientsOf } from '@corroborate/vault/sealing'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Section } from '../parts/page.tsx'
import styles from '../styles/sealing.module.css'
import { AskOpening } from './ask-opening.tsx'
import { inNames, type Circle } from './circle.ts'
import { custodiansKnown } from './custodians-known.ts'
import { Openings } from './openings.tsx'
import { RecipientNames } from './recipient-names.tsx'
import { sealingOf } from './queries.ts'
import { SealForm } from './seal-form.tsx'
import { FIELDS, valueKnown, type AtSeal, type KnownValue } from './sealed-values.ts'
import { WithKeys } from './with-keys.tsx'

/** Who the source is: sealed in this browser, opened only by two, and who asked. */
export function SourceSealing({ record }: { readonly record: string }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data: view } = useSuspenseQuery(sealingOf(investigation, record))
  return (
    <Section
      title={say('seal.of-source')}
      note={
        <>
          {say('seal.of-source.note')}{' '}
          <Link to="/i/$investigation/custodians" params={{ investigation }}>
            {say('seal.custodians')}
          </Link>
        </>
      }
    >
      <WithKeys>{(circle) => <Believed {...{ circle, record, view }} />}</WithKeys>
      {view.openings.length === 0 ? null : <Openings openings={view.openings} lists={view.lists} />}
    </Section>
  )
}

interface BelievedProps {
  readonly circle: Circle
  readonly record: string
  readonly view: SealingView
}

/** What is sealed, as far as this browser could verify it; what it could not is said in place of it. */
function Believed({ circle, record, view }: BelievedProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const [maySeal, mayAsk] = [useMay('seal'), useMay('ask-opening')]
  const [doing, setDoing] = useState<'seal' | 'ask' | null>(null)
  const known = useMemo(() => {
    const custodians = custodiansKnown(investigation, view.lists, circle)
    if (!custodians.ok) return custodians
    const at: AtSeal = { investigation, circle, custodians: custodians.value }
    const values = FIELDS.map((field): KnownValue => ({
      field,
      value: valueKnown(at, { record, field }, view.values),
    }))
    return { ok: true, value: { at, values } } as const
  }, [investigation, view, circle, record])
  if (!known.ok) return <RefusalNote refusal={inNames(known, circle)} />
  const { at, values } = known.value
  const sealed = values.flatMap(({ field, value }) => (value.ok && value.value ? [field] : []))
  const to = recipientsOf(at.custodians.current, circle.trusted)
  const may = [
    ...(maySeal && to.ok ? ['seal' as const] : []),
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
      {doing === 'seal' ? <SealForm {...{ at, record, values }} /> : null}
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
