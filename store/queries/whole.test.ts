import { beforeAll, expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import { derivedId } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import type { Store } from '../store.ts'
import { eachEngine } from '../testing/engines.ts'
import { investigations } from '../testing/investigations.ts'
import { insertWhole, investigationWhole } from './whole.ts'

eachEngine((_, open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })

  prop.prop([investigations()], { numRuns: 60 })(
    'gives back a whole investigation as it was written, to the letter and in its order',
    async (written) => {
      const undone = store.db.transaction().execute(async (within) => {
        await insertWhole(within, written)
        throw new ReadBack(await investigationWhole(within, written.id))
      })
      const { whole } = await undone.catch((thrown: unknown) => thrown as ReadBack)
      expect(whole).toStrictEqual(JSON.parse(JSON.stringify(written)))
    },
  )

  prop.prop([investigations()], { numRuns: 10 })(
    'leaves nothing of an investigation whose transaction was undone',
    async (written) => {
      const undone = store.db.transaction().execute(async (within) => {
        await insertWhole(within, written)
        expect(await investigationWhole(within, written.id)).not.toBeNull()
        throw new Error('undo')
      })
      await expect(undone).rejects.toThrow('undo')
      expect(await investigationWhole(store.db, written.id)).toBeNull()
      expect(await rowsOf(store, written.id)).toBe(0)
    },
  )

  test('knows no investigation that was never written', async () => {
    expect(await investigationWhole(store.db, derivedId('investigation', 'never'))).toBeNull()
  })

  test('keeps investigations apart: what one cites cannot stand in another', async () => {
    const [one, other] = fc
      .sample(investigations(), { numRuns: 40, seed: 7 })
      .filter((whole) => whole.claims.length > 0)
    if (!one || !other) throw new Error('the sample has no two investigations with claims')
    const mixed = { ...one, passages: [], texts: [] }
    await expect(store.db.transaction().execute((within) => insertWhole(within, mixed))).rejects.toThrow(
      /foreign key/i,
    )
    await store.db.transaction().execute((within) => insertWhole(within, other))
    const strayed = {
      ...one,
      claims: one.claims.map((claim) => ({ ...claim, source: other.claims[0]?.source ?? claim.source })),
    }
    await expect(store.db.transaction().execute((within) => insertWhole(within, strayed))).rejects.toThrow(
      /foreign key/i,
    )
  })

  test('refuses text that an engine would change without a word', async () => {
    const [whole] = fc.sample(investigations(), { numRuns: 1, seed: 7 })
    if (!whole) throw new Error('no sample')
    for (const wrong of ['cut\0here', 'half \ud83d']) {
      const spoilt = { ...whole, reports: whole.reports.map((report) => ({ ...report, title: wrong })) }
      await expect(store.db.transaction().execute((within) => insertWhole(within, spoilt))).rejects.toThrow(
        'report.title holds a zero character or a lone surrogate',
      )
    }
  })
})

/** Carries what was read out of a transaction that is undone, so that the next run finds an empty store. */
class ReadBack extends Error {
  readonly whole: Investigation | null
  constructor(whole: Investigation | null) {
    super('read back')
    this.whole = whole
  }
}

/** Rows of all tables that speak of an investigation. */
async function rowsOf(store: Store, investigation: string): Promise<number> {
  let rows = 0
  for (const { name, columns } of await store.db.introspection.getTables())
    if (columns.some((column) => column.name === 'investigation')) {
      const found = await store.db
        .selectFrom(name as 'claim')
        .select((build) => build.fn.countAll<number>().as('rows'))
        .where('investigation', '=', investigation as never)
        .executeTakeFirstOrThrow()
      rows += found.rows
    }
  return rows
}
