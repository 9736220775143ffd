import {
  knownAs,
  nameFeatures,
  NAME_OPENERS,
  partLevel,
  PART_LEVELS,
  readName,
  scriptOf,
  USUAL_NAMES,
  type NamePart,
} from '@corroborate/linkage/names'
import { partsInWord, soundOf } from './sounds-of.ts'

/** A part of a name that is sought: the sounds under which it may stand, in either script. */
export interface PartSought {
  readonly part: NamePart
  readonly sounds: readonly string[]
  /** For عبد الرحمن and أبو علي, which texts write as one word and as two: the words that open it, and what they open. */
  readonly opened: { readonly by: readonly string[]; readonly then: PartSought } | null
}

/** The parts of a name as it was typed, articles and "son of" left out; none where no letter of a name is left. */
export function partsSought(name: string): readonly PartSought[] {
  return readName(name, USUAL_NAMES).parts.map(partSought)
}

function partSought(part: NamePart): PartSought {
  const spelled = [part, ...spellingsOf(part)]
  return { part, sounds: [...new Set(spelled.flatMap((one) => soundOf(one) ?? []))], opened: openedIn(part) }
}

/** The known names that the part may be, as both scripts spell them: Osman is عثمان, of other consonants. */
function spellingsOf({ text }: NamePart): readonly Pick<NamePart, 'text' | 'script'>[] {
  return knownAs(text, USUAL_NAMES).flatMap((name) =>
    (SPELLINGS.get(name) ?? []).map((spelling) => ({ text: spelling, script: scriptOf(spelling) })),
  )
}

const SPELLINGS: ReadonlyMap<number, readonly string[]> = spellingsByName()

function spellingsByName(): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const [spelling, names] of USUAL_NAMES.bySpelling)
    for (const name of names) found.set(name, [...(found.get(name) ?? []), spelling])
  return found
}

function openedIn(part: NamePart): PartSought['opened'] {
  const opener = [...NAME_OPENERS.values()].find(
    ({ particle, as }) =>
      part.particles.includes(particle) && part.text.startsWith(as) && part.text.length > as.length,
  )
  if (opener === undefined) return null
  const by = [...NAME_OPENERS]
    .filter(([, { particle }]) => particle === opener.particle)
    .map(([word]) => word)
  const rest: NamePart = { ...part, text: part.text.slice(opener.as.length), particles: [] }
  return { by, then: partSought(rest) }
}

const NEAR = PART_LEVELS.indexOf('near')

/** Those of the forms that have its sound which may be this part of a name, and are not known to be another: حسن is not حسين. */
export function formsThatMayBe({ part }: PartSought, forms: readonly string[]): readonly string[] {
  return forms.filter((form) => {
    const features = nameFeatures([part, ...partsInWord(form)], USUAL_NAMES)
    return features.parts.some((_, at) => at > 0 && partLevel(features, 0, at) >= NEAR)
  })
}
