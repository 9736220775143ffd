import { findNames, type NameIndex, type Spotted } from '@corroborate/testimony'
import type { Flag, FlagKind } from './flag.ts'
import type { OutputText } from './release-output.ts'

/** No name goes on over it. */
const BETWEEN = '\n|\n'
/** Signs that part words in names of files and addresses, where running text has a space. */
const JOINS = /[_+&=]/g

/**
 * Sealed names in any script, spelling and inflection, anywhere in the output. All texts are searched as one: a word that stands in a hundred of them
 * is looked up once.
 */
export function namesInOutput(texts: readonly OutputText[], names: NameIndex): readonly Flag[] {
  const laid = texts.map(({ place, text }) => ({ place, text: readable(text) }))
  const whole = laid.map(({ text }) => text).join(BETWEEN)
  const found = findNames(whole, names)
  const flags: Flag[] = []
  let [next, from] = [0, 0]
  for (const { place, text } of laid) {
    const to = from + text.length
    for (let hit = found[next]; hit !== undefined && hit.start < to; hit = found[++next])
      flags.push({
        kind: kindOf(hit),
        place,
        args: { exact: whole.slice(hit.start, hit.end), tokens: hit.tokens.join(', ') },
      })
    from = to + BETWEEN.length
  }
  return flags
}

/** A name behind percent signs (in a link, in the name of a file) is a name. */
function readable(text: string): string {
  const spaced = text.replace(JOINS, ' ')
  if (!/%[0-9a-f]{2}/i.test(spaced)) return spaced
  return spaced.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

function kindOf({ kind }: Spotted): FlagKind {
  if (kind === 'name') return 'sealed-name'
  return kind === 'sounds-like' ? 'name-by-sound' : 'part-of-name'
}
