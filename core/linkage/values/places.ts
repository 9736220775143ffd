import { normalised } from '../names/normalise-name.ts'
import { romanised } from '../names/romanise.ts'
import { scriptOf, type Script } from '../names/script-of.ts'
import { skeletonOf } from '../names/skeleton.ts'
import { jaroWinkler } from '../text/jaro-winkler.ts'

/** How two places compare, from the lowest to the highest. */
export const PLACE_LEVELS = [
  'else',
  /** Two places of one: two villages of a district. */
  'same-parent',
  /** One lies in the other: the list that is less precise names the town, the other its quarter. */
  'one-inside-the-other',
  /** Names alike, and nothing about where they lie speaks against it. */
  'near',
  'same',
] as const
export type PlaceLevel = (typeof PLACE_LEVELS)[number]

const [ELSE, SAME_PARENT, INSIDE, NEAR, SAME] = [0, 1, 2, 3, 4] as const

/** Names of places have no dictionary here to tell two apart, so more is asked of their letters than of people's names. */
export const PLACES_NEAR_FROM = 0.9

/** Which end of a written place comes first: "Beit Hanoun, Gaza" is narrow first. */
export type PlaceOrder = 'narrow-first' | 'wide-first'

/** Places as a tree, for distinct values of a column: a value's node, each node's parent. */
export interface PlaceTree {
  /** For every value its node; -1 where it has no letter. */
  readonly nodes: Int32Array
  /** For every node the place that it lies in; -1 where none is named. */
  readonly parents: Int32Array
  /** For every node its own name, normalised and romanised. */
  readonly names: readonly string[]
  /** For every node the consonants of its name, which a name has in both scripts; empty where there is one or none. */
  readonly skeletons: readonly string[]
  readonly scripts: readonly Script[]
}

const SEPARATOR = /[,،;؛/\\>|]+/u

/** The steps of a written place, widest first, normalised; the signs `, ; / \ > |` stand between them. */
export function readPlace(text: string, order: PlaceOrder): readonly string[] {
  const steps = text
    .split(SEPARATOR)
    .map((step) => normalised(step).text)
    .filter((step) => step !== '')
  return order === 'wide-first' ? steps : steps.reverse()
}

/** The tree of all places of a column. */
export function placeTree(values: readonly string[], order: PlaceOrder): PlaceTree {
  const parents: number[] = []
  const names: string[] = []
  const skeletons: string[] = []
  const scripts: Script[] = []
  const numbers = new Map<string, number>()
  const nodes = Int32Array.from(values, (value) => {
    let node = -1
    for (const step of readPlace(value, order)) node = nodeOf(step, node)
    return node
  })
  return { nodes, parents: Int32Array.from(parents), names, skeletons, scripts }

  function nodeOf(step: string, parent: number): number {
    const key = `${parent} ${step}`
    const before = numbers.get(key)
    if (before !== undefined) return before
    numbers.set(key, names.length)
    parents.push(parent)
    const [script, words] = [scriptOf(step), step.replaceAll(' ', '')]
    const skeleton = skeletonOf(words, script)
    skeletons.push(skeleton.length < 2 ? '' : skeleton)
    scripts.push(script)
    return names.push(romanised(words, script)) - 1
  }
}

/** The level of two nodes as its number in `PLACE_LEVELS`. Symmetric. */
export function placeLevel(tree: PlaceTree, a: number, b: number): number {
  if (a === b) return SAME
  if (liesIn(tree, a, b) || liesIn(tree, b, a)) return INSIDE
  const [parentA, parentB] = [tree.parents[a] ?? -1, tree.parents[b] ?? -1]
  if (parentA !== parentB && parentA !== -1 && parentB !== -1) return ELSE
  if (areNear(tree, a, b)) return NEAR
  return parentA === parentB && parentA !== -1 ? SAME_PARENT : ELSE
}

export function comparePlaces(left: string, right: string, order: PlaceOrder): PlaceLevel | null {
  const tree = placeTree([left, right], order)
  const [a = -1, b = -1] = tree.nodes
  return a === -1 || b === -1 ? null : (PLACE_LEVELS[placeLevel(tree, a, b)] ?? null)
}

/** By letters; across scripts by consonants too, because one of them writes no short vowels. */
function areNear(tree: PlaceTree, a: number, b: number): boolean {
  if (jaroWinkler(tree.names[a] ?? '', tree.names[b] ?? '') >= PLACES_NEAR_FROM) return true
  return (
    tree.scripts[a] !== tree.scripts[b] && tree.skeletons[a] !== '' && tree.skeletons[a] === tree.skeletons[b]
  )
}

/** Whether a place is said to lie in another: by its own steps, or, where the other stands alone, by a step of its name. */
function liesIn(tree: PlaceTree, inner: number, outer: number): boolean {
  const alone = tree.parents[outer] === -1
  for (let at = tree.parents[inner] ?? -1; at !== -1; at = tree.parents[at] ?? -1)
    if (at === outer || (alone && tree.names[at] === tree.names[outer])) return true
  return false
}
