import { RefusalText } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import type { OutboxState } from '../outbox/outbox.ts'
import styles from '../styles/coding.module.css'

/** Whether what was done is kept. Nothing is lost: it waits until the server takes it. */
export function PostState({ post: { waiting, trouble, refused } }: { readonly post: OutboxState }) {
  const { say } = useTongue()
  const state = trouble === null ? 'work.saving' : 'work.kept-here'
  return (
    <>
      <p className={styles.saved} role="status" data-trouble={trouble !== null}>
        {waiting.length === 0 ? say('work.saved') : say(state, { things: waiting.length })}
      </p>
      {refused.map(({ letter, refusal }) => (
        <p key={letter.id} className={styles.refused} role="alert">
          <RefusalText refusal={refusal} />
        </p>
      ))}
    </>
  )
}
