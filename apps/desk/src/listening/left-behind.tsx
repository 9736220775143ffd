import { Button } from 'react-aria-components'
import type { TextView } from '@corroborate/server/api'
import type { Stretch } from '@corroborate/testimony'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { Code } from '../parts/in-words.tsx'
import { ClaimLink } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import styles from '../styles/listening.module.css'

interface LeftBehindProps {
  readonly view: TextView
  /** The words that are chosen; null when none are. */
  readonly chosen: Stretch | null
}

/** Passages whose words a correction changed: each waits for a person to say where it stands now. */
export function LeftBehind({ view: { text, waiting }, chosen }: LeftBehindProps) {
  const { say } = useTongue()
  const may = useMay('code')
  const { run, busy, refusal } = useAct()
  if (waiting.length === 0) return null
  return (
    <section className={styles.waiting} aria-label={say('correct.waiting.title')}>
      <p>{say('correct.waiting', { passages: waiting.length })}</p>
      <ul>
        {waiting.map(({ passage, claims }) => (
          <li key={passage.id}>
            <span>
              <Code>{passage.code}</Code> <q dir="auto">{passage.exact}</q>{' '}
              {claims.map(({ id, code }) => (
                <ClaimLink key={id} id={id}>
                  <Code>{code}</Code>{' '}
                </ClaimLink>
              ))}
            </span>
            {may ? (
              <Button
                className="button"
                isDisabled={busy || chosen === null}
                onPress={() => void run(`/passages/${passage.id}/placement`, { text: text.id, ...chosen })}
              >
                {say('correct.place', { passage: passage.code })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={refusal} />
    </section>
  )
}
