import type { Slip } from '@corroborate/estimate'
import { useTongue } from '../locale.tsx'
import styles from '../styles/matter.module.css'
import { Code } from './in-words.tsx'
import { ClaimLink } from './links.tsx'
import { Num } from './numbers.tsx'
import type { ClaimsById } from './claims-by-id.ts'

interface SlipsProps {
  readonly slips: readonly Slip[]
  readonly claims: ClaimsById
}

/** Figures of the record that our arithmetic does not give, with the one slip that would explain each. */
export function Slips({ slips, claims }: SlipsProps) {
  return (
    <ul className={styles.slips}>
      {slips.map((slip) => (
        <li key={`${slip.claim}/${slip.bound}`}>
          <SlipText slip={slip} claims={claims} />
        </li>
      ))}
    </ul>
  )
}

function SlipText({ slip, claims }: { readonly slip: Slip; readonly claims: ClaimsById }) {
  const { say } = useTongue()
  return (
    <>
      <p className={styles.slipNumbers}>
        <span>
          {say('desk.slip.said', { bound: slip.bound })} <Num value={slip.said} />
        </span>
        <span>
          {say('desk.slip.computed')} <Num value={slip.computed} />
        </span>
        <ClaimLink id={slip.claim}>
          <Code>{claims[slip.claim]?.code ?? slip.claim.slice(0, 8)}</Code>
        </ClaimLink>
      </p>
      <p>
        {slip.explanation === null ? (
          say('desk.slip.unexplained')
        ) : (
          <Explained explanation={slip.explanation} />
        )}{' '}
        {slip.changesPublished ? say('desk.slip.changes') : say('desk.slip.changes-not')}
      </p>
    </>
  )
}

function Explained({ explanation }: { readonly explanation: NonNullable<Slip['explanation']> }) {
  const { say } = useTongue()
  return (
    <>
      {say('desk.slip.explained')} <Code>{explanation.step}</Code>: <Num value={explanation.entered} />{' '}
      {say('desk.slip.in-place-of')} <Num value={explanation.right} />.
    </>
  )
}
