import type { CodeId } from '@corroborate/base'
import type { BroughtCode } from '@corroborate/interchange'
import { isCodeKey, wouldCircle, type Code, type Coding } from '@corroborate/testimony'
import { FreeCodes } from './free-codes.ts'
import { isSame, stayOut, type Merging } from './merging.ts'
import { codingKey } from './work-here.ts'

/** Codes that are not here. Other programs give a code a new GUID each time: it is known by its name and place in the tree, too. */
export function mergeCodes(merging: Merging, brought: readonly BroughtCode[]): readonly Code[] {
  const { here, codes: standsFor } = merging
  const free = new FreeCodes('code', here.taken.code)
  const added: BroughtCode[] = []
  for (const code of brought) {
    const known = here.codes.get(code.id) ?? sameName(merging, code)
    standsFor.set(code.id, known?.id ?? code.id)
    if (known === undefined) added.push(code)
    else if (code.code === null || isSame(known, { ...code, code: known.code })) merging.same.codes++
    else stayOut(merging, 'code', code.code, 'differs')
  }
  const system = new Map(here.codes)
  const keys = new Set(
    [...system.values()].flatMap(({ key, mergedInto }) => (mergedInto === null ? (key ?? []) : [])),
  )
  const made = added.map((came): Code => {
    const { id, name, memo, key } = came
    const isFree = key !== null && isCodeKey(key) && !keys.has(key)
    if (isFree && came.mergedInto === null) keys.add(key)
    return {
      id,
      code: free.give(came.code),
      name,
      within: null,
      key: isFree ? key : null,
      memo,
      mergedInto: null,
    }
  })
  for (const code of made) system.set(code.id, code)
  const known = (id: CodeId | null) => {
    const stands = id === null ? null : (standsFor.get(id) ?? id)
    return stands !== null && system.has(stands) ? stands : null
  }
  return made.map((code, i) => {
    const [within, mergedInto] = [known(added[i]?.within ?? null), known(added[i]?.mergedInto ?? null)]
    const placed = {
      ...code,
      within: wouldCircle(system, { code: code.id, within }) ? null : within,
      mergedInto: mergedInto === code.id ? null : mergedInto,
    }
    system.set(code.id, placed)
    return placed
  })
}

/** A code of ours under the same one, with the same name in the language it came in. */
function sameName({ here, codes }: Merging, { code, name, within }: BroughtCode): Code | undefined {
  if (code !== null) return undefined
  const under = within === null ? null : (codes.get(within) ?? within)
  return [...here.codes.values()].find(
    (one) =>
      one.mergedInto === null &&
      one.within === under &&
      (name.en === undefined ? one.name.ar === name.ar : one.name.en === name.en),
  )
}

/** Codings that are not here, by whoever coded: they need not be a member. */
export function mergeCodings(merging: Merging, brought: readonly Coding[]): readonly Coding[] {
  const seen = new Map(merging.here.codings)
  return brought.flatMap((came) => {
    const [passage, code] = [merging.passages.get(came.passage), merging.codes.get(came.code)]
    if (passage === undefined) return stayOut(merging, 'coding', came.by, 'passage-not-here')
    if (code === undefined) return stayOut(merging, 'coding', came.by, 'code-not-here')
    const coding: Coding = { ...came, passage, code, at: came.at === '' ? merging.now : came.at }
    const before = seen.get(codingKey(coding))
    if (before !== undefined) {
      if (before.memo !== coding.memo) return stayOut(merging, 'coding', came.by, 'differs')
      merging.same.codings++
      return []
    }
    seen.set(codingKey(coding), coding)
    return [coding]
  })
}
