import { addDays, type Day, type Dice } from '@corroborate/base'
import { FAMILIES, GIVEN, MOTHERS, type NamePart } from './names.ts'
import type { Occasion } from './occasions.ts'
import { WARDS } from './places.ts'

/** What truly became of somebody who was held. Nobody is held dead: the truth knows of removals, not of deaths. */
export type TrueFate =
  | { readonly kind: 'taken'; readonly occasion: string; readonly date: Day }
  | { readonly kind: 'transferred'; readonly date: Day }
  | { readonly kind: 'released'; readonly date: Day }

/** A prisoner of the invented prison, with the names by which lists may know him. */
export interface Prisoner {
  readonly code: string
  readonly given: NamePart
  readonly father: NamePart
  readonly family: NamePart
  readonly mother: NamePart
  readonly born: number
  readonly district: 'Wadilorn' | 'Kahramaz' | 'Talbadur'
  readonly ward: string
  readonly arrived: Day
  readonly fate: TrueFate
}

const DISTRICTS = ['Wadilorn', 'Wadilorn', 'Kahramaz', 'Kahramaz', 'Talbadur'] as const
const TRANSFERRED = 180
const RELEASED = 320

/** Everybody who was held: those taken, those moved to another camp, those let go. */
export function prisoners(dice: Dice, occasions: readonly Occasion[]): readonly Prisoner[] {
  const fates = dice.shuffle([...takenFates(occasions), ...otherFates(dice.fork('others'))])
  const people: Prisoner[] = []
  for (const [index, fate] of fates.entries()) people.push(prisoner(dice, index, fate, people))
  return people
}

function takenFates(occasions: readonly Occasion[]): readonly TrueFate[] {
  return occasions.flatMap((occasion) =>
    Array.from(
      { length: occasion.size },
      () => ({ kind: 'taken', occasion: occasion.code, date: occasion.date }) as const,
    ),
  )
}

function otherFates(dice: Dice): readonly TrueFate[] {
  const someDay = () => addDays('2003-04-01', dice.whole(0, 800))
  return [
    ...Array.from({ length: TRANSFERRED }, () => ({ kind: 'transferred', date: someDay() }) as const),
    ...Array.from({ length: RELEASED }, () => ({ kind: 'released', date: someDay() }) as const),
  ]
}

/** About one in eight is the brother of somebody held before him: same father, family, mother and district. */
function prisoner(dice: Dice, index: number, fate: TrueFate, before: readonly Prisoner[]): Prisoner {
  const brother = dice.next() < 0.12 ? before[dice.whole(0, before.length - 1)] : undefined
  const [firstWard = 'H11', ...otherWards] = WARDS
  const own = {
    code: `N${String(index + 1).padStart(4, '0')}`,
    given: dice.pick(GIVEN),
    father: dice.pick(GIVEN),
    family: dice.pick(FAMILIES),
    mother: dice.pick(MOTHERS),
    born: dice.whole(1955, 1984),
    district: dice.pick(DISTRICTS),
    ward: dice.pick([firstWard, ...otherWards]),
    arrived: addDays(fate.date, -dice.whole(40, 400)),
    fate,
  }
  return brother === undefined ? own : asBrother(own, brother)
}

function asBrother(own: Prisoner, of: Prisoner): Prisoner {
  const given = own.given === of.given ? of.father : own.given
  const { father, family, mother, district } = of
  const born = own.born === of.born ? own.born + 2 : own.born
  return { ...own, given, father, family, mother, district, born }
}

/** The full name in its usual spelling. */
export function nameOf(person: Prisoner): { readonly ar: string; readonly latin: string } {
  const { given, father, family } = person
  return {
    ar: `${given.ar[0]} ${father.ar[0]} ${family.ar[0]}`,
    latin: `${given.latin[0]} ${father.latin[0]} ${family.latin[0]}`,
  }
}
