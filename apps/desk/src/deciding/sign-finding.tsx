import type { FindingView } from '@corroborate/server/api'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { StandardForm } from './standard-form.tsx'

/** Signs a finding that nobody has signed: by which standard of proof, and why. */
export function SignFinding({ view: { finding } }: { readonly view: FindingView }) {
  const { say } = useTongue()
  const may = useMay('sign')
  const { run, busy, refusal } = useAct()
  if (!may || finding.signer !== null) return null
  return (
    <StandardForm
      title={say('work.sign')}
      note={say('work.sign.note')}
      does={say('work.sign.do')}
      reasonsLabel={say('desk.finding.reasons')}
      busy={busy}
      refusal={refusal}
      onDecide={async (standardOfProof, reasons) => {
        await run(`/findings/${finding.id}/signature`, { standardOfProof, reasons })
      }}
    />
  )
}
