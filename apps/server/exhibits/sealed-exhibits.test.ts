import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { digestOf, valueOf } from '@corroborate/base'
import { checkFixity, nameCustodians } from '@corroborate/casework'
import { openStream, sealStream, type Recipient } from '@corroborate/vault/sealing'
import { buildHouse } from '../../../casework/testing/house.ts'
import {
  keyedCustodian,
  keyedMember,
  listOf,
  sealedBy,
  toCustodian,
} from '../../../casework/testing/sealed.ts'
import { eachEngine } from '../../../store/testing/engines.ts'
import type { ExhibitReceived, SealingView } from '../api.ts'
import { broughtFile, digestsOf, filesInFolder, saidOf } from '../testing/files.ts'
import { postedJson, served } from '../testing/served.ts'

/** Invented. */
const RECORDING = Buffer.from('I am Qasimov, and this is what I saw.\n'.repeat(5_000))

/** As the browser of whoever brings it seals it. */
async function sealedRecording(to: readonly Recipient[]) {
  const { ciphertext, header } = await sealStream(new Blob([RECORDING]), to)
  return { bytes: await bytesOf(ciphertext), header }
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const copies: Buffer[] = []
  for await (const piece of pieces) copies.push(Buffer.from(piece))
  return Buffer.concat(copies)
}

eachEngine((_engine, open) => {
  const settled = open().then(async (store) => {
    const house = await buildHouse(store)
    const custodian = await keyedCustodian(house)
    const held = await filesInFolder(store)
    const server = served(store, { files: held.files })
    const session = await server.signIn(house.member)
    const at = `/api/investigations/${house.investigation}`
    const ask = (path: string, init: RequestInit = {}) => server.ask(`${at}${path}`, { ...init, session })
    const bring = (bytes: Uint8Array) =>
      ask('/exhibits', broughtFile(bytes, saidOf(bytes, { name: 'sealed.age', sealed: true, sha512: null })))
    return { store, house, held, custodian, ask, bring }
  })
  afterAll(async () => (await settled).held.close())

  test('nothing is taken in as sealed while nobody is named who could open it', async () => {
    const { bring, custodian } = await settled
    const { bytes } = await sealedRecording(toCustodian(custodian))
    expect(await (await bring(bytes)).json()).toMatchObject({ reason: 'no-custodian' })
  })

  test('a recording that was sealed in the browser lies as it was sealed, and is heard in the browser of a custodian', async () => {
    const { bring, ask, house, held, store, custodian } = await settled
    valueOf(await nameCustodians(custodian.desk, await listOf(house, [custodian])))
    const { bytes, header } = await sealedRecording(toCustodian(custodian))
    const { value } = (await (await bring(bytes)).json()) as { value: ExhibitReceived }
    const about = JSON.stringify({ header, name: 'Qasimov.wav', type: 'audio/wav' })
    const place = { record: value.exhibit, field: 'file' }
    const sealed = await sealedBy(house, custodian, { ...place, value: about, to: toCustodian(custodian) })
    expect((await ask('/sealed', postedJson({ sealed }))).status).toBe(200)

    const address = digestOf(bytes)
    const lying = await readFile(join(held.folder, 'held', address.slice(0, 2), address))
    expect(lying.equals(bytes)).toBe(true)
    // The browser announced the first alone.
    const { sha256, sha512 } = digestsOf(bytes)
    const rows = await store.db.selectFrom('exhibit_file').select(['sha256', 'sha512']).execute()
    expect(rows).toEqual([{ sha256, sha512 }])
    const checked = await checkFixity({ ...house.operator, files: held.files })
    expect(checked.investigations.flatMap(({ check }) => check.faults)).toEqual([])

    const { values } = (await (await ask(`/sealed/${value.exhibit}`)).json()) as SealingView
    expect(values).toEqual([{ statement: sealed.statement, signature: sealed.signature }])
    const answer = await ask(`/exhibit-files/${value.file}/opening`, {
      method: 'POST',
      body: new URLSearchParams({ reason: 'To hear it.' }),
    })
    const plain = await openStream(await answer.blob(), { header, keys: custodian.keys })
    const heard = await bytesOf(plain)
    expect(heard.equals(RECORDING)).toBe(true)
    expect(JSON.stringify(await store.db.selectFrom('exhibit_file').selectAll().execute())).not.toContain(
      'Qasimov',
    )
  })

  test('what is not sealed comes with both its digests', async () => {
    const { ask } = await settled
    const said = saidOf(RECORDING, { sealed: false, sha512: null })
    const answer = await ask('/exhibits', broughtFile(RECORDING, said))
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('sha512')
  })

  test('what is not sealed, or is sealed to one more, is not taken in as sealed, and nothing of it stays', async () => {
    const { bring, house, held, custodian } = await settled
    const before = await readdir(held.folder, { recursive: true })
    const { halves } = await keyedMember(house, 'researcher')
    const one = { name: 'somebody', recipient: halves.recipient }
    const { bytes } = await sealedRecording([...toCustodian(custodian), one])
    expect(await (await bring(RECORDING)).json()).toMatchObject({ reason: 'no-age-file' })
    expect(await (await bring(bytes)).json()).toMatchObject({ reason: 'unlisted-recipient' })
    expect(await readdir(held.folder, { recursive: true })).toEqual(before)
  })
})
