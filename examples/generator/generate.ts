import { diceFrom, type Dice } from '@corroborate/base'
import { USUAL_THRESHOLDS } from '@corroborate/findings'
import type { Investigation } from '@corroborate/report'
import { judgeSays, doctorSays, lawyerSays } from './accounts/court.ts'
import { decksFrom, rehearsedDecks, type Decks } from './accounts/decks.ts'
import { detaineeSays } from './accounts/detainee.ts'
import { documents } from './accounts/documents.ts'
import { expertSays } from './accounts/expert.ts'
import { relativeSays } from './accounts/relative.ts'
import { staffSays } from './accounts/staff.ts'
import { accountOf, type Account } from './accounts/testimony.ts'
import type { Assertion } from './accounts/assertion.ts'
import { DETAINEES, REHEARSED } from './cast/detainees.ts'
import { OTHERS } from './cast/others.ts'
import { RELATIVES } from './cast/relatives.ts'
import type { Witness } from './cast/witness.ts'
import { howMany, howManyByLists } from './estimate.ts'
import { findingsOn } from './findings.ts'
import { idOf } from './ids.ts'
import { consentOf, interviewOf, originLinks, persons, sourceOf, units } from './registers.ts'
import { resolutionsOn } from './resolutions.ts'
import { truthOf, type Truth } from './truth.ts'
import { linkageByHand } from './world/linkage.ts'
import { listsOf } from './world/lists.ts'
import { places } from './world/places.ts'
import { CODE } from './world/seed.ts'
import { makeWorld, type World } from './world/world.ts'

export const NOTICE = {
  en: 'Invented, for training. The country, the prison, the people and every word in it are made up by a program; nobody in it exists, and nothing in it happened.',
  ar: 'مختلق، للتدريب. البلد والسجن والأشخاص وكل كلمة فيه من صنع برنامج؛ لا أحد فيه موجود، ولم يحدث شيء مما فيه.',
}

/** All witnesses, in the order of their codes. */
export const WITNESSES: readonly Witness[] = [...DETAINEES, ...OTHERS, ...RELATIVES]

/** An invented investigation and what is true in its world. The same seed makes the same, on every machine. */
export function generate(seed: string): { readonly investigation: Investigation; readonly truth: Truth } {
  const dice = diceFrom(seed)
  const world = makeWorld(dice.fork('world'))
  const lists = listsOf(dice.fork('lists'), world.people)
  const linkage = linkageByHand(dice.fork('linkage'), lists)
  const accounts = accountsOf(world, dice)
  const papers = documents()
  const sources = [...WITNESSES.map(sourceOf), ...papers.sources]
  const claims = [...accounts.flatMap(({ account }) => account.claims), ...papers.claims]
  const interviews = WITNESSES.map((witness) => interviewOf(witness, dice.fork(`interview/${witness.code}`)))
  const codeOf = new Map<string, string>(sources.map(({ id, code }) => [id, code]))
  const investigation: Investigation = {
    id: idOf('investigation'),
    code: CODE,
    title: {
      en: 'The Prison of the Nine Lamps (invented, for training)',
      ar: 'سجن القناديل التسعة (مُختلَق للتدريب)',
    },
    notice: NOTICE,
    nature: 'invented',
    thresholds: USUAL_THRESHOLDS,
    sources,
    originLinks: originLinks(),
    interviews,
    consents: WITNESSES.flatMap((witness, index) => {
      const interview = interviews[index]
      return interview === undefined
        ? []
        : [consentOf(witness, interview, dice.fork(`consent/${witness.code}`))]
    }),
    places: places(),
    persons: persons(world),
    units: units(),
    lists: lists.map(({ list }) => list),
    linkages: [linkage],
    texts: [...papers.texts, ...accounts.map(({ account }) => account.text)],
    passages: [...accounts.flatMap(({ account }) => account.passages), ...papers.passages],
    claims,
    resolutions: resolutionsOn(claims),
    findings: findingsOn(claims, codeOf),
    estimates: [howMany(claims), howManyByLists(lists, linkage)],
    runs: [],
    reports: [],
  }
  return { investigation, truth: truthOf({ seed, world, lists, told: accounts }) }
}

/** What one witness said, with the account that it became. */
export interface Told {
  readonly witness: Witness
  readonly assertions: readonly Assertion[]
  readonly account: Account
}

function accountsOf(world: World, dice: Dice): readonly Told[] {
  const decks = decksFrom(dice.fork('decks'))
  return WITNESSES.map((witness) => {
    const assertions = saysOf(witness, world, dice.fork(`says/${witness.code}`))
    const words = dice.fork(`words/${witness.code}`)
    return { witness, assertions, account: accountOf(witness, assertions, words, decksFor(witness, decks)) }
  })
}

/** The two who rehearsed have one set of words between them. */
function decksFor({ code }: Witness, usual: Decks): Decks {
  return REHEARSED.some((one) => one === code) ? rehearsedDecks(usual) : usual
}

function saysOf(witness: Witness, world: World, dice: Dice): readonly Assertion[] {
  const detainee = DETAINEES.find((one) => one.code === witness.code)
  if (detainee) return detaineeSays(detainee, world, dice)
  const relative = RELATIVES.find((one) => one.code === witness.code)
  if (relative) return relativeSays(relative, world, dice)
  return (BY_ROLE[witness.role] ?? staffSays)(witness, dice)
}

const BY_ROLE: Readonly<Record<string, (witness: Witness, dice: Dice) => readonly Assertion[]>> = {
  judge: judgeSays,
  doctor: doctorSays,
  lawyer: lawyerSays,
  expert: expertSays,
}
