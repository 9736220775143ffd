import { missing } from '../how-many/ask/draft.ts'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { ReasonForm } from './reason-form.tsx'

/** Sets a claim against a finding aside, with the reason; the claim stays where it is and is shown. */
export function DismissContrary({ finding, claim }: { readonly finding: string; readonly claim: string }) {
  const { say } = useTongue()
  const may = useMay('find')
  const { run, busy, refusal } = useAct()
  if (!may) return null
  return (
    <ReasonForm
      title={say('work.dismiss')}
      does={say('work.dismiss')}
      label={say('work.resolve.reason')}
      lacks={missing('reasons')}
      {...{ busy, refusal }}
      onDecide={(reason) => run(`/findings/${finding}/dismissals`, { claim, reason })}
    />
  )
}
