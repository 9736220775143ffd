import { NORMALISE_STEPS, type NormaliseStep } from '../names/letters.ts'
import type { KnownNames } from '../names/known-names.ts'
import type { Role } from '../names/name-part.ts'
import { normaliseName } from '../names/normalise-name.ts'
import type { Particle } from '../names/particles.ts'
import { readName, readPart } from '../names/read-name.ts'
import type { FieldKind } from '../settings.ts'

/** What reading made of a record's words before they were compared. */
export interface WordsRead {
  readonly steps: readonly NormaliseStep[]
  readonly particles: readonly Particle[]
  readonly repaired: boolean
  readonly role: Role | null
}

const NOTHING: WordsRead = { steps: [], particles: [], repaired: false, role: null }

/** The part of a whole name that stands in each column: `name/father`. */
const ROLE_OF_COLUMN: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['given', 'given'],
  ['father', 'father'],
  ['grandfather', 'grandfather'],
  ['family', 'family'],
])

/** How the words of each kind are read: as a whole name, as one name, as a text; days and numbers need no folding. */
const READ_AS: Readonly<Record<FieldKind, 'whole-name' | 'name' | 'category' | 'text' | 'as-it-is'>> = {
  'full-name': 'whole-name',
  'given-name': 'name',
  'father-name': 'name',
  'grandfather-name': 'name',
  'family-name': 'name',
  category: 'category',
  text: 'text',
  place: 'text',
  identifier: 'text',
  day: 'as-it-is',
  age: 'as-it-is',
  'whole-number': 'as-it-is',
}

/** @param part of a whole name, what stands after the slash in its column; null of other fields */
export function readWords(
  words: string,
  {
    kind,
    part,
    known,
  }: { readonly kind: FieldKind; readonly part: string | null; readonly known: KnownNames },
): WordsRead {
  switch (READ_AS[kind]) {
    case 'whole-name':
      return ofWholeName(words, ROLE_OF_COLUMN.get(part ?? '') ?? null, known)
    case 'name': {
      const read = readPart(words, known)
      const { steps } = normaliseName(words)
      return { steps, particles: read?.particles ?? [], repaired: read?.repaired ?? false, role: null }
    }
    case 'category':
      return { ...NOTHING, steps: stepsOfText(words, false) }
    case 'text':
      return { ...NOTHING, steps: stepsOfText(words, true) }
    case 'as-it-is':
      return NOTHING
  }
}

function ofWholeName(words: string, role: Role | null, known: KnownNames): WordsRead {
  const { parts, steps } = readName(words, known)
  const part = parts.find((each) => each.role === role)
  return { steps, particles: part?.particles ?? [], repaired: part?.repaired ?? false, role }
}

/** Texts that are no names are folded less (see `readColumn`): one form, one case, signs to spaces, which then go where they tell nothing apart. */
function stepsOfText(words: string, spacesGo: boolean): readonly NormaliseStep[] {
  const form = words.normalize('NFKC')
  const lower = form.toLowerCase()
  const done = new Set<NormaliseStep>()
  if (form !== words.normalize('NFC')) done.add('compatibility-forms')
  if (lower !== form) done.add('case')
  if (/[^\p{L}\p{M}\p{N}@.\s]/u.test(lower)) done.add('punctuation')
  if (/^\s|\s$|\s\s|[^\S ]/u.test(lower) || (spacesGo && /\s/u.test(lower))) done.add('spaces')
  return NORMALISE_STEPS.filter((step) => done.has(step))
}
