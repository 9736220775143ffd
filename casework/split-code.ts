import { refuse, type CodeId } from '@corroborate/base'
import { codeInForce, codingsInForce, type Code, type Coding } from '@corroborate/testimony'
import {
  codes,
  codingsSeenBy,
  deleteCoding,
  insertCodes,
  moveCoding,
  type CodingAt,
  type Db,
} from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS, coderAt } from './coder.ts'
import type { InInvestigation } from './desk.ts'
import { fitting, type CodeSaid } from './make-code.ts'
import { nameRecord } from './name-record.ts'

export interface SplitCode extends InInvestigation, Pick<CodeSaid, 'name' | 'key' | 'memo'> {
  readonly code: CodeId
  /** What goes under the new code; the rest stays. */
  readonly codings: readonly Pick<CodingAt, 'passage' | 'coder'>[]
}

/** Parts a code in two: a new one beside it takes the codings that are named. Each stays that of its coder, and none is lost. */
export const splitCode = act('code.split', CODERS, async (desk, input: SplitCode) => {
  const { investigation, code: id, codings, ...said } = input
  const { db } = desk.store
  const system = await codes(db, investigation)
  const from = system.get(id)
  if (from === undefined) return NOT_FOUND
  if (from.mergedInto !== null) return refuse('merged-before', `${from.code} was merged into another`)
  const named = await nameRecord(desk, { investigation, kind: 'code', code: null })
  if (!named.ok) return named
  const code: Code = { ...named.value, ...said, within: from.within, mergedInto: null }
  const fits = await fitting(db, { investigation, code })
  if (!fits.ok) return fits
  const alike = [...system.keys()].filter((one) => codeInForce(system, one) === id)
  const { coder: member } = await coderAt(desk)
  const seen = await codingsSeenBy(db, investigation, { member, codes: alike })
  const moved = seen.filter((one) =>
    codings.some(({ passage, coder }) => passage === one.passage && coder === one.coder),
  )
  if (codingsInForce(system, moved).length < codings.length) return NOT_FOUND
  if (moved.length === 0) return refuse('nothing-to-part', 'a code is parted by what goes under the new one')
  await insertCodes(db, investigation, [code])
  const kept = await moveTo(db, { investigation, codings: moved, to: code.id })
  return done<CodeId>(code.id, {
    subject: code.id,
    content: { code, from: id, moved, records: [code, ...kept] },
  })
})

/** What one coder said of a passage under two codes that became one is one coding, and goes as one. Answers how they stand now. */
async function moveTo(
  db: Db,
  {
    investigation,
    codings,
    to,
  }: InInvestigation & { readonly codings: readonly Coding[]; readonly to: CodeId },
): Promise<readonly Coding[]> {
  const kept = new Map<string, Coding>()
  for (const coding of codings) {
    const name = `${coding.passage} ${coding.coder}`
    if (kept.has(name)) await deleteCoding(db, investigation, coding)
    else {
      await moveCoding(db, investigation, { ...coding, to })
      kept.set(name, { ...coding, code: to })
    }
  }
  return [...kept.values()]
}
