import type { Estimate, PatternEstimate, Step } from '@corroborate/estimate'
import { useTongue } from '../locale.tsx'
import styles from '../styles/numbers.module.css'
import type { ClaimsById } from './claims-by-id.ts'
import { DataTable, type Column } from './data-table.tsx'
import { Code, InWords } from './in-words.tsx'
import { ClaimLink } from './links.tsx'
import { RangeText } from './numbers.tsx'
import { Section } from './page.tsx'
import { Slips } from './slips.tsx'

interface ReckoningProps {
  readonly estimate: Estimate
  readonly claims: ClaimsById
}

/** How the answer was reckoned, line by line, under which assumptions, and what differs from it. */
export function Reckoning({ estimate, claims }: ReckoningProps) {
  const { say } = useTongue()
  return (
    <>
      {estimate.method === 'lists' ? null : (
        <Section title={say('desk.estimate.derivation')} note={say('desk.estimate.derivation.note')}>
          <Derivation estimate={estimate} claims={claims} />
        </Section>
      )}
      <Section title={say('desk.estimate.assumptions')}>
        <ul className={styles.assumptions}>
          {estimate.assumptions.map((assumption) => (
            <li key={assumption.code}>
              <InWords words={assumption.words} />
            </li>
          ))}
        </ul>
      </Section>
      {estimate.alternatives.length === 0 ? null : (
        <Section title={say('desk.estimate.alternatives')}>
          <Alternatives estimate={estimate} claims={claims} />
        </Section>
      )}
      {estimate.method === 'lists' || estimate.slips.length === 0 ? null : (
        <Section title={say('desk.estimate.slips')} note={say('desk.estimate.slips.note')}>
          <Slips slips={estimate.slips} claims={claims} />
        </Section>
      )}
      <p className={styles.provenance}>
        {say('desk.estimate.digest')} <Code>{estimate.digest}</Code> · <Code>{estimate.software}</Code>
      </p>
    </>
  )
}

function Derivation({ estimate, claims }: ReckoningProps & { readonly estimate: PatternEstimate }) {
  const { say } = useTongue()
  const columns: readonly Column<Step>[] = [
    { name: 'step', head: say('desk.step'), cell: (step) => <StepName step={step} /> },
    {
      name: 'formula',
      head: say('desk.step.formula'),
      look: 'main',
      cell: (step) => (
        <bdi className={styles.formula} dir="ltr">
          {step.formula}
        </bdi>
      ),
    },
    {
      name: 'result',
      head: say('desk.step.result'),
      look: 'number',
      cell: (step) => (
        <span className={styles.result} data-kind={step.kind}>
          <RangeText range={step.result} />
        </span>
      ),
    },
    {
      name: 'claims',
      head: say('desk.claims'),
      cell: (step) => <ClaimCodes ids={step.claims} claims={claims} />,
    },
  ]
  return (
    <DataTable
      label={say('desk.estimate.derivation')}
      columns={columns}
      rows={estimate.derivation}
      keyOf={(step) => step.name}
    />
  )
}

function StepName({ step }: { readonly step: Step }) {
  const { say } = useTongue()
  return (
    <>
      {say(`step.${step.kind}`)} {step.period === null ? null : <Code>{step.period}</Code>}
    </>
  )
}

/** Claims by their codes, each leading to itself; one that is not at hand keeps its id. */
export function ClaimCodes({
  ids,
  claims,
}: {
  readonly ids: readonly string[]
  readonly claims: ClaimsById
}) {
  return (
    <span className={styles.codes}>
      {ids.map((id) => (
        <ClaimLink key={id} id={id}>
          <Code>{claims[id]?.code ?? id.slice(0, 8)}</Code>
        </ClaimLink>
      ))}
    </span>
  )
}

type Alternative = Estimate['alternatives'][number]

function Alternatives({ estimate, claims }: ReckoningProps) {
  const { say } = useTongue()
  const columns: readonly Column<Alternative>[] = [
    {
      name: 'reading',
      head: say('desk.estimate.reading'),
      look: 'main',
      cell: (one) => <InWords words={one.words} />,
    },
    {
      name: 'published',
      head: say('desk.estimate.as-published'),
      look: 'number',
      cell: (one) => <RangeText range={one.published} />,
    },
    {
      name: 'interval',
      head: say('desk.estimate.computed'),
      look: 'number',
      cell: (one) => <RangeText range={one.interval} />,
    },
    {
      name: 'claims',
      head: say('desk.claims'),
      cell: (one) => <ClaimCodes ids={one.claims} claims={claims} />,
    },
  ]
  return (
    <DataTable
      label={say('desk.estimate.alternatives')}
      columns={columns}
      rows={estimate.alternatives}
      keyOf={(one) => one.code}
    />
  )
}
