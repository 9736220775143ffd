import { ok, refuse, type Dice, type Outcome } from '@corroborate/base'
import type { ListedPerson, PeopleOnLists } from '../overlap/people-on-lists.ts'

/**
 * People whose missing labels were filled in so many times, each time from other dice: hot deck within the membership pattern. A person
 * without a label takes that of a donor who is on the same lists and agrees with what is known of him; where there is none, of those who agree and
 * are on the lists most like his; where nobody agrees, of those on the lists most like his. Before the donors of a pattern
 * give, they are themselves drawn with replacement (approximate Bayesian bootstrap), without which the replicates are too much alike.
 * Assumes that, among people on the same lists, whether the label was written down does not depend on the label.
 * @returns refused when somebody lacks a label and nobody has all
 * @see Rubin and Schenker (1986), "Multiple imputation for interval estimation from simple random samples with ignorable nonresponse"
 */
export function imputeLabels(
  people: PeopleOnLists,
  { replicates, dice }: { readonly replicates: number; readonly dice: Dice },
): Outcome<readonly PeopleOnLists[], 'no-donor'> {
  const donors = people.people.filter(isComplete)
  const receivers = people.people.filter((person) => !isComplete(person))
  if (receivers.length > 0 && donors.length === 0)
    return refuse('no-donor', 'No person has a value for every division, so none can be lent.')
  const pools = new Map(receivers.map((receiver) => [kindOf(receiver), poolFor(receiver, donors)]))
  return ok(
    Array.from({ length: replicates }, (_, at) => completed(people, pools, dice.fork(`replicate ${at + 1}`))),
  )
}

type Pools = ReadonlyMap<string, readonly ListedPerson[]>

function completed(people: PeopleOnLists, pools: Pools, dice: Dice): PeopleOnLists {
  const drawn = new Map([...pools].map(([kind, pool]) => [kind, pool.map(() => pickFrom(pool, dice))]))
  return {
    ...people,
    people: people.people.map((person) => {
      const pool = drawn.get(kindOf(person))
      return isComplete(person) || pool === undefined ? person : lent(person, pickFrom(pool, dice))
    }),
  }
}

function lent(person: ListedPerson, donor: ListedPerson | undefined): ListedPerson {
  return { ...person, labels: person.labels.map((label, at) => label ?? donor?.labels[at] ?? null) }
}

function pickFrom<Item>(items: readonly Item[], dice: Dice): Item | undefined {
  return items[dice.whole(0, items.length - 1)]
}

function poolFor(receiver: ListedPerson, donors: readonly ListedPerson[]): readonly ListedPerson[] {
  const agreeing = donors.filter((donor) => agrees(receiver, donor))
  return nearestTo(receiver, agreeing.length === 0 ? donors : agreeing)
}

function nearestTo(receiver: ListedPerson, donors: readonly ListedPerson[]): readonly ListedPerson[] {
  const distances = donors.map(({ mask }) => bitsIn(mask ^ receiver.mask))
  const least = distances.reduce((least, distance) => Math.min(least, distance), Infinity)
  return donors.filter((_, at) => distances[at] === least)
}

function agrees(receiver: ListedPerson, donor: ListedPerson): boolean {
  return receiver.labels.every((label, at) => label === null || label === donor.labels[at])
}

function isComplete({ labels }: ListedPerson): boolean {
  return labels.every((label) => label !== null)
}

/** People with one key have one pool of donors. */
function kindOf({ mask, labels }: ListedPerson): string {
  return JSON.stringify([mask, labels])
}

function bitsIn(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}
