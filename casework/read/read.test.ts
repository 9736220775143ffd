import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { eachEngine } from '../../store/testing/engines.ts'
import { enrolMember, grantRole, stateClaim, takeRole } from '../acts.ts'
import type { Desk } from '../desk.ts'
import { makeMemory } from '../memory.ts'
import type { MemberRole } from '../permission.ts'
import {
  readClaims,
  readFinding,
  readFindings,
  readLedger,
  readPackages,
  readOverview,
  readSession,
  readSource,
  readSources,
  readText,
  type Reader,
} from '../reads.ts'
import { buildHouse, deskIn, plainClaim, type House } from '../testing/house.ts'

function readerAt(desk: Desk): Reader {
  return { ...desk, memory: makeMemory() }
}

/** A member who has this one role in the house. */
async function memberWith(house: House, role: MemberRole) {
  const member = valueOf(await enrolMember(house.operator, { name: role }))
  const granted = {
    investigation: house.investigation,
    member,
    role,
    ...(role === 'monitor' ? { endsAt: '2030-01-01T00:00:00.000Z' } : {}),
  }
  valueOf(await grantRole(house.operator, granted))
  return { granted, reader: readerAt(deskIn(house.store, member)) }
}

const ANY_LINE = { actor: null, act: null, from: null, until: null, record: null }
const READS: readonly ((reader: Reader, house: House) => Promise<object | null>)[] = [
  (reader, { investigation }) => readOverview(reader, investigation),
  (reader, { investigation }) => readSources(reader, investigation),
  (reader, { investigation, witness: source }) => readSource(reader, { investigation, source }),
  (reader, { investigation, text }) => readText(reader, { investigation, text }),
  (reader, { investigation }) => readClaims(reader, { investigation }),
  (reader, { investigation }) => readFindings(reader, investigation),
  (reader, { investigation, finding }) => readFinding(reader, { investigation, finding }),
  (reader, { investigation }) => readLedger(reader, { investigation, after: 0, ...ANY_LINE }),
  (reader, { investigation }) =>
    readPackages({ ...reader, random: randomBytes, signing: null }, investigation),
]

eachEngine((_engine, open) => {
  const opened = open()

  test.each([
    'researcher',
    'reviewer',
    'legal-adviser',
    'statistician',
    'publisher',
    'identity-custodian',
  ] as const)('a %s reads what the investigation holds', async (role) => {
    const house = await buildHouse(await opened)
    const { reader } = await memberWith(house, role)
    for (const read of READS) expect(await read(reader, house)).not.toBeNull()
  })

  test.each(['administrator', 'monitor', 'family-liaison'] as const)(
    'to a %s the content is as if it were not there, and so is the investigation',
    async (role) => {
      const house = await buildHouse(await opened)
      const { reader } = await memberWith(house, role)
      for (const read of READS) expect(await read(reader, house)).toBeNull()
      expect(await readSession(reader)).toMatchObject({ investigations: [] })
    },
  )

  test('the operator and who is not signed in read nothing', async () => {
    const house = await buildHouse(await opened)
    for (const member of ['operator', null] as const)
      for (const read of READS) expect(await read(readerAt(deskIn(house.store, member)), house)).toBeNull()
  })

  test('a role that is taken is gone at the next question', async () => {
    const house = await buildHouse(await opened)
    const { reader, granted } = await memberWith(house, 'reviewer')
    expect(await readOverview(reader, house.investigation)).not.toBeNull()
    valueOf(await takeRole(house.operator, granted))
    expect(await readOverview(reader, house.investigation)).toBeNull()
  })

  test('what is remembered is forgotten with the next entry: nobody reads an older state', async () => {
    const house = await buildHouse(await opened)
    const reader = readerAt(house.desk)
    const { investigation, witness: source, passage } = house
    expect(await readOverview(reader, investigation)).toMatchObject({ contradictions: [{}] })
    const claim = { ...plainClaim, investigation, source, passages: [passage] } as const
    valueOf(await stateClaim(house.desk, claim))
    expect(await readOverview(reader, investigation)).toMatchObject({ contradictions: [{}, {}] })
  })
})
