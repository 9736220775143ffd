import { indexText } from '../code-points.ts'
import type { Candidate } from './candidate.ts'
import { findNames, type NameIndex } from './find-names.ts'
import { findTraces, overlapsAny } from './find-traces.ts'

/**
 * Everything in a text that may give somebody away, in its order, for a person to decide on: names of the register in any spelling and
 * inflection, then what has the form of a name, a number or an address. Misses names that are not in the register and have no such form;
 * Arabic has no capitals, so there it sees such names only after a title.
 * @param text frozen (`freezeText`): positions count its code points
 */
export function findCandidates(text: string, names: NameIndex): readonly Candidate[] {
  const sure = findNames(text, names)
  const traces = findTraces(text).filter((trace) => !overlapsAny(trace, sure))
  const index = indexText(text)
  return [...sure, ...traces]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, ...spotted }) => ({
      ...spotted,
      start: index.codePointAt(start),
      end: index.codePointAt(end),
      exact: text.slice(start, end),
    }))
}
