import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { readTar, writeTar } from '@corroborate/interchange'
import { atOnce, type Store } from '@corroborate/store'
import { eachEngine } from '../../store/testing/engines.ts'
import { signCheckpoint } from '../sign-checkpoint.ts'
import { buildHouse, everythingIn } from '../testing/house.ts'
import { signingForTest } from '../testing/packages.ts'
import { planBackup } from './plan-backup.ts'
import { restoreBackup } from './restore-backup.ts'

async function backedUp(store: Store): Promise<Buffer> {
  return atOnce(store.db, async (db) => {
    const { files } = await planBackup(db, { at: '2026-01-05T12:00:00.000Z', files: [] })
    const parts: Uint8Array[] = []
    for await (const chunk of writeTar(files.map((file) => ({ ...file, name: `backup/${file.name}` }))))
      parts.push(chunk)
    return Buffer.concat(parts)
  })
}

const opening = (tar: Buffer) => () => readTar(chunks(tar))
async function* chunks(bytes: Buffer) {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += 5_000) yield bytes.subarray(at, at + 5_000)
}

eachEngine((_engine, open) => {
  test('a store comes back whole in an empty place, its ledgers the very ones, and never over another', async () => {
    const store = await open()
    const house = await buildHouse(store)
    valueOf(await signCheckpoint({ ...house.desk, signing: await signingForTest() }, house.investigation))
    const tar = await backedUp(store)
    const empty = await open()
    const restored = valueOf(await restoreBackup(empty, opening(tar)))
    expect(restored.heads.map(({ chain }) => chain)).toContain(house.investigation)
    expect(await backedUp(empty)).toEqual(tar)
    expect(await restoreBackup(empty, opening(tar))).toMatchObject({ reason: 'not-empty' })
  })

  test('a changed, cut or foreign backup restores nothing, and says so', async () => {
    const store = await open()
    await buildHouse(store)
    const tar = await backedUp(store)
    const changed = Buffer.from(tar)
    const at = changed.indexOf('"act":"claim.stated"')
    changed.write('X', at + 8)
    const empty = await open()
    const before = await everythingIn(empty)
    for (const bytes of [changed, tar.subarray(0, tar.length / 2), Buffer.alloc(4_000, 'x')])
      expect(await restoreBackup(empty, opening(bytes))).toMatchObject({
        reason: 'not-whole',
        detail: expect.stringMatching(/^The backup is not whole: .*[.] Nothing was restored[.]$/) as string,
      })
    expect(await everythingIn(empty)).toBe(before)
  })
})
