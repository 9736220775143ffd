import { useSuspenseQuery } from '@tanstack/react-query'
import { blocks } from '@corroborate/disclosure'
import type { ReleaseCheckView, ReleaseStated } from '@corroborate/server/api'
import { session } from '../api.ts'
import { ReasonForm } from '../deciding/reason-form.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { useMay } from '../parts/may.ts'
import styles from '../styles/release.module.css'
import { TallyLines } from './tally-lines.tsx'

/** Every check that was stated of what would leave, who let it go, and why; the latest first. */
export function Stated({ stated, content }: Pick<ReleaseCheckView, 'stated' | 'content'>) {
  const { say } = useTongue()
  if (stated.length === 0) return <p className={styles.quiet}>{say('release.stated.none')}</p>
  return (
    <ul className={styles.stated}>
      {stated.map((release) => (
        <li key={release.id} data-old={release.content !== content}>
          <p>
            {say('release.stated.by')} <bdi>{release.proposedByName}</bdi> ·{' '}
            <MomentText time={release.proposedAt} />
            {release.content === content ? null : <> · {say('release.stated.old')}</>}
          </p>
          <TallyLines flags={release.flags} />
          {release.reason === '' ? null : <q dir="auto">{release.reason}</q>}
          <LetGo release={release} isCurrent={release.content === content} />
        </li>
      ))}
    </ul>
  )
}

function LetGo({ release, isCurrent }: { readonly release: ReleaseStated; readonly isCurrent: boolean }) {
  const { say } = useTongue()
  const { data } = useSuspenseQuery(session)
  const may = useMay('approve-release')
  if (release.approvedAt !== null)
    return (
      <p>
        <strong>{say('release.approved.by')}</strong> <bdi>{release.approvedByName}</bdi> ·{' '}
        <MomentText time={release.approvedAt} /> · <q dir="auto">{release.approvedBecause}</q>
      </p>
    )
  if (!isCurrent || !release.flags.some(blocks)) return null
  if (release.proposedBy === data.member.id)
    return <p className={styles.quiet}>{say('release.waits-for-another')}</p>
  return may ? <Approve release={release} /> : null
}

/** Somebody other than whoever proposed it lets it go, with a reason of their own. */
function Approve({ release: { id } }: { readonly release: ReleaseStated }) {
  const { say } = useTongue()
  const { run, busy, refusal } = useAct()
  return (
    <ReasonForm
      title={say('release.approve')}
      note={say('release.approve.note')}
      does={say('release.approve.do')}
      label={say('release.reason')}
      help={say('release.reason.help')}
      lacks={missing('reason')}
      {...{ busy, refusal }}
      onDecide={(reason) => run(`/releases/${id}/approval`, { reason })}
    />
  )
}
