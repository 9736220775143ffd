import { beforeAll, describe, expect, test } from 'vitest'
import { derivedId, valueOf, type Outcome } from '@corroborate/base'
import { verifyChain } from '@corroborate/ledger'
import { chainOf, contentsOf, giveRole, ledgerHead, takeRole, type Chain } from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import { NOT_FOUND } from './act.ts'
import type { Desk } from './desk.ts'
import { MEMBER_ROLES, rolesNamed, type MemberRole } from './permission.ts'
import { buildHouse, everythingIn, type House } from './testing/house.ts'
import { nobody } from './testing/sign-in-trials.ts'
import type { Trial } from './testing/trial.ts'
import { everyAct, TRIALS, type AnyAct } from './testing/trials.ts'

test('every act that this room exports is tried here, and nothing else is', () => {
  expect(Object.keys(TRIALS).sort()).toEqual(everyAct.map((one) => one.actName).sort())
})

/** What a store holds is compared whole before and after, so no store holds the houses of more acts than this. */
const ACTS_OF_A_STORE = 12

const groups = Array.from({ length: Math.ceil(everyAct.length / ACTS_OF_A_STORE) }, (_, n) =>
  everyAct.slice(n * ACTS_OF_A_STORE, (n + 1) * ACTS_OF_A_STORE).map((one) => ({ name: one.actName, one })),
)

eachEngine((_engine, open) => {
  const inOneStore = groups.flatMap((group) => {
    const opened = once(open)
    return group.map((named) => ({ ...named, opened }))
  })
  describe.each(inOneStore)('$name', ({ one, opened }) => {
    const trial = TRIALS[one.actName]
    if (!trial) throw new Error('no trial')
    const by = trial.by ?? ((house: House) => house.desk)
    let house: House
    beforeAll(async () => {
      house = await buildHouse(await opened())
    })

    test('asks for a permission, and who lacks it is told what is told of nothing', async () => {
      if (one.permission === 'anyone') return
      const input = await trial.valid(house)
      const before = await everythingIn(house.store)
      const without = one.permission === 'any-member' ? nobody(house) : house.stranger
      expect(await one(without, input)).toEqual(NOT_FOUND)
      if (Array.isArray(one.permission)) expect(await one(without, elsewhere(input))).toEqual(NOT_FOUND)
      expect(await everythingIn(house.store)).toBe(before)
    })

    test('is not done by any role that is not named for it, and who tries is told the same', async () => {
      const named = rolesNamed(one.permission)
      if (named.length === 0) return
      const input = await trial.valid(house)
      const before = await everythingIn(house.store)
      for (const role of MEMBER_ROLES.filter((other) => !named.includes(other)))
        await asOnly(house, role, async (desk) => expect(await one(desk, input), role).toEqual(NOT_FOUND))
      expect(await everythingIn(house.store)).toBe(before)
    })

    test('writes one entry of its own, and the chain with its contents stays whole', async () => {
      const input = await trial.valid(house)
      const before = await lengthOf(house, trial.chain === 'house' ? 'house' : house.investigation)
      const value = valueOf(await one(by(house), input))
      const chain = chainOfTrial(house, trial, value)
      const entries = await entriesIn(house, chain)
      expect(entries.at(-1)).toMatchObject({ act: one.actName, actor: actorOf(house, one) })
      if (trial.chain !== 'own') expect(entries).toHaveLength(before + (trial.lines ?? 1))
      const { db } = house.store
      expect(await verifyChain(chainOf(db, chain), contentsOf(db, chain))).toMatchObject({
        ok: true,
        value: { count: entries.length, contents: entries.length },
      })
    })

    test('refuses with its reason, and writes nothing', async () => {
      const input = await trial.refused(house)
      const before = await everythingIn(house.store)
      const outcome: Outcome<unknown> = await one(by(house), input)
      expect(outcome).toMatchObject({ ok: false, reason: trial.reason })
      expect(await everythingIn(house.store)).toBe(before)
    })
  })
})

/** Somebody who has this one role in the house, for as long as they try something. */
async function asOnly(
  { store, investigation, stranger, strangerId: member }: House,
  role: MemberRole,
  tries: (desk: Desk) => Promise<void>,
): Promise<void> {
  await giveRole(store.db, { investigation, member, role, endsAt: null })
  await tries(stranger)
  await takeRole(store.db, { investigation, member, role })
}

/** The same promise for whoever asks, made when the first asks. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null
  return () => (made ??= make())
}

function elsewhere(input: object): object {
  return { ...input, investigation: derivedId('investigation', 'nowhere') }
}

function actorOf(house: House, one: AnyAct): string {
  const said = TRIALS[one.actName]?.actor
  if (said !== undefined) return said
  return String((TRIALS[one.actName]?.by ?? (() => house.desk))(house).member ?? house.member)
}

function chainOfTrial(house: House, { chain }: Trial, value: unknown): Chain {
  if (chain === 'house') return 'house'
  if (chain !== 'own') return house.investigation
  return (typeof value === 'string' ? value : (value as { investigation: string }).investigation) as Chain
}

async function lengthOf({ store }: House, chain: Chain): Promise<number> {
  return (await ledgerHead(store.db, chain))?.sequence ?? 0
}

async function entriesIn({ store }: House, chain: Chain) {
  const entries = []
  for await (const entry of chainOf(store.db, chain)) entries.push(entry)
  return entries
}
