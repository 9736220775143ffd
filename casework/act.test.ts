import { expect, test } from 'vitest'
import { refuse, valueOf, type InvestigationId } from '@corroborate/base'
import { chainOf, placePath, type Store } from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import { act, done, NOT_FOUND } from './act.ts'
import { recordPlace, recordUnit } from './acts.ts'
import type { Desk } from './desk.ts'
import { buildHouse, everythingIn, type House } from './testing/house.ts'

const yard = { code: 'yard', name: { en: 'Yard' }, kind: 'facility', within: null, aliases: [] } as const

eachEngine((_engine, open) => {
  const opened = open()

  test('an act inside another is committed with it, each with an entry of its own', async () => {
    const house = await buildHouse(await opened)
    const both = twice(async (desk, investigation) => {
      valueOf(await recordPlace(desk, { investigation, ...yard }))
    })
    expect(await both(house.desk, { investigation: house.investigation })).toEqual({ ok: true, value: null })
    expect((await actsIn(house)).slice(-2)).toEqual(['place.recorded', 'test.twice'])
  })

  test('when the outer act refuses, what the inner one wrote is undone too', async () => {
    const house = await buildHouse(await opened)
    const both = act('test.refused', ['researcher'], async (desk, { investigation }: At) => {
      valueOf(await recordPlace(desk, { investigation, ...yard }))
      return refuse('second-thoughts', 'not after all')
    })
    const before = await everythingIn(house.store)
    expect(await both(house.desk, { investigation: house.investigation })).toMatchObject({
      ok: false,
      reason: 'second-thoughts',
    })
    expect(await everythingIn(house.store)).toBe(before)
  })

  test('when the inner act refuses, only its part is undone, and the outer one may go on', async () => {
    const house = await buildHouse(await opened)
    const both = twice(async (desk, investigation) => {
      valueOf(await recordPlace(desk, { investigation, ...yard }))
      const again = await recordPlace(desk, { investigation, ...yard })
      expect(again).toMatchObject({ ok: false, reason: 'code-taken' })
      valueOf(await recordUnit(desk, { investigation, code: null, name: { en: 'U' }, active: null }))
    })
    valueOf(await both(house.desk, { investigation: house.investigation }))
    expect((await actsIn(house)).slice(-3)).toEqual(['place.recorded', 'unit.recorded', 'test.twice'])
  })

  test('an act that breaks leaves nothing behind, and what broke is told', async () => {
    const house = await buildHouse(await opened)
    const broken = twice(async (desk, investigation) => {
      valueOf(await recordPlace(desk, { investigation, ...yard }))
      throw new Error('the disk caught fire')
    })
    const before = await everythingIn(house.store)
    await expect(broken(house.desk, { investigation: house.investigation })).rejects.toThrow('caught fire')
    expect(await everythingIn(house.store)).toBe(before)
  })

  test('acts of one moment come one after another: every one gets its entry, and the chain has no fork', async () => {
    const house = await buildHouse(await opened)
    const before = (await actsIn(house)).length
    const at = { investigation: house.investigation, name: { en: 'U' }, active: null }
    const many = Array.from({ length: 12 }, () => recordUnit(house.desk, { ...at, code: null }))
    expect((await Promise.all(many)).every((made) => made.ok)).toBe(true)
    expect(await actsIn(house)).toHaveLength(before + 12)
  })

  test('what belongs to another investigation is not found, in the words for what is nowhere', async () => {
    const store = await opened
    const [house, other] = [await buildHouse(store), await buildHouse(store)]
    const place = valueOf(await recordPlace(other.desk, { ...yard, investigation: other.investigation }))
    const across = { ...yard, code: 'shed', within: place, investigation: house.investigation }
    expect(await recordPlace(house.desk, across)).toEqual(NOT_FOUND)
    expect(await placePath(store.db, house.investigation, place)).toEqual([])
  })
})

interface At {
  readonly investigation: InvestigationId
}

function twice(work: (desk: Desk, investigation: InvestigationId) => Promise<void>) {
  return act('test.twice', ['researcher'], async (desk, { investigation }: At) => {
    await work(desk, investigation)
    return done<null>(null, { subject: investigation, content: null })
  })
}

async function actsIn({ store, investigation }: House): Promise<readonly string[]> {
  return actsOf(store, investigation)
}

async function actsOf(store: Store, investigation: InvestigationId): Promise<readonly string[]> {
  const names: string[] = []
  for await (const entry of chainOf(store.db, investigation)) names.push(entry.act)
  return names
}
