import type { CodeId, InvestigationId } from '@corroborate/base'
import { codeInForce, codingsInForce, type Code, type Coding } from '@corroborate/testimony'
import { codes, codingsSeenBy, passageCards, type Db } from '@corroborate/store'
import type { CodesView, CodeView } from '../shapes.ts'
import { readingIn, type Reader } from './reader.ts'
import { codingShown } from './text.ts'

/** Which codes are there, and how much is under each? */
export function readCodes(reader: Reader, investigation: InvestigationId): Promise<CodesView | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const system = await codes(db, investigation)
    const seen = await seenUnder(db, { reader, investigation, system, under: [...system.keys()] })
    const counts = Map.groupBy(seen, (coding) => coding.code)
    const standing = [...system.values()].filter(({ mergedInto }) => mergedInto === null)
    return { codes: standing.map((code) => ({ ...code, codings: counts.get(code.id)?.length ?? 0 })) }
  })
}

/** What was put under this code? */
export function readCode(
  reader: Reader,
  { investigation, code: id }: { readonly investigation: InvestigationId; readonly code: CodeId },
): Promise<CodeView | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const system = await codes(db, investigation)
    const code = system.get(codeInForce(system, id))
    if (code === undefined) return null
    const under = [...system.keys()].filter((one) => codeInForce(system, one) === code.id)
    const seen = await seenUnder(db, { reader, investigation, system, under })
    const refs = await passageCards(db, investigation, [...new Set(seen.map(({ passage }) => passage))])
    return {
      code,
      codings: seen.flatMap((coding) => {
        const passage = refs.get(coding.passage)
        return passage === undefined ? [] : [{ ...codingShown(coding, reader.member), passage }]
      }),
    }
  })
}

async function seenUnder(
  db: Db,
  of: {
    readonly reader: Reader
    readonly investigation: InvestigationId
    readonly system: ReadonlyMap<CodeId, Code>
    readonly under: readonly CodeId[]
  },
): Promise<readonly Coding[]> {
  const { member } = of.reader
  if (member === null || member === 'operator' || of.under.length === 0) return []
  return codingsInForce(of.system, await codingsSeenBy(db, of.investigation, { member, codes: of.under }))
}
