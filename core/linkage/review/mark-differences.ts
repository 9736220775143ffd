import { normaliseName } from '../names/normalise-name.ts'
import { scriptOf } from '../names/script-of.ts'

/** A stretch of a text, and whether the other text has it too, spelling and marks apart. */
export interface Stretch {
  readonly text: string
  readonly shared: boolean
}

/**
 * How two texts of one field look beside each other, for the eye of whoever judges them: not a comparison, and nothing is weighed by it.
 * `written-otherwise` is the same but for marks, spellings of hamza, capitals and spaces. `other-script` is not marked letter by letter: everything
 * would be.
 */
export interface MarkedTexts {
  readonly how: 'same' | 'written-otherwise' | 'differs' | 'other-script' | 'silent'
  readonly left: readonly Stretch[]
  readonly right: readonly Stretch[]
}

/** Longer texts are shown unmarked: the table that aligns them grows with the product of their lengths. */
const LONGEST_MARKED = 200

/** Two texts as they came, with the letters marked that only one of them has. Null where a record says nothing. */
export function markDifferences(left: string | null, right: string | null): MarkedTexts {
  const whole = (how: MarkedTexts['how'], shared: boolean): MarkedTexts => ({
    how,
    left: left === null ? [] : [{ text: left, shared }],
    right: right === null ? [] : [{ text: right, shared }],
  })
  if (left === null || right === null) return whole('silent', true)
  if (left === right) return whole('same', true)
  if (normaliseName(left).text === normaliseName(right).text) return whole('written-otherwise', true)
  const scripts = [scriptOf(left), scriptOf(right)]
  if (scripts.includes('arabic') && scripts.includes('latin')) return whole('other-script', true)
  const [a, b] = [lettersOf(left), lettersOf(right)]
  if (a.length > LONGEST_MARKED || b.length > LONGEST_MARKED) return whole('differs', false)
  const [mine, theirs] = sharedIn(a, b)
  return { how: 'differs', left: stretches(a, mine), right: stretches(b, theirs) }
}

interface Letter {
  readonly text: string
  /** What is left of it when spellings are folded; nothing for a mark. */
  readonly folded: string
}

function lettersOf(text: string): readonly Letter[] {
  return Array.from(text, (letter) => ({
    text: letter,
    folded: /^\s$/.test(letter) ? ' ' : normaliseName(letter).text,
  }))
}

/** Which letters of either belong to their longest common row of letters; a mark goes with none and is no difference. */
function sharedIn(
  a: readonly Letter[],
  b: readonly Letter[],
): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const width = b.length + 1
  const lengths = new Int32Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = equal(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const [mine, theirs] = [marksIn(a), marksIn(b)]
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (equal(a[i], b[j])) {
      mine.add(i++)
      theirs.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return [mine, theirs]
}

function marksIn(letters: readonly Letter[]): Set<number> {
  return new Set([...letters.keys()].filter((i) => letters[i]?.folded === ''))
}

function equal(a: Letter | undefined, b: Letter | undefined): boolean {
  return a !== undefined && a.folded !== '' && a.folded === b?.folded
}

function stretches(letters: readonly Letter[], shared: ReadonlySet<number>): readonly Stretch[] {
  const found: { text: string; readonly shared: boolean }[] = []
  for (const [i, { text }] of letters.entries()) {
    const last = found.at(-1)
    if (last?.shared === shared.has(i)) last.text += text
    else found.push({ text, shared: shared.has(i) })
  }
  return found
}
