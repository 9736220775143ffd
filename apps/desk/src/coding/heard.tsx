import { Button } from 'react-aria-components'
import type { TextView } from '@corroborate/server/api'
import type { Stretch } from '@corroborate/testimony'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import styles from '../styles/reading.module.css'

interface HeardProps {
  readonly view: TextView
  /** The words that are chosen; null when none are. */
  readonly chosen: Stretch | null
}

/** Of a text that a machine wrote down: that nothing of it is cited before somebody has listened, and the press by which one says that one has. */
export function Heard({ view: { text, unheard }, chosen }: HeardProps) {
  const { say } = useTongue()
  const { run, busy, refusal } = useAct()
  if (unheard === null) return null
  return (
    <div className={styles.summary}>
      <p>{say(unheard.length === 0 ? 'work.heard.all' : 'work.heard.note')}</p>
      {unheard.length === 0 ? null : (
        <Button
          className="button"
          isDisabled={busy || chosen === null}
          onPress={() => void run(`/texts/${text.id}/heard`, chosen ?? undefined)}
        >
          {say('work.heard')}
        </Button>
      )}
      <RefusalNote refusal={refusal} />
    </div>
  )
}
