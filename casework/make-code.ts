import { ok, refuse, type CodeId, type Outcome } from '@corroborate/base'
import { isCodeKey, wouldCircle, type Code } from '@corroborate/testimony'
import { codes, insertCodes, type Db } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS } from './coder.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord } from './name-record.ts'

/** What is said of a code, beside the code itself. */
export type CodeSaid = Pick<Code, 'name' | 'within' | 'key' | 'memo'>

export interface MakeCode extends InInvestigation, CodeSaid {}

/** Makes a code that passages can be put under. All coders of the investigation have it. */
export const makeCode = act('code.made', CODERS, async (desk, { investigation, ...said }: MakeCode) => {
  const { db } = desk.store
  const named = await nameRecord(desk, { investigation, kind: 'code', code: null })
  if (!named.ok) return named
  const code: Code = { ...named.value, ...said, mergedInto: null }
  const fits = await fitting(db, { investigation, code })
  if (!fits.ok) return fits
  await insertCodes(db, investigation, [code])
  return done<CodeId>(code.id, { subject: code.id, content: code })
})

/** Whether a code can stand in its system: under one that is there and not under itself, by a key that is free. */
export async function fitting(
  db: Db,
  { investigation, code }: InInvestigation & { readonly code: Code },
): Promise<Outcome<null, 'not-found' | 'key-reserved' | 'key-taken' | 'within-itself'>> {
  const system = await codes(db, investigation)
  const { within, key } = code
  if (within !== null && !system.has(within)) return NOT_FOUND
  if (wouldCircle(system, { code: code.id, within }))
    return refuse('within-itself', 'a code cannot lie within itself')
  if (key === null) return ok(null)
  if (!isCodeKey(key)) return refuse('key-reserved', `“${key}” is no key that a code can have`)
  const other = [...system.values()].find(
    (one) => one.key === key && one.id !== code.id && one.mergedInto === null,
  )
  return other === undefined ? ok(null) : refuse('key-taken', `the key “${key}” is that of ${other.code}`)
}
