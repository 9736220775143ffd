/**
 * Hierarchical log-linear models by bit masks. A term is a set of lists; mask 0 is the intercept and never stands among the terms.
 * A model is hierarchical where every part of a term is a term: with 1+2+3 go 1+2, 1+3, 2+3, and every list alone.
 */

/** How many lists a mask names. */
export function orderOf(mask: number): number {
  let rest = mask
  let order = 0
  for (; rest !== 0; rest &= rest - 1) order += 1
  return order
}

/** Every non-empty part of the terms named, with every list alone; ascending by mask, so parts stand before wholes. */
export function closureOf(lists: number, generators: readonly number[]): readonly number[] {
  const terms = new Set<number>()
  for (let list = 0; list < lists; list++) terms.add(1 << list)
  for (const whole of generators)
    for (let part = whole; part !== 0; part = (part - 1) & whole) terms.add(part)
  return [...terms].toSorted((a, b) => a - b)
}

/** The terms that no other term holds: the shortest name of the model; largest first, then in the order of their lists. */
export function generatorsOf(terms: readonly number[]): readonly number[] {
  return terms
    .filter((term) => !terms.some((other) => other !== term && (other & term) === term))
    .toSorted((a, b) => orderOf(b) - orderOf(a) || compareByLists(a, b))
}

/**
 * "[123,14,34]": the name in the bracket notation of the literature, lists counted from 1 in their order.
 * From ten lists on the numbers are joined by a point: "[1.10,2]".
 */
export function nameOfModel(lists: number, terms: readonly number[]): string {
  const joint = lists > 9 ? '.' : ''
  const names = generatorsOf(terms).map((term) =>
    listsIn(term)
      .map((list) => String(list + 1))
      .join(joint),
  )
  return `[${names.join(',')}]`
}

/** The indices of the lists in a mask, ascending. */
export function listsIn(mask: number): readonly number[] {
  const found: number[] = []
  for (let list = 0; mask >> list !== 0; list++) if ((mask >> list) & 1) found.push(list)
  return found
}

/**
 * Every hierarchical model that has each list alone, up to an order, but never the term of all lists, which no observed cell could tell
 * from the unseen. In one fixed order.
 * @param lists 2 to 5 when `mostOrder` is above 2
 * @param mostOrder the most lists that one term may join; 2 gives 2^(lists choose 2) models
 */
export function modelsOf(lists: number, mostOrder: number): readonly (readonly number[])[] {
  const whole = (1 << lists) - 1
  const order = Math.min(mostOrder, lists - 1)
  const singles = closureOf(lists, [])
  const models: (readonly number[])[] = []
  extend(singles, 2)
  return models

  function extend(terms: readonly number[], size: number): void {
    const candidates = size > order ? [] : masksOfOrder(whole, size).filter((mask) => hasParts(terms, mask))
    if (candidates.length === 0) {
      models.push(terms.toSorted((a, b) => a - b))
      return
    }
    for (let choice = 0; choice < 1 << candidates.length; choice++)
      extend([...terms, ...candidates.filter((_, at) => (choice >> at) & 1)], size + 1)
  }
}

function masksOfOrder(whole: number, order: number): readonly number[] {
  const masks: number[] = []
  for (let mask = 1; mask <= whole; mask++) if (orderOf(mask) === order) masks.push(mask)
  return masks
}

/** Whether every part of the mask that lacks one list is a term. */
function hasParts(terms: readonly number[], mask: number): boolean {
  return listsIn(mask).every((list) => terms.includes(mask & ~(1 << list)))
}

function compareByLists(a: number, b: number): number {
  const left = listsIn(a)
  const right = listsIn(b)
  for (const [at, list] of left.entries()) {
    const other = right[at] ?? -1
    if (list !== other) return list - other
  }
  return 0
}
