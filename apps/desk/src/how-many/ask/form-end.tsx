import { Button } from 'react-aria-components'
import { useTongue } from '../../locale.tsx'
import styles from '../../styles/ask.module.css'
import { useMayAsk } from '../may-ask.ts'
import { RefusalNote } from '../refusal.tsx'
import type { Faults } from './draft.ts'

interface FormEndProps {
  /** What the button says. */
  readonly ask: string
  readonly busy: boolean
  /** What stands against the question, in its form as a whole and at its fields. */
  readonly faults: Faults
  /** Faults that were found when somebody tried to ask; where these differ from what is said at once. */
  readonly tried?: Faults
}

/** The end of a question: what the server said against it, and the button for who may ask. */
export function FormEnd({ ask, busy, faults, tried = faults }: FormEndProps) {
  const { say } = useTongue()
  const mayAsk = useMayAsk()
  return (
    <>
      <RefusalNote refusal={faults.form ?? null} />
      <div className={styles.end}>
        {mayAsk ? (
          <Button type="submit" className="button" isDisabled={busy}>
            {ask}
          </Button>
        ) : (
          <p className={styles.help}>{say('desk.ask.not-yours')}</p>
        )}
        {Object.values(tried).some((fault) => fault !== undefined) ? (
          <p className={styles.fault} role="status">
            {say('desk.ask.see-above')}
          </p>
        ) : null}
      </div>
    </>
  )
}
