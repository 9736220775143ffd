import { useState } from 'react'
import { blocks, tallyOf, type Flag } from '@corroborate/disclosure'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { Field } from '../how-many/ask/fields.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { TallyLines } from './tally-lines.tsx'

interface StateCheckProps {
  readonly report: string
  readonly content: string
  readonly flags: readonly Flag[]
}

/** States what the check found, as a tally that tells nothing of what was found; where it stops the report, with the reason to let it go all the same. */
export function StateCheck({ report, content, flags }: StateCheckProps) {
  const { say } = useTongue()
  const may = useMay('publish')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const stops = flags.some(blocks)
  const lacksReason = stops && reason.trim() === ''
  const decide = async () => {
    setTried(true)
    if (!lacksReason)
      await run(`/reports/${report}/releases`, { content, flags: tallyOf(flags), reason: reason.trim() })
  }
  return (
    <DecisionForm
      title={say(stops ? 'release.propose' : 'release.state')}
      note={say(stops ? 'release.propose.note' : 'release.state.note')}
      does={say('release.state.do')}
      busy={busy}
      refusal={refusal}
      onDecide={decide}
    >
      <TallyLines flags={tallyOf(flags)} />
      <Field
        label={say('release.reason')}
        help={say('release.reason.help')}
        lines={2}
        value={reason}
        onChange={setReason}
        fault={tried && lacksReason ? missing('reason') : undefined}
      />
    </DecisionForm>
  )
}
