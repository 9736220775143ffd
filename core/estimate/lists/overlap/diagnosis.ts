import type { Caution } from '../answer.ts'
import { countWhere, sizeOfList, type Overlap } from '../overlap.ts'
import type { Stratum } from './strata.ts'

/** What an overlap looks like before anything is fitted to it: where it is thin, and where it is torn. */
export interface Diagnosis {
  readonly observed: number
  /** People on two lists or more. */
  readonly onSeveral: number
  readonly lists: readonly ListDiagnosis[]
  readonly pairs: readonly PairDiagnosis[]
  /** Lists that hang together by people they share; more than one group means that nothing ties the groups to each other. */
  readonly groups: readonly (readonly string[])[]
  readonly cautions: readonly Caution[]
}

export interface ListDiagnosis {
  readonly list: string
  readonly size: number
  /** People who are on no other list. */
  readonly only: number
  /** Of the people on this list, the share who are on another too; null for a list with nobody. */
  readonly covered: number | null
}

export interface PairDiagnosis {
  readonly first: string
  readonly second: string
  readonly firstSize: number
  readonly secondSize: number
  readonly both: number
  /** On the first and not on the second, whatever other lists. */
  readonly firstOnly: number
  readonly secondOnly: number
}

/** A list with fewer people says nearly nothing of how it came to them. */
const FEW_RECORDS = 10
/** Below so many lists with people in a stratum, dependence cannot be told from size. */
const FEWEST_LISTS_IN_STRATUM = 3

/**
 * Every warning that the table itself gives. Nothing here refuses: whether a method can answer is the method's to say.
 * @param strata the same people divided; a list that has nobody in a stratum where others have people covers a part only, and
 *   cannot stand for the whole
 */
export function diagnosisOf(overlap: Overlap, strata: readonly Stratum[] = []): Diagnosis {
  const lists = overlap.lists.map((_, at) => listDiagnosis(overlap, at))
  const pairs = pairsOf(overlap)
  const groups = groupsOf(overlap)
  const onSeveral = countWhere(overlap, (mask) => (mask & (mask - 1)) !== 0)
  return {
    observed: overlap.observed,
    onSeveral,
    lists,
    pairs,
    groups,
    cautions: [
      ...(onSeveral === 0 ? [{ code: 'nobody-on-two-lists', args: { people: overlap.observed } }] : []),
      ...lists.flatMap(listCautions),
      ...(onSeveral === 0 ? [] : pairs.flatMap(pairCautions)),
      ...(onSeveral === 0 ? [] : groupCautions(groups)),
      ...partCautions(overlap, strata),
      ...strata.flatMap(stratumCautions),
    ],
  }
}

function listDiagnosis(overlap: Overlap, at: number): ListDiagnosis {
  const size = sizeOfList(overlap, at)
  const only = countWhere(overlap, (mask) => mask === 1 << at)
  const covered = size === 0 ? null : (size - only) / size
  return { list: overlap.lists[at] ?? '', size, only, covered }
}

function pairsOf(overlap: Overlap): readonly PairDiagnosis[] {
  return overlap.lists.flatMap((first, i) =>
    overlap.lists.slice(i + 1).map((second, after) => {
      const pair = (1 << i) | (1 << (i + 1 + after))
      const [firstSize, secondSize] = [sizeOfList(overlap, i), sizeOfList(overlap, i + 1 + after)]
      const both = countWhere(overlap, (mask) => (mask & pair) === pair)
      const only = { firstOnly: firstSize - both, secondOnly: secondSize - both }
      return { first, second, firstSize, secondSize, both, ...only }
    }),
  )
}

/** Lists with people, joined where somebody is on both. */
function groupsOf(overlap: Overlap): readonly (readonly string[])[] {
  let groups = overlap.lists
    .map((_, at) => (sizeOfList(overlap, at) > 0 ? 1 << at : 0))
    .filter((bit) => bit !== 0)
  for (const { mask } of overlap.cells) {
    const touched = groups.filter((group) => (group & mask) !== 0)
    const joined = touched.reduce((all, group) => all | group, 0)
    groups = [...groups.filter((group) => (group & mask) === 0), joined]
  }
  return groups
    .toSorted((a, b) => lowestBit(a) - lowestBit(b))
    .map((group) => overlap.lists.filter((_, at) => (group >> at) & 1))
}

function lowestBit(mask: number): number {
  return mask & -mask
}

function listCautions({ list, size, only }: ListDiagnosis): readonly Caution[] {
  if (size === 0) return [{ code: 'list-with-nobody', args: { list } }]
  const few = size < FEW_RECORDS ? [{ code: 'list-with-few', args: { list, people: size } }] : []
  return only === size ? [...few, { code: 'list-meets-no-other', args: { list, people: size } }] : few
}

function pairCautions(pair: PairDiagnosis): readonly Caution[] {
  const { first, second, firstSize, secondSize, both } = pair
  if (firstSize === 0 || secondSize === 0) return []
  if (both === 0) return [{ code: 'pair-without-overlap', args: { first, second } }]
  if (both === firstSize && both === secondSize) return [{ code: 'lists-the-same', args: { first, second } }]
  if (both === firstSize) return [{ code: 'list-inside-another', args: { inner: first, outer: second } }]
  if (both === secondSize) return [{ code: 'list-inside-another', args: { inner: second, outer: first } }]
  return []
}

function groupCautions(groups: Diagnosis['groups']): readonly Caution[] {
  if (groups.length < 2) return []
  const names = groups.map((group) => group.join('+')).join(' | ')
  return [{ code: 'lists-disconnected', args: { groups: groups.length, names } }]
}

/** A list that meets nobody where others do. */
function partCautions(overlap: Overlap, strata: readonly Stratum[]): readonly Caution[] {
  if (strata.length < 2) return []
  return overlap.lists.flatMap((list, at) => {
    if (sizeOfList(overlap, at) === 0) return []
    const empty = strata.filter((stratum) => sizeOfList(stratum.overlap, at) === 0).length
    return empty === 0 ? [] : [{ code: 'list-covers-part', args: { list, empty, strata: strata.length } }]
  })
}

function stratumCautions({ name, overlap }: Stratum): readonly Caution[] {
  const lists = overlap.lists.filter((_, at) => sizeOfList(overlap, at) > 0).length
  if (lists >= Math.min(FEWEST_LISTS_IN_STRATUM, overlap.lists.length)) return []
  return [{ code: 'stratum-with-few-lists', args: { stratum: name, lists } }]
}
