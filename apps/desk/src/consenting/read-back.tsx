import type { Consent } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import { Section } from '../parts/page.tsx'
import styles from '../styles/consent.module.css'
import { AllowedLines } from './allowed-lines.tsx'
import { Changes } from './changes.tsx'
import type { DraftConsent } from './draft-consent.ts'

interface ReadBackProps {
  readonly draft: DraftConsent
  /** The consent that is in force until this one is kept. */
  readonly held: Consent | null
}

/** What was ticked, to be read back to the witness before it is kept, and what it changes. */
export function ReadBack({ draft, held }: ReadBackProps) {
  const { say } = useTongue()
  return (
    <Section title={say('consent.read-back')} note={say('consent.read-back.note')}>
      <div className={styles.readBack}>
        {draft.allows.length === 0 ? (
          <p>{say('consent.nothing')}</p>
        ) : (
          <ul>
            <AllowedLines allows={draft.allows} />
          </ul>
        )}
        {held === null ? null : (
          <>
            <h3>{say('consent.changes', { version: held.version })}</h3>
            <Changes before={held} after={draft} />
          </>
        )}
      </div>
    </Section>
  )
}
