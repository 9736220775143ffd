import type { Consent } from '@corroborate/testimony'
import { ReasonForm } from '../deciding/reason-form.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'

/** Takes a consent back, at the witness's wish; what follows is shown where it stands. */
export function Withdraw({ consent }: { readonly consent: Consent }) {
  const { say } = useTongue()
  const may = useMay('withdraw')
  const { run, busy, refusal } = useAct()
  if (!may) return null
  return (
    <ReasonForm
      title={say('consent.withdraw')}
      note={say('consent.withdraw.note')}
      does={say('consent.withdraw.do')}
      label={say('consent.withdraw.reason')}
      help={say('consent.withdraw.reason.help')}
      {...{ busy, refusal }}
      onDecide={(reason) => run(`/consents/${consent.id}/withdrawal`, { reason })}
    />
  )
}
