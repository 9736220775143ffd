import { overlaps, type ClaimId, type Day, type OriginId, type Range, type When } from '@corroborate/base'
import type { Claim } from './claim.ts'
import { ratesContradict, rangesContradict, type Rule } from './compare-numbers.ts'
import { isCompatiblePlace, placeTreeOf, type PlaceTree } from './compatible-places.ts'
import type { Contradiction, Resolution } from './contradiction.ts'
import { disjoint, type Lineage } from './lineage.ts'
import { originsOfClaim } from './origins-of-claim.ts'
import type { Place } from './register.ts'

/**
 * Every two claims of one topic that cannot both be right as they stand, in the order of their codes.
 *
 * Only claims that may speak of the same thing are compared: their times overlap, and one place lies in the other; what is
 * not said excludes nothing. Who does not know contradicts nobody. Then two claims contradict each other about
 * - **polarity**, when one says that it was so and the other that it was not;
 * - **size** (how many each time), **quantity** (how many in all) or **rate**, when both say that it was so and their
 *   ranges contradict each other by the rule that fits them (`Rule`):
 *   - any difference, when they share an origin (then one source contradicts itself), or when both were compiled from
 *     many accounts (a document, an expert): each bound is a statement there;
 *   - only ranges wholly apart, when they are what people of different origins remember: that one remembers 20 to 50 and
 *     another 30 to 60 is what memory does, and a list of every such pair would hide the pairs that matter.
 *
 * An incident is one occasion: its number is held against another incident's only when both are of the same one day, and
 * against a pattern's only when it lies wholly outside. Numbers in all are compared only over the same time.
 * Units that differ are not compared.
 */
export function findContradictions(among: {
  readonly claims: readonly Claim[]
  readonly lineage: Lineage
  readonly resolutions: readonly Resolution[]
  readonly places: readonly Place[]
}): readonly Contradiction[] {
  const tree = placeTreeOf(among.places)
  const resolved = new Map(among.resolutions.map((one) => [pairKey(...one.claims), one]))
  const inOrder = among.claims.toSorted((a, b) => order(a.code, b.code) || order(a.id, b.id))
  const found: Contradiction[] = []
  const earlier = new Map<string, Statement[]>()
  for (const claim of inOrder) {
    const second = statementOf(claim, among.lineage)
    if (second === null) continue
    const before = earlier.get(claim.topic) ?? []
    earlier.set(claim.topic, before)
    for (const first of before)
      for (const about of contradicting(first, second, tree))
        found.push({
          first: first.claim.id,
          second: claim.id,
          about,
          sameOrigin: !disjoint(first.origins, second.origins),
          resolution: resolved.get(pairKey(first.claim.id, claim.id)) ?? null,
        })
    before.push(second)
  }
  const rank = new Map(inOrder.map(({ id }, at) => [id, at]))
  const rankOf = (id: ClaimId) => rank.get(id) ?? 0
  return found.sort((a, b) => rankOf(a.first) - rankOf(b.first) || rankOf(a.second) - rankOf(b.second))
}

/** A claim as far as it can be contradicted. */
interface Statement {
  readonly claim: Claim
  readonly origins: readonly OriginId[]
  readonly when: When | null
  readonly says: 'yes' | 'no'
  readonly each: Said | null
  readonly inAll: Said | null
  readonly oneDay: Day | null
}

interface Said {
  readonly range: Range
  /** Null where the unit goes without saying: the size of a pattern. */
  readonly unit: string | null
}

function statementOf(claim: Claim, lineage: Lineage): Statement | null {
  if (claim.polarity === 'does-not-know') return null
  const when = claim.pattern?.window ?? claim.when
  return {
    claim,
    origins: originsOfClaim(claim, lineage),
    when,
    says: claim.polarity === 'denied' || claim.mode === 'negative' ? 'no' : 'yes',
    each: eachTime(claim),
    inAll: quantityPer(claim, 'all'),
    oneDay: when !== null && when.earliest === when.latest ? when.earliest : null,
  }
}

/** How many each time stands in the pattern or, without one, in the quantity. */
function eachTime(claim: Claim): Said | null {
  const said = quantityPer(claim, 'occasion')
  const size = claim.pattern?.size ?? null
  return size === null ? said : { range: size, unit: said?.unit ?? null }
}

function quantityPer({ quantity }: Claim, per: 'occasion' | 'all'): Said | null {
  return quantity?.per === per ? { range: quantity, unit: quantity.unit } : null
}

function contradicting(a: Statement, b: Statement, tree: PlaceTree): readonly Contradiction['about'][] {
  if (!mayMeet(a, b, tree)) return []
  if (a.says !== b.says) return ['polarity']
  if (a.says === 'no' || isOtherOccasion(a, b)) return []
  const rule = ruleFor(a, b)
  const abouts: Contradiction['about'][] = []
  if (numbersContradict(rule, a.each, b.each)) abouts.push('size')
  if (sameTime(a, b) && numbersContradict(rule, a.inAll, b.inAll)) abouts.push('quantity')
  const [one, other] = [a.claim.pattern?.rate, b.claim.pattern?.rate]
  if (one && other && ratesContradict(rule, one, other)) abouts.push('rate')
  return abouts
}

function mayMeet(a: Statement, b: Statement, tree: PlaceTree): boolean {
  const meet = a.when === null || b.when === null || overlaps(a.when, b.when)
  return meet && isCompatiblePlace(tree, a.claim.place, b.claim.place)
}

/** Two incidents are one only when both are of the same one day; otherwise each may have been another. */
function isOtherOccasion(a: Statement, b: Statement): boolean {
  if (a.claim.mode !== 'incident' || b.claim.mode !== 'incident') return false
  return a.oneDay === null || a.oneDay !== b.oneDay
}

function ruleFor(a: Statement, b: Statement): Rule {
  if ((a.claim.mode === 'incident') !== (b.claim.mode === 'incident')) return 'apart'
  if (!disjoint(a.origins, b.origins)) return 'any-difference'
  return isCompiled(a) && isCompiled(b) ? 'any-difference' : 'apart'
}

function isCompiled({ claim }: Statement): boolean {
  return claim.mode !== 'incident' && (claim.basis.kind === 'document' || claim.basis.kind === 'expert')
}

function sameTime(a: Statement, b: Statement): boolean {
  return a.when?.earliest === b.when?.earliest && a.when?.latest === b.when?.latest
}

function numbersContradict(rule: Rule, a: Said | null, b: Said | null): boolean {
  if (a === null || b === null) return false
  const sameUnit = a.unit === null || b.unit === null || a.unit === b.unit
  return sameUnit && rangesContradict(rule, a.range, b.range)
}

function pairKey(a: ClaimId, b: ClaimId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
