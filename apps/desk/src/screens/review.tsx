import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { session } from '../api.ts'
import { linkageInWords } from '../linkage/in-words.ts'
import { Judging } from '../linkage/judging.tsx'
import { useMay } from '../parts/may.ts'
import type { OutboxState } from '../outbox/outbox.ts'
import { linkageRunOf, queueOf } from '../linkage/queries.ts'
import { ReviewState } from '../linkage/review-state.tsx'
import { judge } from '../linkage/send.ts'
import { useOutbox } from '../outbox/use-outbox.ts'
import { RefusalText } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Page } from '../parts/page.tsx'
import styles from '../styles/linkage.module.css'

const route = getRouteApi('/i/$investigation/lists/runs/$run/review')

/** Pairs of a run, one after the other, judged by a person who does not see what the machine holds of them. */
export function Review() {
  const { say, locale } = useTongue()
  const { investigation, run } = route.useParams()
  const { data: view } = useSuspenseQuery(linkageRunOf(investigation, run))
  const { data: who } = useSuspenseQuery(session)
  const [round, setRound] = useState(1)
  const [outbox, post] = useOutbox(
    // The letters hold numbers of rows and no names.
    `corroborate.judged.${investigation}.${who.member.id}`,
    ({ path, body }) => judge(`/investigations/${investigation}${path}`, body),
  )
  const settled = post.waiting.length === 0
  // What still waits would be asked again: a round begins when all of it is saved.
  const queue = useQuery({ ...queueOf(investigation, run, round), enabled: settled })
  const may = useMay('judge')
  return (
    <Page
      name={say('desk.review')}
      kicker={
        <Link to="/i/$investigation/lists/runs/$run" params={{ investigation, run }}>
          <bdi>{linkageInWords(say, locale, view.lists)}</bdi>
        </Link>
      }
    >
      <SavedState post={post} />
      {may ? null : <p>{say('desk.review.not-yours')}</p>}
      {queue.data === undefined || !may ? null : queue.data.pairs.length === 0 ? (
        <p role="status">{say('desk.review.all-judged')}</p>
      ) : (
        <Judging
          key={`judging ${round}`}
          {...{ run, outbox, post }}
          settings={view.row.settings}
          queue={queue.data}
          after={
            <Button
              className="button"
              isDisabled={!settled}
              autoFocus
              onPress={() => setRound((before) => before + 1)}
            >
              {say(settled ? 'desk.review.next-round' : 'desk.review.saving')}
            </Button>
          }
        />
      )}
      {queue.isError ? <p role="alert">{say('desk.problem.unreachable.words')}</p> : null}
      <ReviewState key={`state ${round}`} run={run} />
    </Page>
  )
}

/** Whether what was judged is kept. Nothing that was judged is lost: it waits until the server takes it. */
function SavedState({ post: { waiting, trouble, refused } }: { readonly post: OutboxState }) {
  const { say } = useTongue()
  return (
    <>
      <p className={styles.saved} role="status" data-state={trouble === null ? 'well' : 'trouble'}>
        {waiting.length === 0
          ? say('desk.review.saved')
          : trouble === null
            ? say('desk.review.waiting', { judgements: waiting.length })
            : say('desk.review.kept-here', { judgements: waiting.length })}
      </p>
      {refused.length === 0 ? null : (
        <ul className={styles.warning} role="alert">
          {refused.map(({ letter, refusal }) => (
            <li key={letter.id}>
              <RefusalText refusal={refusal} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
