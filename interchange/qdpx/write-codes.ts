import { wordsIn, type CodeId, type Locale } from '@corroborate/base'
import type { Code } from '@corroborate/testimony'
import { xml, xmlText } from './xml-out.ts'

/**
 * Codes as nested elements, in their order. A code that was merged stays in its place and is given to nobody. A code within one that is not
 * there, or within itself, stands at the top.
 * @param about what stands inside a code before the codes within it
 */
export function writeCodes(
  codes: readonly Code[],
  { locale, about }: { readonly locale: Locale; readonly about: (code: Code) => readonly string[] },
): readonly string[] {
  const below = Map.groupBy(codes, ({ within }) => within)
  const written = new Set<CodeId>()
  const element = (code: Code): readonly string[] => {
    if (written.has(code.id)) return []
    written.add(code.id)
    const inside = (below.get(code.id) ?? []).flatMap(element)
    const attributes = {
      guid: code.id,
      name: wordsIn(locale, code.name),
      isCodable: code.mergedInto === null,
    }
    return [xml('Code', attributes, ...about(code), ...inside)]
  }
  const known = new Set(codes.map(({ id }) => id))
  const tops = codes.filter(({ within }) => within === null || !known.has(within))
  return [...tops, ...codes].flatMap(element)
}

/** A memo where there is no room for notes. */
export function description({ memo }: Code): readonly string[] {
  return memo === null ? [] : [xml('Description', {}, xmlText(memo))]
}
