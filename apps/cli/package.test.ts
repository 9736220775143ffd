import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf, type ReleaseId } from '@corroborate/base'
import { approveRelease, disableMember, proposeRelease, sealIdentity } from '@corroborate/casework'
import { findings, investigationHead, openStore, type Store } from '@corroborate/store'
import { buildHouse, deskIn, NOON, type House } from '../../casework/testing/house.ts'
import { packageChecked, requestAsked, secondDesk, STOPPED } from '../../casework/testing/release-trials.ts'
import { nameToSeal } from '../../casework/testing/sealed.ts'
import { corroborate } from './testing/run.ts'

const PASSPHRASE = 'invented for a test'
let root: string
let house: House
let [investigation, finding] = ['', '']
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'corroborate-package-'))
  await inStore(async (store) => {
    house = await buildHouse(store)
    // The terminal works as whoever was enrolled first of those who are still members.
    valueOf(await disableMember(house.operator, { member: house.strangerId }))
    const { sealed } = await nameToSeal(house)
    valueOf(await sealIdentity(house.desk, { investigation: house.investigation, sealed }))
    investigation = (await investigationHead(store.db, house.investigation))?.code ?? ''
    finding = (await findings(store.db, house.investigation))[0]?.code ?? ''
  })
})
afterAll(() => rm(root, { recursive: true }))

/** Nobody else has the store open while a command runs. */
async function inStore<Answer>(work: (store: Store) => Promise<Answer>): Promise<Answer> {
  const where = { kind: 'file', folder: join(root, 'data'), passphrase: PASSPHRASE } as const
  const store = valueOf(await openStore(where))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** The same house, while the store is open once more. */
function opened(store: Store): House {
  return {
    ...house,
    store,
    desk: deskIn(store, house.member),
    operator: deskIn(store, 'operator', () => NOON + 1_000),
  }
}

const out = () => join(root, 'for-the-court')
const packageForTheCourt = () =>
  corroborate(
    [
      ...['package', investigation, '--for', 'icc', '--findings', finding],
      ...['--out', out(), '--data', join(root, 'data')],
    ],
    { CORROBORATE_PASSPHRASE: PASSPHRASE },
  )

test('a package for somebody outside is refused at the terminal as on the desk, until two people have let it go', async () => {
  let release: ReleaseId | null = null
  await inStore(async (store) => {
    const here = opened(store)
    const of = { kind: 'package', scope: requestAsked(here) } as const
    const { content } = await packageChecked(here)
    const said = { investigation: here.investigation, of, content, flags: STOPPED, reason: 'They asked.' }
    release = valueOf(await proposeRelease(here.desk, said))
  })
  const refused = await packageForTheCourt()
  expect(refused).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('somebody else has to let it go') as string,
  })
  expect(existsSync(out())).toBe(false)
  await inStore(async (store) => {
    const here = opened(store)
    if (release === null) throw new Error('nothing was proposed')
    const said = { investigation: here.investigation, release, reason: 'So do I.' }
    valueOf(await approveRelease(await secondDesk(here), said))
  })
  const made = await packageForTheCourt()
  expect([made.code, made.err]).toEqual([0, ''])
  expect(existsSync(join(out(), 'VERIFY.txt'))).toBe(true)
})
