import type { Flag } from './flag.ts'
import { couldBeMeant, type KnownPerson, type Within } from './known-person.ts'
import type { Account } from './release-output.ts'

/** Who is cited must be one of so many who could be meant (k-anonymity; Samarati and Sweeney 1998). */
export const LEAST_ALIKE = 5
/** And they must differ in what they speak of (l-diversity; Machanavajjhala et al. 2007). */
const LEAST_VALUES = 2

/**
 * Cited witnesses whose role, time and place, as far as the output tells them, fit fewer than five of the people known; and those where all who
 * fit speak of one thing only, so that who knows somebody among them knows it of that person. One flag for each combination of a witness.
 */
export function fewAlike(
  accounts: readonly Account[],
  among: { readonly people: readonly KnownPerson[]; readonly within: Within },
): readonly Flag[] {
  const told = new Map<string, Account>()
  for (const account of accounts) {
    const { witness, role, when, where } = account
    const combination = JSON.stringify([witness, role, when?.edtf ?? null, where])
    if (!told.has(combination)) told.set(combination, account)
  }
  return [...told.values()].flatMap((account): readonly Flag[] => {
    const alike = among.people.filter((person) => couldBeMeant(person, account, among.within))
    if (alike.length < LEAST_ALIKE)
      return [{ kind: 'few-alike', place: account.place, args: { count: alike.length, least: LEAST_ALIKE } }]
    const topics = new Set(alike.flatMap((person) => person.topics))
    return topics.size < LEAST_VALUES
      ? [{ kind: 'one-value', place: account.place, args: { count: alike.length, topic: account.topic } }]
      : []
  })
}
