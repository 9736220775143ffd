import type { Words } from '@corroborate/base'
import { CRIMES_OF_6_AND_7, CRIMES_OF_8, SHARED_TEXT } from './crimes-text.ts'

/** What kind of thing an element is: what was done, what was the case, what was in somebody's mind, or the whole it was part of. */
export type ElementRole = 'conduct' | 'circumstance' | 'mental' | 'context' | 'context-mental'

/** One element of a crime, in short words of our own, under the Court's number. */
export interface ElementOfCrime {
  /** `7-1f#2`: the crime and the number of the element. */
  readonly id: string
  readonly number: number
  readonly role: ElementRole
  /** One proof serves all elements with the same key: the attack, the conflict, the protected status. */
  readonly shared: string | null
  readonly words: Words
  /** Where the element can be met in several ways. */
  readonly ways: readonly Words[]
}

export interface Crime {
  readonly id: string
  /** Article of the Rome Statute, with the number that the Elements of Crimes give. */
  readonly article: string
  readonly name: Words
  readonly elements: readonly ElementOfCrime[]
}

const ROLES: ReadonlyMap<string, ElementRole> = new Map([
  ['c', 'conduct'],
  ['k', 'circumstance'],
  ['m', 'mental'],
  ['x', 'context'],
  ['y', 'context-mental'],
])

const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

const SHARED = new Map(
  linesOf(SHARED_TEXT).map(([key = '', role = '', en = '', ar = '']) => [
    key,
    { role: roleOf(role), words: { en, ar } },
  ]),
)

/** All crimes of articles 6, 7, 8(2)(a) and 8(2)(c), in the order of the Statute. */
export const CRIMES: readonly Crime[] = crimesFrom(
  linesOf(`${CRIMES_OF_6_AND_7.trim()}\n${CRIMES_OF_8.trim()}`),
)

/** Whether an element is proved once for the investigation, and not for each incident. */
export function isContext({ role }: Pick<ElementOfCrime, 'role'>): boolean {
  return role === 'context' || role === 'context-mental'
}

function crimesFrom(lines: readonly (readonly string[])[]): readonly Crime[] {
  const crimes: Crime[] = []
  for (const [first = '', ...cells] of lines) {
    const crime = crimes.at(-1)
    if (first.startsWith('+')) addWay(crimes, cells)
    else if (first.startsWith('=')) addElement(crimes, crime, first.slice(1).trim())
    else if (ROLES.has(first)) addElement(crimes, crime, null, { role: roleOf(first), words: wordsOf(cells) })
    else crimes.push({ id: first, article: cells[0] ?? '', name: wordsOf(cells.slice(1)), elements: [] })
  }
  return crimes
}

function addElement(
  crimes: Crime[],
  crime: Crime | undefined,
  shared: string | null,
  said: Pick<ElementOfCrime, 'role' | 'words'> | undefined = SHARED.get(shared ?? ''),
): void {
  if (crime === undefined || said === undefined)
    throw new Error(`the text of the crimes is broken at ${String(shared)}`)
  const number = crime.elements.length + 1
  const element = { id: `${crime.id}#${String(number)}`, number, shared, ways: [], ...said }
  crimes[crimes.length - 1] = { ...crime, elements: [...crime.elements, element] }
}

function addWay(crimes: Crime[], cells: readonly string[]): void {
  const crime = crimes.at(-1)
  const element = crime?.elements.at(-1)
  if (crime === undefined || element === undefined) throw new Error('a way stands before any element')
  const whole = { ...element, ways: [...element.ways, wordsOf(cells)] }
  crimes[crimes.length - 1] = { ...crime, elements: [...crime.elements.slice(0, -1), whole] }
}

function wordsOf([en = '', ar = '']: readonly string[]): Words {
  return { en, ar }
}

function roleOf(letter: string): ElementRole {
  const role = ROLES.get(letter)
  if (role === undefined) throw new Error(`no role of an element: ${letter}`)
  return role
}
