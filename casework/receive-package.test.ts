import { beforeEach, describe, expect, test } from 'vitest'
import { valueOf, type InvestigationId, type SourceId } from '@corroborate/base'
import type { PackageScope } from '@corroborate/interchange'
import {
  chainOf,
  conflicts,
  contentsOf,
  investigationWhole,
  lastEntryOn,
  ledgerHead,
} from '@corroborate/store'
import { verifyChain } from '@corroborate/ledger'
import { eachEngine } from '../store/testing/engines.ts'
import { decideConflict, receivePackage, recordSource, withdrawConsent, writeReport } from './acts.ts'
import { buildHouse, everythingIn, plainReport, type House } from './testing/house.ts'
import {
  instanceIn,
  instanceOf,
  packedBy,
  readPacked,
  recordsIn,
  takenIn,
  type Instance,
} from './testing/instances.ts'
import { signingForTest } from './testing/packages.ts'

eachEngine((_engine, open) => {
  let house: House
  let office: Instance
  let id: InvestigationId
  beforeEach(async () => {
    house = await buildHouse(await open())
    id = house.investigation
    office = await instanceOf(house)
  })

  const elsewhere = async () => instanceIn(await open())
  const packageOf = (instance: Instance, scope?: PackageScope) => packedBy(instance, id, scope)
  const linesIn = (instance: Instance) => recordsIn(instance, id)
  const hasSource = ({ desk }: Instance, code: string): Promise<SourceId> =>
    recordSource(desk, {
      ...({ investigation: id, kind: 'document', role: 'report', code } as const),
      ...({ title: { en: code }, reliability: 'F', credibility: 6 } as const),
    }).then(valueOf)
  const titled = ({ desk }: Instance, title: string) =>
    writeReport(desk, { ...plainReport, investigation: id, report: house.report, title }).then(valueOf)

  test('an investigation is made where it is not, record by record; both heads are written down', async () => {
    const field = await elsewhere()
    const packed = await packageOf(office)
    const done = valueOf(await takenIn(field, packed))
    expect(done).toMatchObject({ made: true, replaced: 0, conflicts: 0, renamed: 0 })
    expect(await linesIn(field)).toEqual(await linesIn(office))
    const { db } = field.store
    expect(await investigationWhole(db, id)).toMatchObject({ title: { en: 'The mill' } })
    const whole = await verifyChain(chainOf(db, id), contentsOf(db, id))
    expect(whole).toMatchObject({ ok: true })
    const received = valueOf(await readPacked(packed, packed.key))
    const line = await lastEntryOn(db, id, { act: 'package.received', subject: received.package })
    expect(line).not.toBeNull()
    for await (const { sequence, content } of contentsOf(db, id))
      if (sequence === line?.sequence) expect(content).toMatchObject({ from: received.from, here: null })
  })

  test('twice is once: the same package again changes nothing, not even the ledger', async () => {
    const field = await elsewhere()
    const packed = await packageOf(office)
    valueOf(await takenIn(field, packed))
    const before = await everythingIn(field.store)
    expect(await takenIn(field, packed)).toMatchObject({ ok: false, reason: 'received-before' })
    expect(await everythingIn(field.store)).toBe(before)
  })

  test('two packages in either order give the same records where nothing conflicts, and lose none', async () => {
    const [one, other, second] = [await elsewhere(), await elsewhere(), await elsewhere()]
    const start = await packageOf(office)
    for (const instance of [one, other, second]) valueOf(await takenIn(instance, start))
    await hasSource(one, 'F-1')
    await titled(one, 'The mill, revised')
    await hasSource(other, 'F-2')
    valueOf(await withdrawConsent(other.desk, { investigation: id, consent: house.consent, reason: '' }))
    const [first, last] = [await packageOf(one), await packageOf(other)]
    for (const packed of [first, last]) expect(valueOf(await takenIn(office, packed)).conflicts).toBe(0)
    for (const packed of [last, first]) expect(valueOf(await takenIn(second, packed)).conflicts).toBe(0)
    const lines = await linesIn(office)
    expect(await linesIn(second)).toEqual(lines)
    const told = lines.join('\n')
    for (const words of ['F-1', 'F-2', 'The mill, revised', '"withdrawnAt":"2026'])
      expect(told).toContain(words)
  })

  test('a record that was gone on from on one side alone follows it; an older package moves nothing back', async () => {
    const field = await elsewhere()
    const start = await packageOf(office)
    valueOf(await takenIn(field, start))
    await titled(field, 'Second')
    const second = await packageOf(field)
    await titled(field, 'Third')
    expect(valueOf(await takenIn(office, await packageOf(field)))).toMatchObject({
      replaced: 1,
      conflicts: 0,
    })
    expect(valueOf(await takenIn(office, second))).toMatchObject({ replaced: 0, kept: 1, conflicts: 0 })
    expect((await linesIn(office)).join('\n')).toContain('"title":"Third"')
  })

  test('two records under one code are both kept, and both sides agree in the end which has which', async () => {
    const field = await elsewhere()
    valueOf(await takenIn(field, await packageOf(office)))
    await hasSource(field, 'S-9')
    await hasSource(office, 'S-9')
    expect(valueOf(await takenIn(office, await packageOf(field)))).toMatchObject({ added: 1, renamed: 1 })
    expect(valueOf(await takenIn(field, await packageOf(office)))).toMatchObject({ conflicts: 0, added: 1 })
    expect(await linesIn(field)).toEqual(await linesIn(office))
    expect((await linesIn(field)).filter((line) => line.includes('"code":"S-9'))).toHaveLength(2)
  })

  describe('what was changed on both sides', () => {
    let field: Instance
    beforeEach(async () => {
      field = await elsewhere()
      valueOf(await takenIn(field, await packageOf(office)))
      await titled(field, 'As the field has it')
      await titled(office, 'As the office has it')
    })

    test.each([
      ['theirs', 'As the field has it'],
      ['ours', 'As the office has it'],
    ] as const)('waits for a person, who says %s; then both sides agree', async (choice, title) => {
      const before = await linesIn(office)
      const packed = await packageOf(field)
      expect(valueOf(await takenIn(office, packed))).toMatchObject({ conflicts: 1, replaced: 0, added: 0 })
      expect(await linesIn(office)).toEqual(before)
      const [found] = await conflicts(office.store.db, id)
      if (!found) throw new Error('nothing was kept')
      const { kind, record, sha256 } = found
      expect(found.theirs).toContain('As the field has it')
      const decision = { investigation: id, kind, record, sha256, choice, reason: 'Read side by side.' }
      valueOf(await decideConflict(office.desk, decision))
      expect(await decideConflict(office.desk, decision)).toMatchObject({ reason: 'decided-before' })
      expect((await linesIn(office)).join('\n')).toContain(`"title":"${title}"`)
      expect(valueOf(await takenIn(field, await packageOf(office)))).toMatchObject({ conflicts: 0 })
      expect(await linesIn(field)).toEqual(await linesIn(office))
      await hasSource(field, 'F-3')
      expect(valueOf(await takenIn(office, await packageOf(field)))).toMatchObject({ conflicts: 0, added: 1 })
    })
  })

  test('nothing is taken in of a package that is broken, a part, signed by another key, or not yours to merge', async () => {
    const field = await elsewhere()
    const packed = await packageOf(office)
    const stranger = (await signingForTest()).key.signerOf(id).key
    expect(await readPacked(packed, stranger)).toMatchObject({ reason: 'other-key' })
    const part = await packageOf(office, { kind: 'request', recipient: 'icc', findings: [house.finding] })
    expect(await readPacked(part, part.key)).toMatchObject({ reason: 'only-a-part' })
    const bytes = packed.kept.map(({ name, bytes: content }) => {
      if (name !== 'data/records/claims.jsonl') return { name, bytes: content }
      return { name, bytes: Buffer.from(Buffer.from(content).toString().replace('Monday', 'Sunday')) }
    })
    expect(await readPacked({ ...packed, kept: bytes }, packed.key)).toMatchObject({ reason: 'changed' })
    const received = valueOf(await readPacked(packed, packed.key))
    const before = await ledgerHead(office.store.db, id)
    expect(await receivePackage(house.stranger, { received, files: new Map() })).toMatchObject({
      reason: 'not-found',
    })
    expect(await ledgerHead(office.store.db, id)).toEqual(before)
    expect(valueOf(await takenIn(field, packed)).made).toBe(true)
  })
})
