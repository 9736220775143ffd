import { useState } from 'react'
import { Button } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import type { RatedCell } from '@corroborate/findings'
import type { ClaimRow, FindingView } from '@corroborate/server/api'
import { missing, NO_WORDS, wordsOf, type DraftWords } from '../how-many/ask/draft.ts'
import { Field, FieldGroup, WordsField } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import inputs from '../styles/ask.module.css'
import { DecisionForm } from './decision-form.tsx'
import { claimsBeneath, useExplanationName, useRatings } from './explanation-names.ts'

const UNRATED: RatedCell = { rating: null, reason: null }

/** Cells by claim and number of the explanation; what nobody has said is not there. */
type Cells = ReadonlyMap<string, RatedCell>

function keyOf({ id }: ClaimRow, nth: number): string {
  return `${id} ${nth}`
}

/** Weighs the claims of a finding against other explanations: begins from the last weighing, and is kept whole as a new one. */
export function WeighExplanations({ view }: { readonly view: FindingView }) {
  const { say } = useTongue()
  const kept = view.explanations
  const [others, setOthers] = useState<readonly DraftWords[]>(
    kept === null ? [NO_WORDS] : kept.others.map((words) => ({ ...NO_WORDS, ...words })),
  )
  const [cells, setCells] = useState<Cells>(() => cellsOf(kept))
  const [tried, setTried] = useState(false)
  const { run, busy, refusal } = useAct()
  const claims = claimsBeneath(view.matrix)
  const weigh = async () => {
    setTried(true)
    const written = others.flatMap((words) => wordsOf(words) ?? [])
    if (written.length < others.length) return
    const rows = claims.map((claim) => ({
      claim: claim.id,
      cells: [0, ...others.map((_, at) => at + 1)].map((nth) => cells.get(keyOf(claim, nth)) ?? UNRATED),
    }))
    await run(`/findings/${view.finding.id}/explanations`, { others: written, rows })
  }
  return (
    <DecisionForm
      title={say('work.explain.do')}
      does={say('work.explain.keep')}
      busy={busy}
      refusal={refusal}
      onDecide={weigh}
    >
      {others.map((words, at) => (
        <WordsField
          // Explanations are only added, at the end: their place names them.
          key={at}
          label={say('work.explain.nth', { number: at + 1 })}
          lines={2}
          value={words}
          onChange={(changed) => setOthers(others.with(at, changed))}
          fault={tried && wordsOf(words) === null ? missing('explanation') : undefined}
        />
      ))}
      <div>
        <Button className="button" onPress={() => setOthers([...others, NO_WORDS])}>
          {say('work.explain.add')}
        </Button>
      </div>
      {claims.map((claim) => (
        <ClaimCells
          key={claim.id}
          claim={claim}
          explanations={others.length + 1}
          cells={cells}
          onChange={(nth, cell) => setCells(new Map(cells).set(keyOf(claim, nth), cell))}
        />
      ))}
    </DecisionForm>
  )
}

function cellsOf(kept: FindingView['explanations']): Cells {
  const rows = kept?.rows ?? []
  return new Map(
    rows.flatMap(({ claim, cells }) => cells.map((cell, nth) => [`${claim} ${nth}`, cell] as const)),
  )
}

interface ClaimCellsProps {
  readonly claim: ClaimRow
  readonly explanations: number
  readonly cells: Cells
  readonly onChange: (nth: number, cell: RatedCell) => void
}

/** How one claim sits with each explanation, and why where somebody says so. */
function ClaimCells({ claim, explanations, cells, onChange }: ClaimCellsProps) {
  const { say, locale } = useTongue()
  const name = useExplanationName()
  const ratings = useRatings()
  return (
    <FieldGroup title={`${claim.code} · ${wordsIn(locale, claim.proposition)}`}>
      {Array.from({ length: explanations }, (_, nth) => {
        const cell = cells.get(keyOf(claim, nth)) ?? UNRATED
        return (
          <div key={nth} className={inputs.pair}>
            <OneOf
              label={say('work.explain.with', { explanation: name(nth) })}
              options={ratings}
              chosen={cell.rating ?? 'unrated'}
              choose={(id) => onChange(nth, { ...cell, rating: id === 'unrated' ? null : id })}
            />
            <Field
              label={say('work.explain.why', { explanation: name(nth) })}
              value={cell.reason ?? ''}
              onChange={(words) => onChange(nth, { ...cell, reason: words === '' ? null : words })}
            />
          </div>
        )
      })}
    </FieldGroup>
  )
}
