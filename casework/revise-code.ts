import type { CodeId } from '@corroborate/base'
import type { Code } from '@corroborate/testimony'
import { codes, updateCode } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS } from './coder.ts'
import type { InInvestigation } from './desk.ts'
import { fitting, type CodeSaid } from './make-code.ts'

export interface ReviseCode extends InInvestigation, CodeSaid {
  readonly code: CodeId
}

/** Names a code otherwise, moves it in the tree, gives it another key or memo. What was coded with it stays so. */
export const reviseCode = act(
  'code.revised',
  CODERS,
  async (desk, { investigation, code: id, ...said }: ReviseCode) => {
    const { db } = desk.store
    const before = (await codes(db, investigation)).get(id)
    if (before === undefined) return NOT_FOUND
    const code: Code = { ...before, ...said }
    const fits = await fitting(db, { investigation, code })
    if (!fits.ok) return fits
    await updateCode(db, investigation, code)
    return done<null>(null, { subject: id, content: code })
  },
)
