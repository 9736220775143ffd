import { normalised } from './normalise-name.ts'
import { respelled, spelling } from './respelled.ts'
import { scriptOf } from './script-of.ts'

/**
 * Names that are known to be names, with the spellings they usually have in both scripts. With them two spellings are told to be one name (عثمان,
 * Osman) and two names that differ by one letter are told to be two (حسن, حسين). A name that is not among them is only compared by its letters.
 */
export interface KnownNames {
  /** How many names there are; their numbers run from 0. */
  readonly size: number
  /** The first spelling of each, as it was given. */
  readonly titles: readonly string[]
  /** Numbers of the names that a folded spelling may be: Salim is سالم as well as سليم. Never empty. */
  readonly bySpelling: ReadonlyMap<string, readonly number[]>
}

/**
 * Names from lines of spellings: one name a line, its spellings in both scripts with spaces between them, the first is its title. A line that
 * starts with `عبد` and a space names what is worshipped: `عبد رحمن rahman` is the name عبد الرحمن. Empty lines are passed over.
 */
export function knownNamesFrom(lines: string): KnownNames {
  return withNames({ size: 0, titles: [], bySpelling: new Map() }, lines)
}

/** The same names and more: those of one country, one town, one list. A spelling may stand for a new name and an old one. */
export function withNames(known: KnownNames, lines: string): KnownNames {
  const bySpelling = new Map(known.bySpelling)
  const titles = [...known.titles]
  for (const line of lines.split('\n')) {
    const spellings = line.trim().split(/\s+/).filter(Boolean)
    if (spellings.length === 0) continue
    const name = titles.length
    titles.push(titleOf(spellings))
    for (const spelling of keysOf(spellings)) bySpelling.set(spelling, added(bySpelling.get(spelling), name))
  }
  return { size: titles.length, titles, bySpelling }
}

const SERVANT = 'عبد'

function titleOf(spellings: readonly string[]): string {
  const [first = '', second = ''] = spellings
  return first === SERVANT ? `${SERVANT} ${second === 'الله' ? '' : 'ال'}${second}` : first
}

function keysOf(spellings: readonly string[]): readonly string[] {
  if (spellings[0] !== SERVANT || spellings.length === 1) return spellings.map(spellingKey)
  return spellings.slice(1).map((of) => spellingKey((scriptOf(of) === 'arabic' ? SERVANT : 'abd') + of))
}

function added(before: readonly number[] | undefined, name: number): readonly number[] {
  if (before === undefined) return [name]
  return before.includes(name) ? before : [...before, name]
}

const NOTHING: readonly number[] = []

/** Numbers of the names that a part may be, in either script; empty when it is not known. */
export function knownAs(part: string, known: KnownNames): readonly number[] {
  return known.bySpelling.get(spellingKey(part)) ?? NOTHING
}

/**
 * The spelling under which a name is looked up. Latin spellings that differ as writers differ without thinking (Hassan, Hasan; Yousef, Yusef;
 * Fatima, Fatimah) share one, so that not each has to be listed.
 */
export function spellingKey(part: string): string {
  const { text } = normalised(part)
  if (scriptOf(text) !== 'latin') return text
  return respelled(text, SPELLED_ALIKE)
}

const SPELLED_ALIKE = [
  spelling(/ /g, ''),
  spelling(/ou|oo/g, 'u', 'o'),
  spelling(/ee|ii|iy(?=[^aeiou]|$)/g, 'i'),
  spelling(/y(?=[^aeiou]|$)/g, 'i', 'y'),
  spelling(/([^aeiou])\1+/g, '$1'),
  spelling(/aa/g, 'a', 'a'),
  spelling(/([aei])h$/g, '$1', 'h'),
]
