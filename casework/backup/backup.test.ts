import { expect, test } from 'vitest'
import { ok, valueOf } from '@corroborate/base'
import { readTar, writeTar } from '@corroborate/interchange'
import { allInvestigations, atOnce, exhibitFilesOf, type Store } from '@corroborate/store'
import { makeRecoveryKey, type ExhibitFiles, type FilesKey } from '@corroborate/vault'
import { eachEngine } from '../../store/testing/engines.ts'
import { signCheckpoint } from '../sign-checkpoint.ts'
import { buildHouse, everythingIn, type House } from '../testing/house.ts'
import { filesForTest, signingForTest } from '../testing/packages.ts'
import { takenExhibit } from '../testing/small-exhibit.ts'
import { planBackup } from './plan-backup.ts'
import { restoreBackup } from './restore-backup.ts'

/** A store with what lies beside it. */
interface Kept {
  readonly store: Store
  readonly files: ExhibitFiles
  readonly key: FilesKey
}

async function backedUp({ store, files, key }: Kept): Promise<Buffer> {
  return atOnce(store.db, async (db) => {
    const plan = await planBackup(db, { at: '2026-01-05T12:00:00.000Z', files: { store: files.store, key } })
    const parts: Uint8Array[] = []
    for await (const chunk of writeTar(plan.files.map((file) => ({ ...file, name: `backup/${file.name}` }))))
      parts.push(chunk)
    return Buffer.concat(parts)
  })
}

async function built(store: Store): Promise<Kept & { readonly house: House }> {
  const key = await makeRecoveryKey()
  const [house, files] = [await buildHouse(store), await filesForTest(key)]
  const bytes = Buffer.alloc(200_000, 'an invented recording ')
  await takenExhibit({ ...house.desk, files }, { investigation: house.investigation, bytes, source: null })
  return { store, files, key, house }
}

async function* chunks(bytes: Buffer) {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += 5_000) yield bytes.subarray(at, at + 5_000)
}

/** Restores into an empty place; its files lie under whatever key the backup brings. */
async function restoredInto(store: Store, tar: Buffer) {
  const place: { kept: Kept | null } = { kept: null }
  const restored = await restoreBackup(store, {
    open: () => readTar(chunks(tar)),
    filesUnder: async (identity) => {
      const key = { identity, recipient: 'no file is taken in under it here' }
      place.kept = { store, key, files: await filesForTest(key) }
      return ok(place.kept.files)
    },
  })
  return { restored, kept: place.kept }
}

eachEngine((_engine, open) => {
  test('a store comes back whole in an empty place, its ledgers the very ones, and never over another', async () => {
    const before = await built(await open())
    const { desk, investigation } = before.house
    valueOf(await signCheckpoint({ ...desk, signing: await signingForTest() }, investigation))
    const tar = await backedUp(before)
    const empty = await open()
    const { restored, kept } = await restoredInto(empty, tar)
    expect(valueOf(restored).heads.map(({ chain }) => chain)).toContain(investigation)
    expect(kept && (await backedUp(kept))).toEqual(tar)
    expect((await restoredInto(empty, tar)).restored).toMatchObject({ reason: 'not-empty' })
  })

  test('the exhibits of a backup open in the new place, with the digests that they came with', async () => {
    const before = await built(await open())
    const { restored, kept } = await restoredInto(await open(), await backedUp(before))
    expect(valueOf(restored).files).toBe(1)
    if (!kept) throw new Error('no place for files was asked for')
    const [investigation] = await allInvestigations(kept.store.db)
    const [file] = await exhibitFilesOf(kept.store.db, investigation?.id ?? before.house.investigation)
    if (!file) throw new Error('the exhibit is gone')
    const { held, ...digests } = file
    expect(await kept.files.check({ held, digests })).toEqual({ kind: 'whole' })
    expect(await kept.files.unsettled()).toEqual([])
  })

  test('a changed, cut or foreign backup restores nothing, and says so', async () => {
    const store = await open()
    const tar = await backedUp(await built(store))
    const changed = Buffer.from(tar)
    const at = changed.indexOf('"act":"claim.stated"')
    changed.write('X', at + 8)
    const empty = await open()
    const before = await everythingIn(empty)
    for (const bytes of [changed, tar.subarray(0, tar.length / 2), Buffer.alloc(4_000, 'x')]) {
      const { restored, kept } = await restoredInto(empty, bytes)
      expect(restored).toMatchObject({
        reason: 'not-whole',
        detail: expect.stringMatching(/^The backup is not whole: .*[.] Nothing was restored[.]$/) as string,
      })
      expect(kept).toBeNull()
    }
    expect(await everythingIn(empty)).toBe(before)
  })

  test('there is no backup of a store whose exhibits are not all there', async () => {
    const kept = await built(await open())
    for await (const address of kept.files.store.addresses()) await kept.files.store.remove(address)
    await expect(backedUp(kept)).rejects.toThrow(/^nothing lies at [0-9a-f]{64}, and an exhibit names it$/)
  })
})
