import { useState } from 'react'
import type { Refusal, Words } from '@corroborate/base'
import { STANDARDS_OF_PROOF, type StandardOfProof } from '@corroborate/findings'
import { missing, NO_WORDS, wordsOf } from '../how-many/ask/draft.ts'
import { WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useTongue } from '../locale.tsx'
import { DecisionForm } from './decision-form.tsx'

interface StandardFormProps {
  readonly title: string
  readonly note?: string
  /** What the button says. */
  readonly does: string
  readonly reasonsLabel: string
  readonly busy: boolean
  readonly refusal: Refusal | null
  /** Called once both are there. */
  readonly onDecide: (standard: StandardOfProof, reasons: Words) => Promise<void>
}

/** A decision by a standard of proof, with its reasons; neither is supposed. */
export function StandardForm({ reasonsLabel, onDecide, ...form }: StandardFormProps) {
  const { say } = useTongue()
  const [standard, setStandard] = useState<StandardOfProof | null>(null)
  const [reasons, setReasons] = useState(NO_WORDS)
  const [tried, setTried] = useState(false)
  const why = wordsOf(reasons)
  const decide = async () => {
    setTried(true)
    if (standard !== null && why !== null) await onDecide(standard, why)
  }
  return (
    <DecisionForm {...form} onDecide={decide}>
      <OneOf
        label={say('desk.finding.proof')}
        options={STANDARDS_OF_PROOF.map((id) => ({ id, name: say(`proof.${id}`) }))}
        chosen={standard}
        choose={setStandard}
        fault={tried && standard === null ? missing('standard') : undefined}
      />
      <WordsField
        label={reasonsLabel}
        lines={3}
        value={reasons}
        onChange={setReasons}
        fault={tried && why === null ? missing('reasons') : undefined}
      />
    </DecisionForm>
  )
}
