import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { session } from '../api.ts'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/account.module.css'
import { ComeIn } from './come-in.tsx'
import { askingBy } from './prove-anew.ts'

type Answer = (proved: boolean) => void

interface Asked {
  readonly give: Answer
  /** Who was signed in when it was asked; null where nobody is known to have been. */
  readonly before: string | null
}

/** Comes up where something asks who sits there, or a session has ended under somebody's hands. What they typed stays. */
export function ProveDialog() {
  const { say } = useTongue()
  const heading = useId()
  const queries = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [answer, setAnswer] = useState<Asked | null>(null)
  useEffect(() => {
    const before = () => queries.getQueryData(session.queryKey)?.member.id ?? null
    return askingBy(() => new Promise((give) => setAnswer({ give, before: before() })))
  }, [queries])
  useEffect(() => {
    if (answer) dialog.current?.showModal()
  }, [answer])
  if (!answer) return null
  const end: Answer = (proved) => {
    answer.give(proved)
    setAnswer(null)
  }
  const came = (member: unknown) => {
    // Somebody else at the same screen: nothing of what the other one did is done in their name.
    if (answer.before !== null && answer.before !== member) location.assign('/')
    else end(true)
  }
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={heading} onClose={() => end(false)}>
      <h2 id={heading}>{say('prove')}</h2>
      <p>{say('prove.words')}</p>
      <ComeIn onIn={came} />
      <div className={inputs.end}>
        <Button className="button" onPress={() => end(false)}>
          {say('work.cancel')}
        </Button>
      </div>
    </dialog>
  )
}
