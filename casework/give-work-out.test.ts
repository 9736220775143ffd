import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { strFromU8, unzipSync } from 'fflate'
import { makeMemory } from './memory.ts'
import { invalidBy } from '../interchange/qdpx/testing/schema.ts'
import { eachEngine } from '../store/testing/engines.ts'
import * as acts from './acts.ts'
import { readExchange } from './reads.ts'
import { secondReader } from './testing/coding-trials.ts'
import { OUT } from './testing/exchange-trials.ts'
import { buildHouse, type House } from './testing/house.ts'

const SCHEMAS = new URL('../../shared/qdpx/xsd/', import.meta.url)
const isBeside = existsSync(SCHEMAS)
if (!isBeside) console.warn('skipped: the schemas of REFI-QDA are not beside this project (../shared/qdpx)')

eachEngine((_engine, open) => {
  let house: House
  beforeAll(async () => {
    house = await buildHouse(await open())
    const { desk, investigation, text } = house
    const name = { name: { en: 'Seen' }, within: null, key: null, memo: null }
    const code = valueOf(await acts.makeCode(desk, { investigation, ...name }))
    const at = { investigation, text, code, start: 25, end: 60, memo: null }
    for (const who of [desk, await secondReader(house)]) valueOf(await acts.codePassage(who, at))
  })

  const given = async (form: acts.GiveWorkOut['form'], more: Partial<acts.GiveWorkOut> = {}) => {
    const { desk, investigation } = house
    return valueOf(await acts.giveWorkOut(desk, { investigation, ...OUT, form, ...more }))
  }
  const wouldGo = (recipient: 'own-team' | 'partners') =>
    readExchange({ ...house.desk, memory: makeMemory() }, house.investigation, {
      purpose: 'analysis',
      recipient,
    })

  test('a project that goes out is valid against the schema, as is a code book', async () => {
    if (!isBeside) return
    const project = unzipSync((await given('qdpx')).bytes)['project.qde'] ?? new Uint8Array()
    const schema = (name: string) => readFileSync(new URL(`${name}-mrt2019.xsd`, SCHEMAS))
    expect(invalidBy(schema('Project'), strFromU8(project))).toBeNull()
    expect(invalidBy(schema('Codebook'), strFromU8((await given('qdc')).bytes))).toBeNull()
  })

  test('what a witness has not let out for that use stays, with its reason; a coder who is blind gives out only what they see', async () => {
    expect(await wouldGo('own-team')).toMatchObject({
      goes: { texts: 2, claims: 3, codings: 1 },
      withheld: { texts: 0, blind: 1, sources: [] },
    })
    const few = await wouldGo('partners')
    expect(few).toMatchObject({
      goes: { texts: 0, claims: 0 },
      withheld: { texts: 2, claims: 3, codings: 2 },
    })
    expect(few?.withheld.sources.map(({ reason }) => reason)).toEqual(['not-allowed', 'not-allowed'])
    const { bytes, name } = await given('csv', { recipient: 'partners' })
    expect(name).toMatch(/^mill-.+[.]csv$/)
    expect(new TextDecoder().decode(bytes).trim().split('\r\n')).toHaveLength(1)
  })

  test('who came in long ago shows once more that it is they', async () => {
    const { desk, investigation } = house
    const late = { ...desk, provedAt: desk.provedAt - 3_600_000 }
    expect(await acts.giveWorkOut(late, { investigation, ...OUT, form: 'csv' })).toMatchObject({
      reason: 'proof-not-fresh',
    })
  })

  test('a withdrawal lists the files that went out with those words, and who is to be told; others are not listed', async () => {
    const { desk, investigation, consent } = house
    await given('jsonld')
    const before = await wouldGo('own-team')
    const { past, tasks } = valueOf(await acts.withdrawConsent(desk, { investigation, consent, reason: '' }))
    const files = past.flatMap((use) => (use.kind === 'exchange' ? [use.file] : []))
    const withWords = before?.given.filter(
      ({ form, recipient }) => form !== 'qdc' && recipient === 'own-team',
    )
    expect(files).toEqual(withWords?.map(({ sha256 }) => sha256))
    expect(files.length).toBeGreaterThan(0)
    expect(tasks.map(({ subject }) => subject)).toEqual(expect.arrayContaining(files))
    expect((await wouldGo('own-team'))?.withheld.sources.map(({ reason }) => reason)).toEqual(['withdrawn'])
  })
})
