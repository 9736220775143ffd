import { beforeAll, describe, expect, test } from 'vitest'
import { valueOf, type ClaimId, type FindingId, type PassageId, type Quantity } from '@corroborate/base'
import { verifyPassage } from '@corroborate/testimony'
import {
  claimsById,
  contradictionsOfClaim,
  findingById,
  passageAt,
  passagesById,
  standingsBefore,
  textById,
} from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import {
  codePassage,
  makeCode,
  markPassage,
  reachFinding,
  recordPlace,
  resolveContradiction,
  reviewClaim,
  enrolMember,
  grantRole,
  signFinding,
  stateClaim,
  type StateClaim,
} from './acts.ts'
import { buildHouse, deskIn, plainClaim, type House } from './testing/house.ts'
import {
  HEARINGS_ARE_HERE,
  lineOf,
  placeOf,
  REPORT,
  takeInHearings,
  type Hearings,
  type Spot,
} from './testing/hearings.ts'

if (!HEARINGS_ARE_HERE)
  console.warn('skipped, because ../shared/testimony is not there: from real hearings to findings')

type Found = Spot & { readonly line: number }

const day = (on: string) => `hearings/2022-${on}.rst`

/** Six people on six days who say that they were told that nobody else had the trouble. */
const TOLD_ALONE: readonly Found[] = [
  { file: day('02-14'), turn: 282, from: 315, length: 87, line: 1153 },
  { file: day('02-15'), turn: 100, from: 25, length: 84, line: 307 },
  { file: day('02-22'), turn: 406, from: 449, length: 100, line: 1439 },
  { file: day('03-01'), turn: 421, from: 173, length: 58, line: 1594 },
  { file: day('05-12'), turn: 595, from: 6, length: 99, line: 1825 },
  { file: day('02-14'), turn: 505, from: 289, length: 77, line: 1945 },
]

/** One sum: as the person says that it was put to him, and as the report tells it. */
const SUM = {
  told: { file: day('02-16'), turn: 81, from: 144, length: 36, line: 269 },
  again: { file: day('02-16'), turn: 89, from: 0, length: 42, line: 293 },
  reported: { file: REPORT, turn: 13, from: 124, length: 171, line: 30 },
} as const

/** Where a family moved: a town, and the county that the town lies in. */
const MOVED = {
  told: { file: day('02-16'), turn: 181, from: 115, length: 12 },
  reported: { file: REPORT, turn: 17, from: 259, length: 10 },
} as const

describe.skipIf(!HEARINGS_ARE_HERE)('from real hearings to findings', () => {
  eachEngine((_engine, open) => {
    let at: At
    beforeAll(async () => {
      const house = await buildHouse(await open())
      at = { ...house, hearings: await takeInHearings(house.desk, house.investigation) }
    }, 120_000)

    test('every hearing is taken in, each witness with the turns that are theirs', () => {
      const days = new Set(at.hearings.map(({ file }) => file))
      expect(days.size).toBe(12)
      expect(at.hearings.length).toBeGreaterThanOrEqual(30)
    })

    test('what six of them were told stands corroborated, signed, and walks back to six lines', async () => {
      const { desk, investigation } = at
      const name = { en: 'Told that nobody else had it' }
      const code = valueOf(await makeCode(desk, { investigation, name, within: null, key: null, memo: null }))
      const claims: ClaimId[] = []
      for (const spot of TOLD_ALONE) {
        const { text, start, end } = await placeOf(desk, at, spot)
        valueOf(await codePassage(desk, { investigation, text, start, end, code, memo: null }))
        claims.push(await stated(at, [spot], { mode: 'state', topic: 'told-alone', basis: heard }))
      }
      await readAgain(at, claims)
      const finding = await reached(at, { kind: 'pattern', claimsFor: claims })
      expect(await standingOf(at, finding)).toMatchObject({ kind: 'corroborated' })
      await signed(at, finding)
      expect(await walkedBack(at, finding, TOLD_ALONE)).toEqual(linesOf(TOLD_ALONE))
    })

    test('two accounts of one sum contradict each other, and the contradiction is decided with its reason', async () => {
      const { desk, investigation } = at
      const said = await stated(at, [SUM.told, SUM.again], { ...ofSum(208_000), basis: heard })
      const reported = await stated(at, [SUM.reported], { ...ofSum(206_000), basis: document })
      const found = await contradictionsOfClaim(desk.store.db, investigation, said)
      expect(found).toMatchObject([{ about: 'quantity', sameOrigin: false, resolution: null }])
      const finding = await reached(at, {
        kind: 'quantity',
        claimsFor: [said],
        claimsAgainst: [reported],
      })
      expect(await standingOf(at, finding)).toMatchObject({ kind: 'uncorroborated' })
      const reason = 'One is what he was told at his door, the other what the counts came to in court.'
      valueOf(
        await resolveContradiction(desk, { investigation, claims: [said, reported], prefers: null, reason }),
      )
      const [decided] = await contradictionsOfClaim(desk.store.db, investigation, said)
      expect(decided?.resolution).toMatchObject({ prefers: null, by: 'A. Researcher', reason })
      const spots = [SUM.told, SUM.again, SUM.reported]
      expect(await walkedBack(at, finding, spots)).toEqual(linesOf(spots))
    })

    test('a town and the county that it lies in are no contradiction', async () => {
      const { desk, investigation } = at
      const kindOf = { investigation, code: null, aliases: [] }
      const county = valueOf(
        await recordPlace(desk, { ...kindOf, name: { en: 'The county' }, kind: 'region', within: null }),
      )
      const town = valueOf(
        await recordPlace(desk, { ...kindOf, name: { en: 'The town' }, kind: 'settlement', within: county }),
      )
      const moved = { mode: 'incident', topic: 'moved' } as const
      const said = await stated(at, [MOVED.told], { ...moved, place: town, basis: heard })
      await stated(at, [MOVED.reported], { ...moved, place: county, basis: document })
      expect(await contradictionsOfClaim(desk.store.db, investigation, said)).toEqual([])
    })
  })
})

function linesOf(spots: readonly Found[]): readonly number[] {
  return spots.map(({ line }) => line).toSorted((a, b) => a - b)
}

interface At extends House {
  readonly hearings: Hearings
}

const heard = { kind: 'heard', chain: [], vantage: null } as const
const document = { kind: 'document', chain: [], vantage: null } as const

function ofSum(pounds: number) {
  const quantity: Quantity = {
    ...{ min: pounds, max: pounds, best: pounds, said: String(pounds), unit: 'pounds' },
    ...{ how: 'told', per: 'all' },
  }
  return { mode: 'state', topic: 'sum', quantity } as const
}

/** Marks the words, unless they are marked, and states a claim on them. */
async function stated(
  at: At,
  spots: readonly [Spot, ...Spot[]],
  said: Partial<StateClaim> & Pick<StateClaim, 'mode' | 'topic' | 'basis'>,
): Promise<ClaimId> {
  const { desk, investigation } = at
  const [first, ...others] = await Promise.all(spots.map((spot) => placeOf(desk, at, spot)))
  if (first === undefined) throw new Error('a claim needs words')
  const passages = [await markedAt(at, first), ...(await inTurn(others, (one) => markedAt(at, one)))] as const
  const claim = { ...plainClaim, when: null, proposition: { en: 'As it was said.' }, ...said }
  return valueOf(await stateClaim(desk, { ...claim, investigation, source: first.source, passages }))
}

async function markedAt(
  { desk, investigation }: At,
  { text, start, end }: Awaited<ReturnType<typeof placeOf>>,
): Promise<PassageId> {
  const there = await passageAt(desk.store.db, investigation, { text, start, end })
  return there ?? valueOf(await markPassage(desk, { investigation, code: null, text, start, end })).id
}

async function inTurn<In, Out>(
  all: readonly In[],
  doing: (one: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const done: Out[] = []
  for (const one of all) done.push(await doing(one))
  return done
}

/** Somebody else reads each claim against its words. */
async function readAgain({ operator, store, investigation }: At, claims: readonly ClaimId[]): Promise<void> {
  const member = valueOf(await enrolMember(operator, { name: 'D. Reviewer' }))
  valueOf(await grantRole(operator, { investigation, member, role: 'reviewer' }))
  const second = deskIn(store, member)
  for (const claim of claims)
    valueOf(await reviewClaim(second, { investigation, claim, verdict: 'accepted', words: null }))
}

async function reached(
  { desk, investigation }: At,
  on: {
    readonly kind: 'pattern' | 'quantity'
    readonly claimsFor: readonly ClaimId[]
    readonly claimsAgainst?: readonly ClaimId[]
  },
): Promise<FindingId> {
  const proposition = { en: 'As several said.' }
  const held = { investigation, code: null, kind: { kind: on.kind }, proposition, elements: [] }
  const { claimsFor, claimsAgainst = [] } = on
  return valueOf(await reachFinding(desk, { ...held, claimsFor, claimsAgainst }))
}

async function standingOf({ desk, investigation }: At, finding: FindingId) {
  return (await standingsBefore(desk.store.db, investigation, [finding])).get(finding)
}

async function signed({ desk, investigation }: At, finding: FindingId): Promise<void> {
  const reasons = { en: 'Six who do not depend on each other.' }
  valueOf(await signFinding(desk, { investigation, finding, standardOfProof: 'reasonable-grounds', reasons }))
}

/** From a finding over its claims and their passages to the lines of the files, in the order of the spots. */
async function walkedBack(
  { desk, investigation, hearings }: At,
  finding: FindingId,
  spots: readonly Spot[],
): Promise<readonly number[]> {
  const { db } = desk.store
  const held = await findingById(db, investigation, finding)
  const under = [...(held?.claimsFor ?? []), ...(held?.claimsAgainst ?? []).map(({ claim }) => claim)]
  const claims = await claimsById(db, investigation, under)
  const ids = claims.flatMap(({ passages }) => passages)
  const passages = await passagesById(db, investigation, ids)
  expect(passages.length).toBe(spots.length)
  const lines: number[] = []
  for (const passage of passages) {
    const text = await textById(db, investigation, passage.text)
    if (text === null) throw new Error('a passage stands in no text')
    valueOf(verifyPassage(text, passage))
    const file = hearings.find((one) => one.text === passage.text)?.file ?? ''
    lines.push(lineOf(file, passage.exact))
  }
  return lines.toSorted((a, b) => a - b)
}
