import { blocks, tallyOf, type Flag } from '@corroborate/disclosure'
import { ReasonForm } from '../deciding/reason-form.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { TallyLines } from './tally-lines.tsx'

interface StateCheckProps {
  /** Where what is checked stands, below the investigation. */
  readonly at: string
  readonly content: string
  readonly flags: readonly Flag[]
}

/** States what the check found, as a tally that tells nothing of what was found; where it stops what would leave, with the reason to let it go all the same. */
export function StateCheck({ at, content, flags }: StateCheckProps) {
  const { say } = useTongue()
  const may = useMay('publish')
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const stops = flags.some(blocks)
  const tally = tallyOf(flags)
  return (
    <ReasonForm
      title={say(stops ? 'release.propose' : 'release.state')}
      note={say(stops ? 'release.propose.note' : 'release.state.note')}
      does={say('release.state.do')}
      label={say('release.reason')}
      help={say('release.reason.help')}
      lacks={stops ? missing('reason') : undefined}
      {...{ busy, refusal }}
      onDecide={(reason) => run(`${at}/releases`, { content, flags: tally, reason })}
    >
      <TallyLines flags={tally} />
    </ReasonForm>
  )
}
