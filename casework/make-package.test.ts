import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { verifyPackage } from '@corroborate/ledger'
import type { PackageScope } from '@corroborate/interchange'
import { DIGESTS_OF_NODE } from '@corroborate/vault'
import { packageItems } from '../apps/cli/package-folder.ts'
import { eachEngine } from '../store/testing/engines.ts'
import { makePackage, recordConsent, withdrawConsent } from './acts.ts'
import { buildHouse, type House } from './testing/house.ts'
import { SCRIPT, signingForTest, writeInto } from './testing/packages.ts'
import type { Signing } from './signing.ts'

const VERIFIER = fileURLToPath(new URL('../verifier/verify.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'corroborate-packages-'))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0

/** Both verifiers, each on its own. */
async function verifiedBoth(into: string) {
  const verified = await verifyPackage(valueOf(await packageItems(into)), {
    policy: null,
    against: null,
    digests: DIGESTS_OF_NODE,
  })
  const other = spawnSync(process.execPath, [VERIFIER, into], { encoding: 'utf8' })
  expect(other.stdout + other.stderr).toContain(verified.ok ? 'whole' : '')
  expect(other.status).toBe(verified.ok ? 0 : 1)
  return verified
}

eachEngine((_engine, open) => {
  let house: House
  let signing: Signing
  beforeAll(async () => {
    house = await buildHouse(await open())
    signing = await signingForTest()
  })
  const packageOf = async (scope: PackageScope, desk = house.desk) => {
    const asked = { investigation: house.investigation, scope, signing, script: SCRIPT, files: null }
    const plan = await makePackage(desk, asked)
    if (!plan.ok) return { plan, into: '' }
    const into = join(folder, String(++made))
    await writeInto(into, plan.value.files)
    return { plan, into }
  }
  const linesOf = (into: string, kind: string) =>
    readFileSync(join(into, `data/records/${kind}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>)

  test('a package of everything is whole to both verifiers, every record as it was entered', async () => {
    const { plan, into } = await packageOf({ kind: 'investigation' })
    const verified = valueOf(await verifiedBoth(into))
    expect(verified.id).toBe(valueOf(plan).id)
    expect(verified.records).toEqual({ proven: 14, told: 0 })
    expect(verified.ledger).toMatchObject({ withheld: {}, contents: verified.ledger.given })
  })

  test('the same scope is the same bytes, though the ledger says that it was made', async () => {
    const [one, other] = [
      await packageOf({ kind: 'investigation' }),
      await packageOf({ kind: 'investigation' }),
    ]
    expect(valueOf(other.plan).id).toBe(valueOf(one.plan).id)
    for (const { name } of valueOf(one.plan).files)
      expect(readFileSync(join(other.into, name)).equals(readFileSync(join(one.into, name))), name).toBe(true)
  })

  test('who may not is told what is told of nothing', async () => {
    const { plan } = await packageOf({ kind: 'investigation' }, house.stranger)
    expect(plan).toMatchObject({ ok: false, reason: 'not-found' })
  })

  test('what a body asked for goes as far as each witness allows it for that body; what is withheld is counted, with its reason', async () => {
    const { desk, investigation, finding, witness } = house
    const scope = { kind: 'request', recipient: 'icc', findings: [finding] } as const
    const refused = await packageOf(scope)
    expect(linesOf(refused.into, 'findings')).toHaveLength(1)
    expect(linesOf(refused.into, 'claims')).toEqual([])
    expect(valueOf(refused.plan).about.withheld).toMatchObject({
      claims: { 'not-allowed': 1, 'not-covered': 2 },
    })
    const consent = valueOf(
      await recordConsent(desk, {
        ...{ investigation, witness, conceal: [], explainedBy: 'A', language: 'en', givenAt: '2026-01-04' },
        allows: [
          { purpose: 'analysis', recipient: 'icc' },
          { purpose: 'analysis', recipient: 'own-team' },
        ],
      }),
    )
    const allowed = await packageOf(scope)
    expect((await verifiedBoth(allowed.into)).ok).toBe(true)
    const [claim] = linesOf(allowed.into, 'claims')
    expect(claim).toMatchObject({ id: house.claim })
    expect(claim).not.toHaveProperty('coder')
    expect(valueOf(allowed.plan).about.withheld).toMatchObject({
      passages: { 'not-allowed': 1 },
      texts: { 'not-allowed': 1 },
    })
    expect(readFileSync(join(allowed.into, 'data/ledger/leaves.jsonl'), 'utf8')).not.toContain(
      'led out on a Monday',
    )
    valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    const withdrawn = await packageOf(scope)
    expect(linesOf(withdrawn.into, 'claims')).toEqual([])
    expect(valueOf(withdrawn.plan).about.withheld).toMatchObject({ claims: { withdrawn: 1 } })
  })
})
