import { expect, test } from 'vitest'
import { eachEngine } from '../store/testing/engines.ts'
import { resolveContradiction } from './acts.ts'
import { buildHouse } from './testing/house.ts'

eachEngine((_engine, open) => {
  const opened = open()

  test('a claim does not contradict itself, also when it contradicts another', async () => {
    const { desk, investigation, claim } = await buildHouse(await opened)
    const decided = {
      investigation,
      claims: [claim, claim],
      prefers: claim,
      reason: 'It is itself.',
    } as const
    expect(await resolveContradiction(desk, decided)).toMatchObject({ reason: 'no-contradiction' })
  })
})
