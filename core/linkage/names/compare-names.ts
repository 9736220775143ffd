import {
  compareParts,
  ELSE,
  KNOWN_DIFFERENT,
  NEAR_FROM,
  PART_LEVELS,
  SAME,
  SAME_KNOWN_NAME,
  SAME_SKELETON,
  type PartComparison,
} from './compare-parts.ts'
import type { KnownNames } from './known-names.ts'
import { nameFeatures, type NameFeatures } from './name-features.ts'
import { PartBook } from './part-book.ts'
import { readName, type ReadName } from './read-name.ts'

/** How two whole names compare, from the lowest to the highest. */
export const NAME_LEVELS = [
  'else',
  /** Some parts are one, others are not: relatives are like this. */
  'some-parts',
  /** All parts are near, and one of them is another name nevertheless. */
  'known-different',
  /** The same parts in another order: a son named after his grandfather is like this. */
  'other-order',
  /** One has parts more, and all of the other, two at least and the given name among them, stand in it in their order. */
  'part-missing',
  /** From here on the names may be one. */
  'near',
  'same-skeleton',
  'same-known-name',
  'same',
] as const
export type NameLevel = (typeof NAME_LEVELS)[number]

export interface NameComparison {
  readonly level: NameLevel
  /** From 0 to 1; `NEAR_FROM` and more exactly from the level `near` on. */
  readonly similarity: number
  /** Which parts were held against which. */
  readonly parts: readonly PairedPart[]
  readonly left: ReadName
  readonly right: ReadName
}

export interface PairedPart extends PartComparison {
  /** Places in the parts of each name. */
  readonly left: number
  readonly right: number
}

/** What a name is worth at most where a part is missing or moved: it is never said to be the same. */
const [WITH_PART_MISSING, IN_OTHER_ORDER] = [0.84, 0.8]

/**
 * Two whole names, in any scripts. Parts are paired one to one, the most alike first. Symmetric. For many pairs read the names once with
 * `nameTable` and compare by number.
 */
export function compareNames(left: string, right: string, known: KnownNames): NameComparison {
  const [a, b] = [readName(left, known), readName(right, known)]
  const book = new PartBook(known)
  const [lefts, rights] = [
    a.parts.map((part) => book.numberOf(part)),
    b.parts.map((part) => book.numberOf(part)),
  ]
  const parts = pairedParts(nameFeatures(book.parts, known), lefts, rights)
  return { ...verdict(parts, a.parts.length, b.parts.length), parts, left: a, right: b }
}

/** Greedily by similarity; of equals the ones that stand at the same place, then the first. */
function pairedParts(
  features: NameFeatures,
  lefts: readonly number[],
  rights: readonly number[],
): readonly PairedPart[] {
  const all = lefts.flatMap((a, left) =>
    rights.map((b, right) => ({ ...compareParts(features, a, b), left, right })),
  )
  all.sort(
    (p, q) =>
      rank(q) - rank(p) || distance(p) - distance(q) || Math.min(p.left, p.right) - Math.min(q.left, q.right),
  )
  const [takenLeft, takenRight] = [new Set<number>(), new Set<number>()]
  const taken = all.filter(({ left, right }) => {
    if (takenLeft.has(left) || takenRight.has(right)) return false
    takenLeft.add(left)
    takenRight.add(right)
    return true
  })
  return taken.sort((p, q) => p.left - q.left)
}

const distance = ({ left, right }: PairedPart) => Math.abs(left - right)
const rank = ({ level, similarity }: PairedPart) => PART_LEVELS.indexOf(level) + similarity / 2

function verdict(
  parts: readonly PairedPart[],
  lefts: number,
  rights: number,
): { readonly level: NameLevel; readonly similarity: number } {
  if (parts.length === 0) return { level: 'else', similarity: 0 }
  const lowest = Math.min(...parts.map(({ level }) => PART_LEVELS.indexOf(level)))
  const mean = parts.reduce((sum, { similarity }) => sum + similarity, 0) / parts.length
  const below = (most: number) => Math.min(most, mean)
  if (lowest === ELSE)
    return { level: parts.some(isOne) ? 'some-parts' : 'else', similarity: below(IN_OTHER_ORDER) }
  if (lowest === KNOWN_DIFFERENT) return { level: 'known-different', similarity: below(IN_OTHER_ORDER) }
  if (!isInOrder(parts)) return { level: 'other-order', similarity: below(IN_OTHER_ORDER) }
  if (lefts !== rights) return ofUnequalLength(parts, below)
  return { level: levelOfLowest(lowest), similarity: Math.max(NEAR_FROM, mean) }
}

/** A father has all names of his son but the first: without the given name the rest says nothing of the person. */
function ofUnequalLength(parts: readonly PairedPart[], below: (most: number) => number) {
  const whole = parts.length >= 2 && parts[0]?.left === 0 && parts[0].right === 0
  const level: NameLevel = whole ? 'part-missing' : 'some-parts'
  return { level, similarity: below(whole ? WITH_PART_MISSING : IN_OTHER_ORDER) }
}

const isOne = ({ level }: PairedPart) => PART_LEVELS.indexOf(level) > KNOWN_DIFFERENT

function isInOrder(parts: readonly PairedPart[]): boolean {
  return parts.every(({ right }, at) => at === 0 || right > (parts[at - 1]?.right ?? -1))
}

function levelOfLowest(lowest: number): NameLevel {
  if (lowest === SAME) return 'same'
  if (lowest === SAME_KNOWN_NAME) return 'same-known-name'
  return lowest === SAME_SKELETON ? 'same-skeleton' : 'near'
}
