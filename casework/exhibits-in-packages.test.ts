import { expect, test, beforeAll } from 'vitest'
import { valueOf, type SourceId } from '@corroborate/base'
import { readTar, writeTar, type PackagePlan, type PackageScope } from '@corroborate/interchange'
import { verifyPackage } from '@corroborate/ledger'
import { custodyOfExhibit, exhibitFilesOf } from '@corroborate/store'
import { DIGESTS_OF_NODE, type ExhibitFiles } from '@corroborate/vault'
import { eachEngine } from '../store/testing/engines.ts'
import { enrolMember, makePackage, recordConsent, recordSource } from './acts.ts'
import type { FilesDesk } from './check-fixity.ts'
import { linesHere } from './package/lines-here.ts'
import { buildHouse, deskIn, type House } from './testing/house.ts'
import { filesForTest, SCRIPT, signingForTest } from './testing/packages.ts'
import { takenExhibit } from './testing/small-exhibit.ts'
import { takePackageIn, type ReceivingDesk } from './take-package-in.ts'

/** Longer than a piece, and no multiple of one. */
const BYTES = Buffer.from(Array.from({ length: 300_001 }, (_, i) => (i * 7 + (i >> 9)) & 0xff))
const WORDS_OF_A_WITNESS = Buffer.from('An invented recording of an invented witness.')

eachEngine((_engine, openStore) => {
  let house: House
  let desk: FilesDesk
  let document: SourceId
  beforeAll(async () => {
    const store = await openStore()
    house = await buildHouse(store)
    desk = { ...house.desk, files: await filesForTest() }
    const { investigation } = house
    document = valueOf(
      await recordSource(desk, {
        ...({ investigation, kind: 'document', role: 'report', code: 'D-1' } as const),
        ...({ title: { en: 'An order' }, reliability: 'F', credibility: 6 } as const),
      }),
    )
    await takenExhibit(desk, { investigation, bytes: BYTES, source: document })
    await takenExhibit(desk, { investigation, bytes: WORDS_OF_A_WITNESS, source: house.witness })
  })

  const elsewhere = async () => {
    const store = await openStore()
    const member = valueOf(await enrolMember(deskIn(store, 'operator'), { name: 'C. Field' }))
    return { ...deskIn(store, member), files: await filesForTest() }
  }
  const signed = signingForTest()
  const made = async (scope: PackageScope = { kind: 'investigation' }) => {
    const signing = await signed
    const asked = { investigation: house.investigation, scope, signing, script: SCRIPT, files: desk.files }
    return makePackage(desk, asked)
  }
  const tarOf = async ({ files }: PackagePlan): Promise<Buffer> => {
    const parts: Uint8Array[] = []
    for await (const part of writeTar(files.map((file) => ({ ...file, name: `p/${file.name}` }))))
      parts.push(part)
    return Buffer.concat(parts)
  }
  const took = async (there: ReceivingDesk, tar: Buffer, by = signed) => {
    const { key } = (await by).key.signerOf(house.investigation)
    const policy = { logs: [key], witnesses: [], quorum: { kind: 'none' } } as const
    return takePackageIn(there, { items: readTar(pieces(tar)), policy })
  }

  test('an exhibit goes into a package as it came, is proven, and comes out elsewhere the very same', async () => {
    const plan = valueOf(await made())
    const tar = await tarOf(plan)
    const policy = { policy: null, against: null, digests: DIGESTS_OF_NODE }
    const verified = valueOf(await verifyPackage(readTar(pieces(tar)), policy))
    expect(verified.about.given).toMatchObject({ exhibits: 2, 'exhibit-files': 2, custody: 2 })
    expect(plan.files.filter(({ name }) => name.startsWith('data/files/'))).toHaveLength(2)
    expect(await tarOf(valueOf(await made()))).toEqual(tar)

    const there = await elsewhere()
    expect(await took(there, tar)).toMatchObject({ ok: true, value: { conflicts: 0, made: true } })
    const id = house.investigation
    expect(await linesHere(there.store.db, id)).toEqual(await linesHere(desk.store.db, id))
    for (const { exhibit, held, ...digests } of await exhibitFilesOf(there.store.db, id)) {
      expect(await there.files.check({ held, digests })).toEqual({ kind: 'whole' })
      expect(await custodyOfExhibit(there.store.db, id, exhibit)).toMatchObject([{ kind: 'archived' }])
    }
    const lying = await lyingIn(there.files)
    expect(lying).toHaveLength(2)
    expect(await took(there, tar)).toMatchObject({ reason: 'received-before' })
    expect(await lyingIn(there.files)).toEqual(lying)
    expect(await there.files.unsettled()).toEqual([])
  })

  test('what a body asked for brings the exhibits that may be given to it, and counts the others with the reason', async () => {
    const scope = { kind: 'request', recipient: 'icc', findings: [house.finding] } as const
    const { files, about } = valueOf(await made(scope))
    expect(files.some(({ name }) => name.startsWith('data/files/'))).toBe(false)
    expect(about.withheld).toMatchObject({
      exhibits: { 'not-allowed': 1, 'not-covered': 1 },
      'exhibit-files': { 'not-allowed': 1, 'not-covered': 1 },
    })
    const inTar = (await tarOf(valueOf(await made(scope)))).toString('latin1')
    expect(inTar).not.toContain('An invented recording')

    const { investigation, witness } = house
    valueOf(
      await recordConsent(desk, {
        ...{ investigation, witness, conceal: [], explainedBy: 'A', language: 'en', givenAt: '2026-01-04' },
        allows: (['analysis', 'details'] as const).map((purpose) => ({ purpose, recipient: 'icc' })),
      }),
    )
    const allowed = await tarOf(valueOf(await made(scope)))
    expect(allowed.toString('latin1')).toContain('An invented recording')
    const lines: string[] = []
    const verified = await verifyPackage(readTar(pieces(allowed)), {
      ...{ policy: null, against: null, digests: DIGESTS_OF_NODE },
      onContent: (content) => lines.push(JSON.stringify(content)),
    })
    expect(verified.ok).toBe(true)
    expect(lines.filter((line) => line.includes('"name":"REC_0007.wav"'))).toHaveLength(1)
  })

  test('nothing of a package that is broken, or signed by somebody else, stays in the store', async () => {
    const tar = await tarOf(valueOf(await made()))
    const at = tar.indexOf('An invented recording')
    const changed = Buffer.from(tar)
    changed[at] = (changed[at] ?? 0) ^ 1
    const there = await elsewhere()
    expect(await took(there, changed)).toMatchObject({ reason: 'changed' })
    const cut = tar.subarray(0, tar.indexOf('p/data/ledger/leaves.jsonl') + 600)
    expect(await took(there, cut)).toMatchObject({ ok: false })
    expect(await took(there, tar, signingForTest())).toMatchObject({ reason: 'other-key' })
    expect(await lyingIn(there.files)).toEqual([])
    expect(await took({ ...there, files: null }, tar)).toMatchObject({ reason: 'no-files' })
  })

  test('is refused where a file is not there any more: nothing is entered, and nothing breaks off', async () => {
    const nowhere = { investigation: house.investigation, scope: { kind: 'investigation' } } as const
    const asked = { ...nowhere, signing: await signed, script: SCRIPT, files: null }
    expect(await makePackage(desk, asked)).toMatchObject({ reason: 'no-files' })
    const [lying = ''] = await lyingIn(desk.files)
    await desk.files.store.remove(lying)
    expect(await made()).toMatchObject({
      reason: 'missing',
      detail: expect.stringMatching(/^X-\d+, file “REC_0007.wav”: missing[.]/) as string,
    })
  })
})

async function* pieces(bytes: Buffer) {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000)
}

async function lyingIn({ store }: ExhibitFiles): Promise<readonly string[]> {
  const lying: string[] = []
  for await (const address of store.addresses()) lying.push(address)
  return lying
}
