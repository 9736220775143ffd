import type { Sought, SoughtAll } from './match.ts'
import { formsThatMayBe, type PartSought } from './name-sought.ts'
import type { Asked, Query } from './parse-query.ts'
import { stemOf } from './stem/stem-of.ts'

/** A form of the index and its number. */
export interface FormRef {
  readonly word: number
  readonly form: string
}

/** What a query needs to know of the forms of an index. */
export interface FormsNeeded {
  readonly forms: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
  readonly beginnings: ReadonlySet<string>
  readonly sounds: ReadonlySet<string>
}

/** The forms of an index, by what was needed of them. */
export interface FormsFound {
  readonly form: (form: string) => readonly FormRef[]
  readonly stem: (stem: string) => readonly FormRef[]
  readonly beginning: (beginning: string) => readonly FormRef[]
  readonly sound: (sound: string) => readonly FormRef[]
}

export function formsNeeded({ all, none }: Query): FormsNeeded {
  const needed = {
    forms: new Set<string>(),
    stems: new Set<string>(),
    beginnings: new Set<string>(),
    sounds: new Set<string>(),
  }
  const need: FormsFound = {
    form: (form) => noted(needed.forms, form),
    stem: (stem) => noted(needed.stems, stem),
    beginning: (beginning) => noted(needed.beginnings, beginning),
    sound: (sound) => noted(needed.sounds, sound),
  }
  for (const asked of [...all.flat(), ...none]) soughtBy(asked, need)
  return needed
}

function noted(set: Set<string>, one: string): readonly FormRef[] {
  set.add(one)
  return []
}

/** What is sought, in the forms that the index has for it. */
export function resolveQuery({ all, none }: Query, found: FormsFound): SoughtAll {
  return {
    all: all.map((group) => anyOf(group.map((asked) => soughtBy(asked, found)))),
    none: none.map((asked) => soughtBy(asked, found)),
  }
}

function anyOf(of: readonly Sought[]): Sought {
  const [only] = of
  return of.length === 1 && only !== undefined ? only : { kind: 'any', of }
}

function soughtBy(asked: Asked, found: FormsFound): Sought {
  switch (asked.kind) {
    case 'word':
      return formsOf(found.stem(stemOf(asked.form)))
    case 'beginning':
      return formsOf(found.beginning(asked.form))
    case 'phrase':
      return { kind: 'phrase', of: asked.forms.map((form) => found.form(form).map(({ word }) => word)) }
    case 'near':
      return {
        kind: 'near',
        of: asked.forms.map((form) => formsOf(found.stem(stemOf(form)))),
        within: asked.within,
      }
    case 'name':
      return nameSought(asked.parts, found)
  }
}

function formsOf(refs: readonly FormRef[]): Sought {
  return { kind: 'forms', forms: [...new Set(refs.map(({ word }) => word))] }
}

/** Between two parts of a name a text may have "son of" and an article. */
const BETWEEN_PARTS = 2

function nameSought(parts: readonly PartSought[], found: FormsFound): Sought {
  const of = parts.map((part) => partOfName(part, found))
  const [only] = of
  if (of.length === 1 && only !== undefined) return only
  return { kind: 'near', of, within: BETWEEN_PARTS * of.length }
}

function partOfName(sought: PartSought, found: FormsFound): Sought {
  const refs = sought.sounds.flatMap((sound) => found.sound(sound))
  const mayBe = new Set(formsThatMayBe(sought, [...new Set(refs.map(({ form }) => form))]))
  const asOne = formsOf(refs.filter(({ form }) => mayBe.has(form)))
  if (sought.opened === null) return asOne
  const { by, then } = sought.opened
  // By its stem: وعبد opens a name as well.
  const opener = formsOf(by.flatMap((form) => found.stem(stemOf(form))))
  return { kind: 'any', of: [asOne, { kind: 'near', of: [opener, partOfName(then, found)], within: 1 }] }
}
