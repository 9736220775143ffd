import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { valueOf, type ConsentId, type InvestigationId, type Locale } from '@corroborate/base'
import { enrolMember, makePackage, takePackageIn, withdrawConsent } from '@corroborate/casework'
import { readTar, writeTar } from '@corroborate/interchange'
import { readVerifierKey, verifyPackage, writeVerifierKey } from '@corroborate/ledger'
import type { PackagesView } from '@corroborate/server/api'
import { consents, openStore } from '@corroborate/store'
import { DIGESTS_OF_NODE } from '@corroborate/vault'
import { say, type Args, type Key } from '@corroborate/words'
import { deskIn } from '../../casework/testing/house.ts'
import { filesForTest, SCRIPT, signingForTest } from '../../casework/testing/packages.ts'
import { walkOf } from './opened.ts'
import { serveExamples } from './examples-served.ts'
import { investigationNamed, type Reader } from './reader.ts'
import { expectWhole } from './whole.ts'

const walk = walkOf(serveExamples)
const folder = mkdtempSync(join(tmpdir(), 'corroborate-walk-packages-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
])('packages in $locale at $width pixels', (asked) => {
  const words = (key: Key, args: Args = {}) => say(asked.locale, key, args)

  test('what a body asked for is made, saved and verified; what is withheld stands beside it, with the reason', async () => {
    await walk.withReader(asked, async (reader) => {
      const { page } = reader
      const { id } = await investigationNamed(reader, 'training')
      await reader.visit(`/i/${id}/packages`)
      await choose(reader, words('desk.packages.scope'), words('desk.packages.scope.request'))
      await choose(reader, words('desk.packages.recipient'), words('recipient.icc'))
      await page.getByRole('checkbox').first().press('Space')
      await expectWhole(reader, 'make')
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name: words('desk.packages.make') }).press('Enter')
      const saved = await saving
      expect(saved.suggestedFilename()).toMatch(/^package-[0-9a-f]{16}[.]tar$/)
      const tar = readFileSync(await saved.path())
      const policy = { policy: null, against: null, digests: DIGESTS_OF_NODE }
      const verified = valueOf(await verifyPackage(readTar(pieces(tar)), policy))
      const made = page.getByRole('table', { name: words('desk.packages') })
      await made.getByText(verified.id).first().waitFor()
      await made.getByText(words('withheld.not-covered'), { exact: false }).first().waitFor()
      await expectWhole(reader, 'made')
    })
  }, 240_000)

  test('a package from elsewhere is taken in, and of what both sides changed a person decides', async () => {
    await walk.withReader(asked, async (reader) => {
      const { page } = reader
      const { id } = await investigationNamed(reader, 'training')
      const came = await changedElsewhere(reader, id)
      await reader.visit(`/i/${id}/packages`)
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: words('desk.packages.choose') }).press('Enter')
      await (await choosing).setFiles({ name: 'field.tar', mimeType: 'application/x-tar', buffer: came.tar })
      await page.getByLabel(words('desk.packages.key'), { exact: true }).fill(came.key)
      await page.getByRole('button', { name: words('desk.packages.take') }).press('Enter')
      await page
        .getByRole('link', { name: words('desk.packages.conflicts', { count: 1 }) })
        .first()
        .click()
      await page.getByRole('heading', { level: 1, name: words('desk.conflicts') }).waitFor()
      await page.getByText(words('field.withdrawnAt')).first().waitFor()
      await expectWhole(reader, 'conflict')
      await choose(reader, words('desk.conflicts.choice'), words('desk.conflicts.take.ours'))
      await page.getByLabel(words('desk.conflicts.reason'), { exact: true }).fill('Ours came first.')
      await page.getByRole('button', { name: words('desk.conflicts.decide') }).press('Enter')
      await page.getByText(words('desk.conflicts.decided.ours'), { exact: false }).first().waitFor()
      await expectWhole(reader, 'decided')
    })
  }, 240_000)

  test('the ledger is narrowed to an act and a record, and each line has its proof', async () => {
    await walk.withReader(asked, async (reader) => {
      const { page } = reader
      const { id } = await investigationNamed(reader, 'training')
      await reader.visit(`/i/${id}/ledger`)
      await choose(reader, words('desk.ledger.act'), words('act.package.made'))
      const lines = page.getByRole('table', { name: words('desk.ledger') })
      await expect.poll(() => lines.getByText(words('act.claim.stated')).count()).toBe(0)
      await expectWhole(reader, 'ledger')
      const saving = page.waitForEvent('download')
      await lines.getByRole('link').last().click()
      expect(readFileSync(await (await saving).path(), 'utf8')).toMatch(/^c2sp[.]org\/tlog-proof@v1\n/)
      await page.getByLabel(words('desk.ledger.from'), { exact: true }).fill('31/02/2026')
      await page.getByRole('button', { name: words('desk.ledger.show') }).press('Enter')
      await page.getByText(words('desk.refused.not-a-day')).waitFor()
      await page.getByLabel(words('desk.ledger.from'), { exact: true }).fill('')
      await page.getByLabel(words('desk.ledger.record'), { exact: true }).fill('no such code')
      await page.getByRole('button', { name: words('desk.ledger.show') }).press('Enter')
      await page.getByText(words('desk.ledger.no-lines')).waitFor()
    })
  }, 240_000)
})

/** A laptop in the field: takes in what the office has, withdraws a consent that the office withdraws too, and packs it. */
async function changedElsewhere(reader: Reader, investigation: InvestigationId) {
  const { address } = walk.product()
  const post = async (path: string, body: object) => {
    const answer = await reader.context.request.post(
      `${address}/api/investigations/${investigation}${path}`,
      {
        data: body,
        headers: { origin: address },
      },
    )
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`)
    return answer
  }
  const tar = await (await post('/packages', { scope: { kind: 'investigation' } })).body()
  const { key } = await reader.ask<PackagesView>(`/investigations/${investigation}/packages`)
  const store = valueOf(
    await openStore({ kind: 'file', folder: mkdtempSync(join(folder, 'field-')), passphrase: 'invented' }),
  )
  try {
    const member = valueOf(await enrolMember(deskIn(store, 'operator'), { name: 'C. Field' }))
    const desk = { ...deskIn(store, member), files: await filesForTest() }
    const policy = {
      logs: [valueOf(readVerifierKey(key ?? ''))],
      witnesses: [],
      quorum: { kind: 'none' },
    } as const
    valueOf(await takePackageIn(desk, { items: readTar(pieces(tar)), policy }))
    const open = (await consents(store.db, investigation)).find(({ withdrawnAt }) => withdrawnAt === null)
    if (!open) throw new Error('the example has no consent left to withdraw')
    const consent: ConsentId = open.id
    valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    await post(`/consents/${consent}/withdrawal`, { reason: '' })
    const signing = await signingForTest(randomBytes(32))
    const asked = { investigation, scope: { kind: 'investigation' }, signing, script: SCRIPT } as const
    const { files } = valueOf(await makePackage(desk, { ...asked, files: desk.files }))
    const parts: Uint8Array[] = []
    for await (const part of writeTar(files.map((file) => ({ ...file, name: `field/${file.name}` }))))
      parts.push(part)
    return { tar: Buffer.concat(parts), key: writeVerifierKey(signing.key.signerOf(investigation).key) }
  } finally {
    await store.close()
  }
}

async function choose({ page }: Reader, label: string, name: string): Promise<void> {
  await page.getByRole('button', { name: label }).first().click()
  await page.getByRole('option', { name, exact: true }).click()
}

async function* pieces(bytes: Buffer) {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16))
}
