import type { Day, Dice } from '@corroborate/base'
import { DETAINEES } from '../cast/detainees.ts'
import { RELATIVES } from '../cast/relatives.ts'
import type { Detainee } from '../cast/witness.ts'
import { trueOccasions, type Occasion } from './occasions.ts'
import { prisoners, type Prisoner } from './people.ts'

/** Everything that is true in the invented country. */
export interface World {
  readonly occasions: readonly Occasion[]
  readonly people: readonly Prisoner[]
  readonly missing: readonly Missing[]
}

/** A missing person of the register: a token in every text, and who that truly is. */
export interface Missing {
  readonly code: string
  readonly token: string
  readonly person: Prisoner
  /** The former detainee who saw him called out, if one did. */
  readonly seenBy: string | null
  readonly lastSeenInWard: Day
  /** What the witness took for a removal, and what it truly was. */
  readonly misread: string | null
}

/** Missing persons who were not taken at night: moved to another camp, or let go. */
const MOVED = ['P16', 'P17']
const LET_GO = ['P21']
/** Seen called out by a witness who took the transfer for a removal. */
const MISREAD: Readonly<Record<string, string>> = { P16: 'W22' }

export function makeWorld(dice: Dice): World {
  const occasions = trueOccasions(dice.fork('occasions'))
  const people = prisoners(dice.fork('people'), occasions)
  return { occasions, people, missing: missingPersons(people) }
}

function missingPersons(people: readonly Prisoner[]): readonly Missing[] {
  const codes = [...new Set(RELATIVES.map((relative) => relative.missing))].sort()
  const taken = new Set<string>()
  return codes.map((code) => {
    const seenBy = MISREAD[code] ?? RELATIVES.find((relative) => relative.missing === code)?.toldBy ?? null
    const person = people.find((one) => !taken.has(one.code) && fits(one, code, seenBy))
    if (person === undefined) throw new Error(`nobody in this world can be ${code}: choose another seed`)
    taken.add(person.code)
    return {
      code,
      token: `⟦${code}⟧`,
      person,
      seenBy,
      lastSeenInWard: person.fate.date,
      misread: MISREAD[code] === undefined ? null : `moved to Lavender Camp on ${person.fate.date}`,
    }
  })
}

function fits(person: Prisoner, code: string, seenBy: string | null): boolean {
  const kind = MOVED.includes(code) ? 'transferred' : LET_GO.includes(code) ? 'released' : 'taken'
  const witness = DETAINEES.find((one) => one.code === seenBy)
  return person.fate.kind === kind && (witness === undefined || couldSee(witness, person))
}

function couldSee({ ward, from, to }: Detainee, person: Prisoner): boolean {
  const month = person.fate.date.slice(0, 7)
  return person.ward === ward && month > from && month < to
}
