import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { bytesSource, type RecordKind } from '@corroborate/interchange'
import { contentsOf } from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import { resolveContradiction, reviewClaim, signFinding } from './acts.ts'
import { linesHere } from './package/lines-here.ts'
import { History } from './package/records-compared.ts'
import { buildHouse, type House } from './testing/house.ts'
import { instanceIn, instanceOf, packedBy, recordsIn, takenIn, type Packed } from './testing/instances.ts'
import { writeInto } from './testing/packages.ts'
import { everyAct, TRIALS, type AnyAct } from './testing/trials.ts'

const VERIFIER = fileURLToPath(new URL('../verifier/verify.mjs', import.meta.url))

/** Done first: what others bring about stands against them. */
const FIRST: readonly string[] = [resolveContradiction, signFinding, reviewClaim].map((one) => one.actName)

/** Every act of an investigation, once. Those that end a thing are done to things of their own. */
async function everythingDoneIn(house: House): Promise<void> {
  const here = everyAct.filter(({ actName }) => TRIALS[actName]?.chain === undefined)
  const place = ({ actName }: AnyAct) => (FIRST.includes(actName) ? FIRST.indexOf(actName) : FIRST.length)
  for (const one of here.toSorted((a, b) => place(a) - place(b))) {
    const trial = TRIALS[one.actName]
    const by = trial?.by ?? ((of: House) => of.desk)
    const done = await one(by(house), (await trial?.valid(house)) ?? {})
    expect([one.actName, done.ok ? null : done.detail]).toEqual([one.actName, null])
  }
}

/** What stands otherwise than it was entered: see MAY_DIFFER of the verifier; a linkage and a run are entered by their digests, and a seal by what it says. */
const ENTERED_OTHERWISE: readonly RecordKind[] = ['lists', 'linkages', 'findings', 'runs', 'sealed-values']

eachEngine((_engine, open) => {
  let house: House
  let packed: Packed
  beforeAll(async () => {
    house = await buildHouse(await open())
    await everythingDoneIn(house)
    packed = await packedBy(await instanceOf(house), house.investigation)
  })

  test('each record, as it stands after every act, is what the ledger says was entered', async () => {
    const { store, investigation } = house
    const history = new History()
    for await (const { content } of contentsOf(store.db, investigation)) history.take(content)
    const here = [...(await linesHere(store.db, investigation))]
    const otherwise = here
      .filter(([kind]) => !ENTERED_OTHERWISE.includes(kind))
      .flatMap(([kind, lines]) =>
        [...lines].flatMap(([key, line]) => (history.has(key, line) ? [] : `${kind} ${line}`)),
      )
    expect(otherwise).toEqual([])
  })

  test('a package of it is whole to both verifiers, and another instance has every record of it', async () => {
    const field = await instanceIn(await open())
    expect(valueOf(await takenIn(field, packed))).toMatchObject({ made: true, conflicts: 0 })
    expect(await recordsIn(field, house.investigation)).toEqual(
      await recordsIn(await instanceOf(house), house.investigation),
    )
    const folder = mkdtempSync(join(tmpdir(), 'corroborate-everything-'))
    await writeInto(
      folder,
      packed.kept.map(({ name, bytes }) => bytesSource(name, bytes)),
    )
    const verified = spawnSync(process.execPath, [VERIFIER, folder], { encoding: 'utf8' })
    expect(verified.stdout).toMatch(/^whole: /)
  })
})
