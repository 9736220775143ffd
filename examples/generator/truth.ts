import type { Day } from '@corroborate/base'
import type { Told } from './generate.ts'
import type { Err } from './accounts/assertion.ts'
import { REHEARSED } from './cast/detainees.ts'
import { LIAR, WITHDRAWN } from './cast/others.ts'
import { FINDING_PLANS, type Expected } from './findings.ts'
import { weekdayOf } from './world/calendar.ts'
import type { ListWithTruth } from './world/lists.ts'
import { takenIn, type Occasion } from './world/occasions.ts'
import { nameOf, type Prisoner, type TrueFate } from './world/people.ts'
import { PERIODS } from './world/periods.ts'
import type { World } from './world/world.ts'

/** What a perfect investigation would find. */
export interface Truth {
  readonly seed: string
  /** People taken at night, in all. */
  readonly total: number
  readonly periods: readonly PeriodTruth[]
  readonly occasions: readonly (Occasion & { readonly weekday: string })[]
  readonly findings: readonly (Expected & { readonly code: string })[]
  readonly lied: readonly string[]
  readonly rehearsed: readonly string[]
  readonly withdrew: Readonly<Record<string, Day>>
  /** Claims that differ from the truth, and how. */
  readonly errors: readonly (Err & { readonly claim: string })[]
  readonly missing: readonly MissingTruth[]
  readonly people: readonly PersonTruth[]
  readonly listMembers: readonly ListMember[]
}

export interface PeriodTruth {
  readonly code: string
  readonly window: string
  readonly occasions: number
  readonly taken: number
  readonly sizes: { readonly min: number; readonly max: number }
}

/** What truly became of a missing person. Nobody is held dead. */
export interface MissingTruth {
  readonly code: string
  readonly person: string
  readonly fate: TrueFate['kind']
  readonly date: Day
}

export interface PersonTruth {
  readonly person: string
  readonly arabic: string
  readonly latin: string
  readonly mother: string
  readonly born: number
  readonly district: string
  readonly ward: string
  readonly fate: TrueFate['kind']
  readonly date: Day
  readonly occasion: string
}

export interface ListMember {
  readonly list: string
  readonly row: number
  readonly person: string
}

export function truthOf(made: {
  readonly seed: string
  readonly world: World
  readonly lists: readonly ListWithTruth[]
  readonly told: readonly Told[]
}): Truth {
  const { occasions, people, missing } = made.world
  return {
    seed: made.seed,
    total: takenIn(occasions),
    periods: PERIODS.map(({ code }) => periodTruth(code, occasions)),
    occasions: occasions.map((occasion) => ({ ...occasion, weekday: weekdayOf(occasion.date) })),
    findings: FINDING_PLANS.map(({ code, expected }) => ({ code, ...expected })),
    lied: [LIAR],
    rehearsed: REHEARSED,
    withdrew: WITHDRAWN,
    errors: made.told.flatMap(errorsOf),
    missing: missing.map(({ code, person }) => ({
      code,
      person: person.code,
      fate: person.fate.kind,
      date: person.fate.date,
    })),
    people: people.map(personTruth),
    listMembers: made.lists.flatMap(({ list, people: members }) =>
      members.map(({ row, person }) => ({ list: list.code, row, person })),
    ),
  }
}

function periodTruth(code: 'P1' | 'P2' | 'P3', occasions: readonly Occasion[]): PeriodTruth {
  const [own, period] = [
    occasions.filter((one) => one.period === code),
    PERIODS.find((one) => one.code === code),
  ]
  const sizes = own.map(({ size }) => size)
  return {
    code,
    window: `${period?.first.slice(0, 7) ?? ''}/${period?.last.slice(0, 7) ?? ''}`,
    occasions: own.length,
    taken: takenIn(own),
    sizes: { min: Math.min(...sizes), max: Math.max(...sizes) },
  }
}

function errorsOf({ assertions, account }: Told): Truth['errors'] {
  return assertions.flatMap(({ error }, index) => {
    const claim = account.claims[index]
    return error === null || claim === undefined ? [] : [{ claim: claim.code, ...error }]
  })
}

function personTruth(person: Prisoner): PersonTruth {
  const { ar, latin } = nameOf(person)
  const { fate } = person
  return {
    person: person.code,
    arabic: ar,
    latin,
    mother: person.mother.ar[0],
    born: person.born,
    district: person.district,
    ward: person.ward,
    fate: fate.kind,
    date: fate.date,
    occasion: fate.kind === 'taken' ? fate.occasion : '',
  }
}
