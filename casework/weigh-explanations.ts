import { refuse, type FindingId, type Outcome, type Words } from '@corroborate/base'
import { readExplanations, type Explanations, type Finding } from '@corroborate/findings'
import { findingById, insertExplanations } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'
import { instant } from './time.ts'

export interface WeighExplanations extends InInvestigation, Pick<Explanations, 'others' | 'rows'> {
  readonly finding: FindingId
}

/**
 * Keeps how the claims under a finding sit with what it holds and with what else could explain them. It orders thought: no standing moves by it.
 * The last weighing holds; the others stay.
 */
export const weighExplanations = act(
  'explanations.weighed',
  ['reviewer'],
  async (desk, { investigation, finding: id, others, rows }: WeighExplanations) => {
    const { db } = desk.store
    const finding = await findingById(db, investigation, id)
    if (finding === null) return NOT_FOUND
    const sound = weighable(finding, { others, rows })
    if (!sound.ok) return sound
    const weighed = { finding: id, others, rows, by: await signature(desk), at: instant(desk.clock()) }
    await insertExplanations(db, investigation, weighed)
    return done<null>(null, { subject: id, content: weighed })
  },
)

/** Whether a weighing is whole: another explanation at least, each in words, and rows of claims that stand under the finding, each once. */
function weighable(
  { claimsFor, claimsAgainst }: Finding,
  { others, rows }: Pick<Explanations, 'others' | 'rows'>,
): Outcome<unknown> {
  if (others.length === 0)
    return refuse('no-other-explanation', 'what a finding holds is weighed against another')
  if (others.some(isEmpty)) return refuse('no-explanation', 'an explanation is written in words')
  const under = new Set([...claimsFor, ...claimsAgainst.map(({ claim }) => claim)])
  if (rows.some(({ claim }) => !under.has(claim)))
    return refuse('claim-elsewhere', 'what is weighed stands under the finding, for it or against it')
  if (new Set(rows.map(({ claim }) => claim)).size < rows.length)
    return refuse('row-twice', 'each claim has one row')
  return readExplanations({ others, rows })
}

function isEmpty({ en, ar }: Words): boolean {
  return [en, ar].every((words) => (words ?? '').trim() === '')
}
