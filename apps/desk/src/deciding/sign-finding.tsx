import { useState } from 'react'
import { STANDARDS_OF_PROOF, type StandardOfProof } from '@corroborate/findings'
import type { FindingView } from '@corroborate/server/api'
import { missing, NO_WORDS, wordsOf } from '../how-many/ask/draft.ts'
import { WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { DecisionForm } from './decision-form.tsx'

/** Signs a finding that nobody has signed: by which standard of proof, and why. */
export function SignFinding({ view: { finding } }: { readonly view: FindingView }) {
  const { say } = useTongue()
  const may = useMay('sign')
  const [standardOfProof, setStandard] = useState<StandardOfProof | null>(null)
  const [reasons, setReasons] = useState(NO_WORDS)
  const [tried, setTried] = useState(false)
  const { run, busy, refusal } = useAct()
  if (!may || finding.signer !== null) return null
  const why = wordsOf(reasons)
  const decide = async () => {
    setTried(true)
    if (standardOfProof === null || why === null) return
    await run(`/findings/${finding.id}/signature`, { standardOfProof, reasons: why })
  }
  return (
    <DecisionForm
      title={say('work.sign')}
      note={say('work.sign.note')}
      does={say('work.sign.do')}
      busy={busy}
      refusal={refusal}
      onDecide={decide}
    >
      <OneOf
        label={say('desk.finding.proof')}
        options={STANDARDS_OF_PROOF.map((id) => ({ id, name: say(`proof.${id}`) }))}
        chosen={standardOfProof}
        choose={setStandard}
        fault={tried && standardOfProof === null ? missing('standard') : undefined}
      />
      <WordsField
        label={say('desk.finding.reasons')}
        lines={3}
        value={reasons}
        onChange={setReasons}
        fault={tried && why === null ? missing('reasons') : undefined}
      />
    </DecisionForm>
  )
}
