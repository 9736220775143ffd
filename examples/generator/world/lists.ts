import type { Dice } from '@corroborate/base'
import type { PersonList } from '@corroborate/report'
import { idOf } from '../ids.ts'
import { arabicDigits } from './calendar.ts'
import type { NamePart } from './names.ts'
import type { Prisoner } from './people.ts'

/** An invented outside list, and who each of its rows truly is. */
export interface ListWithTruth {
  readonly list: PersonList
  /** Row number, counted from 1, to the person. */
  readonly people: readonly { readonly row: number; readonly person: string }[]
}

interface Plan {
  readonly code: string
  readonly title: { readonly en: string; readonly ar: string }
  readonly holder: string
  readonly columns: readonly string[]
  /** The chance that this list holds the person. */
  readonly chance: (person: Prisoner) => number
  readonly row: (person: Prisoner, write: Pen) => readonly string[]
}

/** How a list's writer spells: usual or not, complete or not. */
interface Pen {
  readonly ar: (part: NamePart) => string
  readonly latin: (part: NamePart) => string
  /** The text, or nothing about so often. */
  readonly maybe: (missing: number, text: string) => string
  readonly year: (born: number) => string
  readonly number: (max: number) => number
}

const PLANS: readonly Plan[] = [
  {
    code: 'hospital-register',
    title: { en: 'Register of Willow Military Hospital', ar: 'سجل مستشفى الصفصاف العسكري' },
    holder: 'Copied by a doctor (W39)',
    columns: ['رقم', 'الاسم', 'اسم الأب', 'الشهرة', 'سنة الولادة', 'الجهة'],
    chance: (person) =>
      person.fate.kind === 'taken' ? (person.fate.date < '2004-07-01' ? 0.34 : 0.22) : 0.1,
    row: (person, write) => [
      arabicDigits(String(write.number(9000))),
      write.ar(person.given),
      write.maybe(0.12, write.ar(person.father)),
      write.ar(person.family),
      write.maybe(0.3, arabicDigits(write.year(person.born))),
      write.maybe(0.2, 'القناديل التسعة'),
    ],
  },
  {
    code: 'families-association',
    title: { en: "Families' association of Saffron Province", ar: 'رابطة أهالي إقليم الزعفران' },
    holder: "Families' association (invented)",
    columns: ['no', 'name_ar', 'name_latin', 'mother', 'born', 'district', 'last_contact'],
    chance: (person) =>
      person.fate.kind === 'released' ? 0.03 : person.district === 'Talbadur' ? 0.12 : 0.33,
    row: (person, write) => [
      String(write.number(2400)),
      [person.given, person.father, person.family].map(write.ar).join(' '),
      write.maybe(0.35, [person.given, person.father, person.family].map(write.latin).join(' ')),
      write.maybe(0.25, write.ar(person.mother)),
      write.maybe(0.08, write.year(person.born)),
      write.maybe(0.05, person.district),
      write.maybe(0.4, person.arrived.slice(0, 7)),
    ],
  },
  {
    code: 'released-detainees',
    title: { en: 'Names carried out by released detainees', ar: 'أسماء حملها المفرج عنهم' },
    holder: 'Written from memory by former detainees (invented)',
    columns: ['name', 'family_or_town', 'ward', 'taken'],
    chance: (person) => (person.fate.kind === 'taken' ? (/[12]$/.test(person.ward) ? 0.27 : 0.15) : 0.05),
    row: (person, write) => [
      `${write.latin(person.given)}${write.maybe(0.55, ` ${write.latin(person.father)}`)}`,
      write.maybe(0.2, write.number(3) === 1 ? person.district : write.latin(person.family)),
      write.maybe(0.3, person.ward),
      write.maybe(0.5, person.fate.date.slice(0, write.number(2) === 1 ? 4 : 7)),
    ],
  },
  {
    code: 'news-list',
    title: { en: 'Names printed by The Wadilorn Lantern', ar: 'أسماء نشرتها صحيفة فانوس واديلورن' },
    holder: 'The Wadilorn Lantern (an invented newspaper)',
    columns: ['full_name', 'age', 'town'],
    // The newspaper drew on the families: who is on their list is printed more often.
    chance: (person) =>
      person.fate.kind === 'taken' ? (person.district === 'Talbadur' ? 0.04 : 0.14) : 0.02,
    row: (person, write) => [
      `${write.latin(person.given)} ${write.maybe(0.4, `${write.latin(person.father)} `)}${write.latin(person.family)}`,
      write.maybe(0.35, String(2005 - person.born)),
      write.maybe(0.3, person.district),
    ],
  },
]

/** Four lists that overlap, each written in its own way, with the truth of who is who. */
export function listsOf(dice: Dice, people: readonly Prisoner[]): readonly ListWithTruth[] {
  const first = PLANS.map((plan) => chosen(plan, dice.fork(plan.code), people, new Set()))
  const families = first[1] ?? new Set()
  return PLANS.map((plan, index) => {
    const members =
      plan.code === 'news-list' ? chosen(plan, dice.fork('news'), people, families) : first[index]
    return written(plan, dice.fork(`${plan.code}/rows`), people, members ?? new Set())
  })
}

function chosen(
  plan: Plan,
  dice: Dice,
  people: readonly Prisoner[],
  favoured: ReadonlySet<string>,
): ReadonlySet<string> {
  const holds = (person: Prisoner) =>
    dice.next() < plan.chance(person) * (favoured.has(person.code) ? 2.2 : 1)
  return new Set(people.filter(holds).map((person) => person.code))
}

/** The rows in no order that would give the people away; a few people stand twice, as on real lists. */
function written(
  plan: Plan,
  dice: Dice,
  people: readonly Prisoner[],
  members: ReadonlySet<string>,
): ListWithTruth {
  const on = people.filter((person) => members.has(person.code))
  const twice = on.filter(() => dice.next() < 0.02)
  const order = dice.shuffle([...on, ...twice])
  const pen = penOf(dice)
  return {
    list: {
      id: idOf('list', plan.code),
      code: plan.code,
      title: plan.title,
      holder: plan.holder,
      columns: plan.columns,
      rows: order.map((person) => plan.row(person, pen).map((cell) => cell.trim())),
    },
    people: order.map((person, index) => ({ row: index + 1, person: person.code })),
  }
}

function penOf(dice: Dice): Pen {
  const spelling = (all: readonly [string, ...string[]], usual: number) =>
    dice.next() < usual ? all[0] : dice.pick(all)
  return {
    ar: (part) => spelling(part.ar, 0.7),
    latin: (part) => spelling(part.latin, 0.35),
    maybe: (missing, text) => (dice.next() < missing ? '' : text),
    year: (born) => String(dice.next() < 0.12 ? born + dice.whole(-2, 2) : born),
    number: (max) => dice.whole(1, max),
  }
}
