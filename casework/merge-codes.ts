import { refuse, type CodeId } from '@corroborate/base'
import { codeInForce, type Code } from '@corroborate/testimony'
import { codes, updateCode } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS } from './coder.ts'
import type { InInvestigation } from './desk.ts'

export interface MergeCodes extends InInvestigation {
  readonly code: CodeId
  readonly into: CodeId
}

/**
 * Lets one code count as another from here on. Every coding keeps the code that its coder gave it, so that none is lost;
 * what lay within the merged code lies within the other, and its key is free.
 */
export const mergeCodes = act(
  'codes.merged',
  CODERS,
  async (desk, { investigation, code: id, into }: MergeCodes) => {
    const { db } = desk.store
    const system = await codes(db, investigation)
    const code = system.get(id)
    const target = system.get(codeInForce(system, into))
    if (code === undefined || target === undefined) return NOT_FOUND
    if (code.mergedInto !== null) return refuse('merged-before', `${code.code} was merged before`)
    if (target.id === id) return refuse('itself', `${code.code} is that code already`)
    const moved = [...system.values()].filter((one) => one.within === id)
    const records = [
      ...moved.map((child): Code => ({ ...child, within: placeOf(child, target, code) })),
      { ...code, mergedInto: target.id, key: null },
    ]
    for (const record of records) await updateCode(db, investigation, record)
    return done<null>(null, {
      subject: id,
      content: { code: id, into: target.id, moved: moved.map((one) => one.id), records },
    })
  },
)

/** Where what lay within the merged code goes: the code that it is merged into may be one of them, and takes its place. */
function placeOf(child: Code, target: Code, code: Code): CodeId | null {
  return child.id === target.id ? code.within : target.id
}
