import type { BroughtPassage, BroughtText } from '@corroborate/interchange'
import { contextOf, freezeText, indexText, type Passage, type Text } from '@corroborate/testimony'
import { FreeCodes } from './free-codes.ts'
import { stayOut, type Merging } from './merging.ts'
import { stretchKey } from './work-here.ts'

/** Texts that are not here. One that is here with other words is never written over: it stays out, and all that was done in it. */
export function mergeTexts(merging: Merging, brought: readonly BroughtText[]): readonly Text[] {
  const codeOf = codesOfTexts(merging, brought)
  return brought.flatMap((came) => {
    const { id, code, title, source, language, kind, translationOf, version, turns, machine } = came
    const name = code ?? title.en ?? title.ar ?? id
    const { content, sha256 } = freezeText(came.content)
    const here = merging.here.texts.get(id)
    if (here !== undefined) {
      if (here.sha256 !== sha256) return stayOut(merging, 'text', name, 'words-differ')
      merging.same.texts++
      merging.texts.set(id, { text: here, index: indexText(here.content) })
      return []
    }
    if (!merging.known.sources.has(source)) return stayOut(merging, 'text', name, 'source-not-here')
    const original = translationOf === null ? null : merging.texts.get(translationOf)?.text.id
    if (original === undefined) return stayOut(merging, 'text', name, 'original-not-here')
    const given = codeOf(came)
    if (given === null) return stayOut(merging, 'text', name, 'words-differ')
    const added: Text = {
      ...{ id, code: given, source, title, language, kind, translationOf: original, version },
      ...{ content, sha256, turns, readFrom: { ...merging.readFrom, machine } },
    }
    merging.texts.set(id, { text: added, index: indexText(content) })
    return [added]
  })
}

/**
 * All versions of a text keep one code: that of those that are here, or theirs, unless another text goes by it here. Null for a version of a text
 * that somebody went on from here in other words: two cannot be the next one.
 */
function codesOfTexts(
  { here }: Merging,
  brought: readonly BroughtText[],
): (text: BroughtText) => string | null {
  const free = new FreeCodes('text', here.taken.text)
  const came = Map.groupBy(brought, ({ code }) => code)
  const given = new Map<string, string | null>()
  const codeFor = (code: string): string | null => {
    const ids = (came.get(code) ?? []).map(({ id }) => id)
    const there = ids.flatMap((id) => here.texts.get(id) ?? [])
    const [first] = there
    if (first === undefined) return free.give(code)
    const ours = new Set(there.map(({ id }) => id))
    return here.versions.get(first.code)?.every((id) => ours.has(id)) === true ? first.code : null
  }
  return ({ code }) => {
    if (code === null) return free.give(null)
    const known = given.get(code)
    if (known !== undefined) return known
    const found = codeFor(code)
    given.set(code, found)
    return found
  }
}

/** Passages that are not here, each held against the words at its place. The same words are marked once. */
export function mergePassages(merging: Merging, brought: readonly BroughtPassage[]): readonly Passage[] {
  const free = new FreeCodes('passage', merging.here.taken.passage)
  return brought.flatMap((came) => {
    const { id, code, start, end, exact } = came
    const name = code ?? `“${exact.slice(0, 60)}”`
    const text = merging.texts.get(came.text)
    if (text === undefined) return stayOut(merging, 'passage', name, 'text-not-here')
    const at = { text: text.text.id, start, end }
    const here = merging.here.passages.get(id)
    const marked = here?.id ?? (code === null ? merging.here.marked.get(stretchKey(at)) : undefined)
    if (marked !== undefined) {
      merging.passages.set(id, marked)
      if (here !== undefined && stretchKey(here) !== stretchKey(at))
        return stayOut(merging, 'passage', name, 'differs')
      merging.same.passages++
      return []
    }
    if (start >= end || end > text.index.length || text.index.slice(start, end) !== exact)
      return stayOut(merging, 'passage', name, 'not-its-words')
    merging.passages.set(id, id)
    const around = { sha256: text.text.sha256, exact, ...contextOf(text.index, at) }
    return [{ id, code: free.give(code), ...at, ...around }]
  })
}
