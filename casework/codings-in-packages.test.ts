import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, test } from 'vitest'
import { canonicalJson, valueOf, type CodeId, type InvestigationId } from '@corroborate/base'
import { bytesSource } from '@corroborate/interchange'
import { codes, codingsOf, conflicts, insertSealed, sealedValues } from '@corroborate/store'
import type { SealedRecord } from '@corroborate/vault/sealing'
import { eachEngine } from '../store/testing/engines.ts'
import { temporaryFolder } from '../store/testing/temporary.ts'
import {
  codePassage,
  decideConflict,
  makeCode,
  mergeCodes,
  receivePackage,
  reviseCode,
  sealIdentity,
  splitCode,
  undoCoding,
} from './acts.ts'
import { everythingIn, type House } from './testing/house.ts'
import {
  officeAndField,
  packedBy,
  readPacked,
  recordsIn,
  takenIn,
  type Instance,
} from './testing/instances.ts'
import { writeInto } from './testing/packages.ts'
import { nameToSeal, sealedBy, toCustodian } from './testing/sealed.ts'

const VERIFIER = fileURLToPath(new URL('../verifier/verify.mjs', import.meta.url))

eachEngine((_engine, open) => {
  let house: House
  let office: Instance
  let field: Instance
  let id: InvestigationId
  beforeEach(async () => {
    ;({ house, id, office, field } = await officeAndField(open))
  })

  const sync = async (from: Instance, to: Instance) => valueOf(await takenIn(to, await packedBy(from, id)))
  const made = async ({ desk }: Instance, name: string, within: CodeId | null = null) =>
    valueOf(await makeCode(desk, { investigation: id, name: { en: name }, within, key: null, memo: null }))
  const stretch = () => ({ investigation: id, text: house.text, start: 25, end: 60 })
  const coded = async ({ desk }: Instance, code: CodeId, memo: string | null = null) =>
    valueOf(await codePassage(desk, { ...stretch(), code, memo }))
  const memosIn = async ({ store }: Instance) => (await codingsOf(store.db, id)).map(({ memo }) => memo)
  const agree = async () => expect(await recordsIn(field, id)).toEqual(await recordsIn(office, id))

  test('codes and codings with their memos go along, from coders who are no members there; twice is once', async () => {
    const hunger = await made(office, 'Hunger')
    await coded(office, hunger, 'Said twice.')
    const packed = await packedBy(office, id)
    valueOf(await takenIn(field, packed))
    expect(await codingsOf(field.store.db, id)).toMatchObject([
      { code: hunger, coder: house.member, by: 'A. Researcher', memo: 'Said twice.' },
    ])
    const before = await everythingIn(field.store)
    expect(await takenIn(field, packed)).toMatchObject({ reason: 'received-before' })
    expect(await everythingIn(field.store)).toBe(before)
    await coded(field, hunger, 'So it is.')
    expect(await sync(field, office)).toMatchObject({ added: 1, replaced: 0, conflicts: 0 })
    expect(await memosIn(office)).toEqual(['Said twice.', 'So it is.'])
    await agree()
  })

  test('a coding with a field that nobody knows is not taken, and nothing of its package is', async () => {
    await coded(office, await made(office, 'Hunger'))
    const packed = await packedBy(office, id)
    const received = valueOf(await readPacked(packed, packed.key))
    const changed = [...(received.lines.get('codings') ?? [])].map(([key, line]) => {
      const coding = { ...(JSON.parse(line) as object), ordinal: 7, unknown: 'field' }
      return [key, canonicalJson(coding)] as const
    })
    const lines = new Map([...received.lines, ['codings', new Map(changed)] as const])
    const before = await everythingIn(field.store)
    const taken = await receivePackage(field.desk, { received: { ...received, lines }, files: new Map() })
    expect(taken).toMatchObject({ reason: 'malformed-package' })
    expect(await everythingIn(field.store)).toBe(before)
  })

  test('codes that were merged and parted are followed, and both verifiers take the package', async () => {
    const [want, hunger] = [await made(office, 'Want'), await made(office, 'Hunger')]
    const thirst = await made(office, 'Thirst', hunger)
    await coded(office, hunger)
    await sync(office, field)
    valueOf(await mergeCodes(office.desk, { investigation: id, code: hunger, into: want }))
    const [coding] = await codingsOf(office.store.db, id)
    if (!coding) throw new Error('nothing is coded')
    const parted = { investigation: id, code: want, name: { en: 'Bread' }, key: null, memo: null }
    valueOf(await splitCode(office.desk, { ...parted, codings: [coding] }))
    const packed = await packedBy(office, id)
    expect(valueOf(await takenIn(field, packed))).toMatchObject({ replaced: 2, conflicts: 0 })
    expect((await codes(field.store.db, id)).get(thirst)?.within).toBe(want)
    const folder = temporaryFolder()
    await writeInto(
      folder,
      packed.kept.map(({ name, bytes }) => bytesSource(name, bytes)),
    )
    const verified = spawnSync(process.execPath, [VERIFIER, folder], { encoding: 'utf8' })
    expect(verified.stdout).toMatch(/^whole: /)
  })

  test('a coding that was taken back does not come again, and one that was done anew is followed', async () => {
    const [hunger, thirst] = [await made(office, 'Hunger'), await made(office, 'Thirst')]
    for (const code of [hunger, thirst]) await coded(office, code)
    await sync(office, field)
    for (const code of [hunger, thirst]) valueOf(await undoCoding(office.desk, { ...stretch(), code }))
    await coded(office, hunger, 'Read again.')
    expect(await sync(field, office)).toMatchObject({ added: 0, replaced: 0, kept: 2, conflicts: 0 })
    expect(await memosIn(office)).toEqual(['Read again.'])
    expect(await sync(office, field)).toMatchObject({ replaced: 1, conflicts: 0 })
    expect(await memosIn(field)).toEqual([null, 'Read again.'])
  })

  test('a code that was revised on both sides waits for a person; two that are called alike are both kept', async () => {
    const hunger = await made(office, 'Hunger')
    await sync(office, field)
    const revised = ({ desk }: Instance, name: string) => {
      const said = { name: { en: name }, within: null, key: null, memo: null }
      return reviseCode(desk, { investigation: id, code: hunger, ...said }).then(valueOf)
    }
    await revised(office, 'Starvation')
    await revised(field, 'Famine')
    await made(office, 'Cold')
    await made(field, 'Heat')
    expect(await sync(field, office)).toMatchObject({ added: 1, renamed: 1, conflicts: 1 })
    const [found] = await conflicts(office.store.db, id)
    if (!found) throw new Error('nothing was kept')
    const { kind, record, sha256 } = found
    const at = {
      investigation: id,
      kind,
      record,
      sha256,
      choice: 'theirs',
      reason: 'The word of the law.',
    } as const
    valueOf(await decideConflict(office.desk, at))
    expect((await codes(office.store.db, id)).get(hunger)?.name).toEqual({ en: 'Famine' })
    expect(await sync(office, field)).toMatchObject({ conflicts: 0 })
    await agree()
  })

  test('sealed values go along shut; one that was sealed on both sides is not written over, and the next one is followed', async () => {
    const { custodian, sealed } = await nameToSeal(house)
    const what = { record: house.witness, field: 'name', value: 'Another Name', to: toCustodian(custodian) }
    const other = await sealedBy(house, custodian, what)
    await sync(office, field)
    valueOf(await sealIdentity(custodian.desk, { investigation: id, sealed }))
    await insertSealed(field.store.db, id, other)
    expect(await sync(field, office)).toMatchObject({ added: 0, conflicts: 1 })
    const [found] = await conflicts(office.store.db, id)
    if (!found) throw new Error('nothing was kept')
    const { kind, record, sha256 } = found
    const at = { investigation: id, kind, record, sha256, reason: 'Asked the colleague.' }
    expect(await decideConflict(office.desk, { ...at, choice: 'theirs' })).toMatchObject({
      reason: 'not-changeable',
    })
    valueOf(await decideConflict(office.desk, { ...at, choice: 'ours' }))
    expect(await sealedValues(office.store.db, id)).toEqual([sealed])
    const next = await sealedBy(house, custodian, what)
    valueOf(await sealIdentity(custodian.desk, { investigation: id, sealed: next }))
    expect(await sync(office, field)).toMatchObject({ added: 1 })
    expect(await sealedValues(field.store.db, id)).toEqual([other, next])
  })

  test('what the tokens of a text stand for goes along with it, shut', async () => {
    const { custodian } = await nameToSeal(house)
    const what = { record: house.text, field: 'original', value: 'Invented', to: toCustodian(custodian) }
    const sealed = await sealedBy(house, custodian, what)
    valueOf(await sealIdentity(custodian.desk, { investigation: id, sealed }))
    await sync(office, field)
    expect(await sealedValues(field.store.db, id)).toEqual([sealed])
  })

  test.each([
    ['another ciphertext', (sealed: SealedRecord) => ({ ...sealed, file: 'AAAA' })],
    [
      'a record that is not there',
      (sealed: SealedRecord) => ({ ...sealed, statement: { ...sealed.statement, record: 'somebody' } }),
    ],
  ])('a sealed value with %s is not taken, and nothing of its package is', async (_what, changed) => {
    const { sealed } = await nameToSeal(house)
    await insertSealed(office.store.db, id, changed(sealed))
    const before = await everythingIn(field.store)
    expect(await takenIn(field, await packedBy(office, id))).toMatchObject({ reason: 'malformed-package' })
    expect(await everythingIn(field.store)).toBe(before)
  })
})
