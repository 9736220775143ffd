import { disjoint } from '@corroborate/claims'
import type { Item, Level } from './evidence.ts'
import type { Thresholds } from './standing.ts'

/** The ladder, from nothing to strongly corroborated. */
export type Rank =
  'unsupported' | 'secondary-only' | 'uncorroborated' | 'corroborated' | 'strongly-corroborated'

/** A rank, and the fewest items that suffice to show it: while they stand, the finding does not fall below it. */
export interface Certificate {
  readonly rank: Rank
  readonly items: readonly Item[]
}

/**
 * The rank of a set of items, exactly, whatever origins they share: independent items are items without a common origin.
 * The search is as deep as the thresholds ask for, two to four items as a rule.
 */
export function certify(items: readonly Item[], thresholds: Thresholds): Certificate {
  const nearest = withoutDominated(items)
  const [first] = nearest
  if (first === undefined) return { rank: 'unsupported', items: [] }
  const primary = nearest.find(({ level }) => level > 0)
  if (primary === undefined) return { rank: 'secondary-only', items: [first] }
  const corroborated = independentItems(nearest, corroborationAsks(thresholds))
  if (corroborated === null) return { rank: 'uncorroborated', items: [primary] }
  const strong = independentItems(nearest, strengthAsks(thresholds))
  if (strong === null) return { rank: 'corroborated', items: corroborated }
  return { rank: 'strongly-corroborated', items: [...new Set([...strong, ...corroborated])] }
}

/** The least level that each of the independent items must have, the strictest first. */
function corroborationAsks({ corroborated }: Thresholds): readonly Level[] {
  return [1, ...new Array<Level>(corroborated.others).fill(0)]
}

function strengthAsks({ strong }: Thresholds): readonly Level[] {
  const others = Math.max(0, strong.primary - strong.eyewitnesses)
  return [...new Array<Level>(strong.eyewitnesses).fill(2), ...new Array<Level>(others).fill(1)]
}

/** Independent items that meet what is asked, or null when there are none. Tries every choice, one order of each. */
function independentItems(
  items: readonly Item[],
  asks: readonly Level[],
  chosen: readonly Item[] = [],
  from = 0,
): readonly Item[] | null {
  const ask = asks[chosen.length]
  if (ask === undefined) return chosen
  for (let at = from; at < items.length; at++) {
    const item = items[at]
    if (item === undefined || item.level < ask) continue
    if (!chosen.every((other) => disjoint(other.origins, item.origins))) continue
    const next = asks[chosen.length + 1] === ask ? at + 1 : 0
    const all = independentItems(items, asks, [...chosen, item], next)
    if (all !== null) return all
  }
  return null
}

/**
 * The items without those that another could stand in for anywhere: no more origins, all of them its own, and as near.
 * Fewest origins first, nearest first.
 */
function withoutDominated(items: readonly Item[]): readonly Item[] {
  const sorted = items.toSorted(
    (a, b) =>
      a.origins.length - b.origins.length || b.level - a.level || compare(a.origins.join(), b.origins.join()),
  )
  const kept: Item[] = []
  for (const item of sorted)
    if (!kept.some((other) => other.level >= item.level && isWithin(other, item))) kept.push(item)
  return kept
}

function isWithin(a: Item, b: Item): boolean {
  return a.origins.every((origin) => b.origins.includes(origin))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
