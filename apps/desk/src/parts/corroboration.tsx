import type { FindingView, OriginRef } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/matter.module.css'
import { DismissContrary } from '../deciding/dismiss-contrary.tsx'
import { BasisText, PassageLinks } from './claim-table.tsx'
import { Code, InWords } from './in-words.tsx'
import { ClaimLink, SourceLink } from './links.tsx'

/** Whom claims go back to. */
export function Origins({ origins }: { readonly origins: readonly OriginRef[] }) {
  const { say } = useTongue()
  return (
    <>
      {say('desk.origin', { origins: origins.length })}{' '}
      {origins.map((origin, i) => (
        <span key={origin.id}>
          {i > 0 ? say('desk.list.comma') : null}
          <SourceLink source={origin} />{' '}
          <span className={styles.originTitle}>
            <InWords words={origin.title} />
          </span>
        </span>
      ))}
    </>
  )
}

/** The claims against a finding, and why a person set one aside, if one did. */
export function Contraries({
  finding,
  against,
}: {
  readonly finding: string
  readonly against: FindingView['against']
}) {
  const { say } = useTongue()
  return (
    <ul className={styles.contraries}>
      {against.map(({ claim, dismissed }) => (
        <li key={claim.id} data-dismissed={dismissed !== null}>
          <p className={styles.sideHead}>
            <ClaimLink id={claim.id}>
              <Code>{claim.code}</Code>
            </ClaimLink>
            <SourceLink source={claim.source} />
            <BasisText basis={claim.basis} />
          </p>
          <p>
            <InWords words={claim.proposition} />
          </p>
          <PassageLinks claim={claim} />
          {dismissed === null ? (
            <>
              <p className={styles.undismissed}>{say('desk.finding.not-dismissed')}</p>
              <DismissContrary finding={finding} claim={claim.id} />
            </>
          ) : (
            <p className={styles.quiet}>
              {say('desk.finding.dismissed', { by: dismissed.by })} <q dir="auto">{dismissed.reason}</q>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
