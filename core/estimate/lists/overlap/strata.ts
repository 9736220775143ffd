import { ok, refuse, type Outcome } from '@corroborate/base'
import type { Caution } from '../answer.ts'
import type { OverlapTable } from '../list-request.ts'
import { overlapOf, type Cell, type Overlap, type OverlapRefusal } from '../overlap.ts'
import type { ListedPerson, PeopleOnLists } from './people-on-lists.ts'

/** An overlap, whole and divided. */
export interface DividedOverlap {
  readonly whole: Overlap
  /** In the order of their names; one, called `all`, where nobody is divided. Their people and those without a stratum are the whole. */
  readonly strata: readonly Stratum[]
  /** People whose stratum is not known; they are in the whole and in none of the strata. */
  readonly unplaced: number
  readonly cautions: readonly Caution[]
}

export interface Stratum {
  readonly name: string
  readonly overlap: Overlap
}

/** Between the values of two divisions in the name of a stratum. */
const AND = ' / '

export const UNDIVIDED = 'all'

/**
 * People counted by membership, in all and in each stratum. People with a missing label are in no stratum
 * until it is imputed (`imputeLabels`).
 */
export function dividedPeople(people: PeopleOnLists): Outcome<DividedOverlap, OverlapRefusal> {
  const whole = counted(people.lists, people.people)
  if (!whole.ok) return whole
  const groups = new Map<string, ListedPerson[]>()
  let unplaced = 0
  for (const person of people.people) {
    const name = stratumOf(person)
    const group = name === null ? undefined : groups.get(name)
    if (name === null) unplaced += 1
    else if (group) group.push(person)
    else groups.set(name, [person])
  }
  const strata: Stratum[] = []
  for (const [name, members] of [...groups].toSorted(byName)) {
    const overlap = counted(people.lists, members)
    if (overlap.ok) strata.push({ name, overlap: overlap.value })
  }
  return ok({ whole: whole.value, strata, unplaced, cautions: people.cautions })
}

/** Counts that came as a table. A stratum in which nobody was observed is left out, and said. */
export function dividedTable(table: OverlapTable): Outcome<DividedOverlap, OverlapRefusal> {
  const strata: Stratum[] = []
  const cautions: Caution[] = []
  for (const { name, cells } of table.strata) {
    const overlap = overlapOf(table.lists, cells)
    if (overlap.ok) strata.push({ name, overlap: overlap.value })
    else if (overlap.reason === 'nobody-observed')
      cautions.push({ code: 'stratum-without-people', args: { stratum: name } })
    else return table.strata.length === 1 ? overlap : refuse(overlap.reason, `${name}: ${overlap.detail}`)
  }
  const whole = sumOfOverlaps(
    table.lists,
    strata.map(({ overlap }) => overlap),
  )
  return whole.ok ? ok({ whole: whole.value, strata, unplaced: 0, cautions }) : whole
}

/** Strata of the same lists, put back together. */
export function sumOfOverlaps(
  lists: readonly string[],
  overlaps: readonly Overlap[],
): Outcome<Overlap, OverlapRefusal> {
  const counts = new Map<number, number>()
  for (const { cells } of overlaps)
    for (const { mask, count } of cells) counts.set(mask, (counts.get(mask) ?? 0) + count)
  return overlapOf(lists, cellsOf(counts))
}

/** The stratum of a person: his values, joined; null when one of them is missing. */
function stratumOf({ labels }: ListedPerson): string | null {
  if (labels.length === 0) return UNDIVIDED
  const known = labels.filter((label) => label !== null)
  return known.length < labels.length ? null : known.join(AND)
}

function counted(lists: readonly string[], people: readonly ListedPerson[]) {
  const counts = new Map<number, number>()
  for (const { mask } of people) counts.set(mask, (counts.get(mask) ?? 0) + 1)
  return overlapOf(lists, cellsOf(counts))
}

function cellsOf(counts: ReadonlyMap<number, number>): readonly Cell[] {
  return [...counts].map(([mask, count]) => ({ mask, count }))
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
