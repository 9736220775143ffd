import { Link } from '@tanstack/react-router'
import type { InterviewsView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { WhenText } from '../parts/day.tsx'
import { InWords } from '../parts/in-words.tsx'
import { SourceLink, useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import inputs from '../styles/ask.module.css'
import styles from '../styles/matter.module.css'

/** The interviews that are planned and not held yet, each with what is to be asked. */
export function Plans({ view: { plans, witnesses } }: { readonly view: InterviewsView }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const may = useMay('record')
  const open = plans.filter(({ interview }) => interview === null)
  if (open.length === 0) return <p className={styles.quiet}>{say('interview.plans.none')}</p>
  return (
    <ul className={styles.sessions}>
      {open.map(({ id, witness, due, questions, by }) => {
        const source = witnesses.find((one) => one.id === witness)
        return (
          <li key={id}>
            <p>
              {source === undefined ? null : (
                <>
                  <SourceLink source={source} /> <InWords words={source.title} />
                </>
              )}
              {due === null ? null : (
                <>
                  {' '}
                  · <WhenText edtf={due} />
                </>
              )}{' '}
              · <bdi>{by}</bdi>
            </p>
            <ol className={inputs.sentences}>
              {questions.map(({ words }) => (
                <li key={words} dir="auto">
                  {words}
                </li>
              ))}
            </ol>
            {may ? (
              <Link
                to="/i/$investigation/interviews/record"
                params={{ investigation }}
                search={{ plan: id }}
                className="button"
              >
                {say('interview.record')}
              </Link>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
