import type { InterviewsView } from '@corroborate/server/api'
import { DoTask } from '../deciding/do-task.tsx'
import { useTongue } from '../locale.tsx'
import { WhenText } from '../parts/day.tsx'
import { Code } from '../parts/in-words.tsx'
import styles from '../styles/matter.module.css'

/** What witnesses were promised, the earliest day first, and how it was kept. */
export function Promises({ view: { promises, interviews } }: { readonly view: InterviewsView }) {
  const { say } = useTongue()
  if (promises.length === 0) return <p className={styles.quiet}>{say('interview.promises.none')}</p>
  const byDay = promises.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
  return (
    <ul className={styles.sessions}>
      {byDay.map((promise) => (
        <li key={promise.id}>
          <p>
            {promise.due === null ? null : <WhenText edtf={promise.due} />} ·{' '}
            <Code>{interviews.find(({ id }) => id === promise.subject)?.code ?? ''}</Code>{' '}
            <span dir="auto">{promise.words}</span>
          </p>
          {promise.doneAt === null ? (
            <DoTask
              task={promise.id}
              title={say('interview.promise.keep')}
              label={say('interview.promise.how')}
            />
          ) : (
            <p className={styles.quiet}>
              {say('interview.promise.kept')} <q dir="auto">{promise.note}</q>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
