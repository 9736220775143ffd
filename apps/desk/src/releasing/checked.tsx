import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReleaseCheckView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Section } from '../parts/page.tsx'
import styles from '../styles/release.module.css'
import { FlagsFound } from './flags-found.tsx'
import { LookForNames } from './look-for-names.tsx'
import type { RegisterOpened } from './open-register.ts'
import { releaseCheckOf } from './queries.ts'
import { runCheck } from './run-check.ts'
import { StateCheck } from './state-check.tsx'
import { Stated } from './stated.tsx'

interface CheckedProps {
  /** Where what is checked stands, below the investigation. */
  readonly at: string
  readonly report: string | null
}

/** What would leave, checked in this browser: the names opened, the flags with their places, the tally stated, and who let it go. */
export function Checked({ at, report }: CheckedProps) {
  const { say } = useTongue()
  const { data: view } = useSuspenseQuery(releaseCheckOf(useInvestigation(), at))
  const [register, setRegister] = useState<RegisterOpened | null>(null)
  const flags = useMemo(() => runCheck(view, register), [view, register])
  return (
    <>
      {view.sealed.names + view.sealed.originals === 0 ? null : (
        <Section title={say('release.names')}>
          <div className={styles.names}>
            {register === null ? (
              <LookForNames at={at} onOpened={setRegister} />
            ) : (
              <Looked register={register} sealed={view.sealed} />
            )}
          </div>
        </Section>
      )}
      <Section title={say('release.found')} note={say('release.found.note')}>
        <FlagsFound flags={flags} report={report} />
        {/* Anew for each check: the form of the last one closes. */}
        <StateCheck key={view.stated.length} at={at} content={view.content} flags={flags} />
      </Section>
      <Section title={say('release.stated')} note={say('release.stated.note')}>
        <Stated stated={view.stated} content={view.content} />
      </Section>
    </>
  )
}

/** Of how many sources and texts, out of all, the sealed names were looked for. */
function Looked({
  register: { refused },
  sealed,
}: Pick<ReleaseCheckView, 'sealed'> & { readonly register: RegisterOpened }) {
  const { say } = useTongue()
  return (['names', 'originals'] as const)
    .filter((of) => sealed[of] > 0)
    .map((of) => (
      <p key={of}>
        {say(`release.${of}.looked`, { count: Math.max(0, sealed[of] - refused[of]), all: sealed[of] })}
      </p>
    ))
}
