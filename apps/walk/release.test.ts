import { beforeAll, expect, test } from 'vitest'
import { derivedId, valueOf, type MemberId, type ReportId } from '@corroborate/base'
import {
  addText,
  enrolMember,
  grantRole,
  nameCustodians,
  publishMemberKeys,
  sealIdentity,
  writeReport,
} from '@corroborate/casework'
import { digestOfCard, ORIGINAL, wrapKeys } from '@corroborate/vault/sealing'
import { consented, heard, marked, plainReport, recordedSource } from '../../casework/testing/house.ts'
import { listOf, nextCard, sealedBy, toCustodian, type Keyed } from '../../casework/testing/sealed.ts'
import { choose, houseServed, type Sitting } from './house-served.ts'
import { expectWhole } from './whole.ts'

const { house, sit, serving } = houseServed()

/** Invented. */
const NAME = 'Ali Hasan'
/** Stands in no register, and behind a token of one text. */
const SAID = 'Salma Nasser'
let second: MemberId
let named: ReportId
let recoveryKey: string

/** The member of the house publishes and is custodian; somebody else reviews. A report has a sealed name in its subtitle, and another that a text alone tells. */
beforeAll(async () => {
  const { operator, investigation, member, witness } = house()
  second = valueOf(await enrolMember(operator, { name: 'R. Reviewer' }))
  valueOf(await grantRole(operator, { investigation, member: second, role: 'reviewer' }))
  valueOf(await grantRole(operator, { investigation, member, role: 'identity-custodian' }))
  const custodian = await withKeys()
  valueOf(await nameCustodians(custodian.desk, await listOf(house(), [custodian])))
  const what = { record: witness, field: 'name', value: `علي حسن / ${NAME}`, to: toCustodian(custodian) }
  valueOf(
    await sealIdentity(custodian.desk, { investigation, sealed: await sealedBy(house(), custodian, what) }),
  )
  await textWithTokens(custodian)
  named = valueOf(
    await writeReport(custodian.desk, {
      ...{ ...plainReport, investigation, report: null, code: 'named' },
      ...{ title: 'What the mill was', subtitle: `As ${NAME} told it of ${SAID}` },
    }),
  )
})

async function textWithTokens(custodian: Keyed): Promise<void> {
  const { investigation, witness: source } = house()
  const value = JSON.stringify({ sha256: '', tokens: [['⟦P1⟧', SAID]], speakers: [] })
  const record = derivedId('text', 'with tokens')
  const to = toCustodian(custodian)
  const sealed = await sealedBy(house(), custodian, { record, field: ORIGINAL, value, to })
  const piece = { words: 'I knew ⟦P1⟧.', paragraph: false, from: null, to: null, doubt: null }
  valueOf(
    await addText(serving().deskOf(house().member), {
      ...{ investigation, source, code: null, title: { en: 'With tokens' }, language: 'en' },
      ...{ kind: 'transcript', translationOf: null, spoken: [{ speaker: 'W1', pieces: [piece] }], sealed },
      readFrom: { file: 'x', sha256: 'a'.repeat(64), form: 'plain', machine: null },
    }),
  )
}

async function withKeys(): Promise<Keyed> {
  const { keys, halves, member, card, desk } = await nextCard(serving().deskOf(house().member))
  // Opened by the recovery key below, which nothing stretches.
  const { wrapped, shown } = await wrapKeys(member, keys, () => Promise.resolve(new Uint8Array(32)))
  recoveryKey = shown.recoveryKey
  valueOf(await publishMemberKeys(desk, { card, wrapped }))
  return { desk, member, keys, halves, card: digestOfCard(card.statement) }
}

test('a sealed name is found, two people let it go with their reasons, and the report is open; so does a package of it; a missing consent stops the next', async () => {
  const one = await sit(house().member, { locale: 'en', width: 1280 })
  await finds(one)
  await proposes(one)
  const other = await sit(second, { locale: 'ar', width: 390 })
  await approves(other)
  await publishes(one)
  await proposesPackage(one)
  await approvesPackage(other)
  await stopsWithoutConsent(one)
  for (const { complaints, context } of [one, other]) {
    expect(complaints).toEqual([])
    await context.close()
  }
}, 300_000)

/** Before the names are open they count as not looked for; then one is found, with its sentence. */
async function finds(sitting: Sitting): Promise<void> {
  const { page, words, visit } = sitting
  await visit(`/i/${house().investigation}/releases`)
  await page.getByRole('link', { name: 'What the mill was' }).press('Enter')
  await page.getByText(words('release.flag.name-not-opened', { count: 1 })).waitFor()
  await page.getByText(words('release.flag.tokens-not-opened', { count: 1 })).waitFor()
  await page.getByLabel(words('seal.unlock.passphrase')).fill(recoveryKey)
  await press(sitting, words('seal.unlock'))
  await press(sitting, words('release.names.look'))
  await page.getByText(words('release.names.looked', { count: 1, all: 1 })).waitFor()
  await page.getByText(words('release.flag.sealed-name', { exact: NAME, tokens: 'S-0001' })).waitFor()
  await page.getByText(words('release.originals.looked', { count: 1, all: 1 })).waitFor()
  await page.getByText(words('release.flag.sealed-name', { exact: SAID, tokens: '⟦P1⟧' })).waitFor()
  await expectWhole(sitting, 'found')
}

async function proposes(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await press(sitting, words('release.propose'))
  await press(sitting, words('release.state.do'))
  await page.getByText(words('desk.refused.missing-reason')).waitFor()
  await page.getByLabel(words('release.reason'), { exact: true }).fill('It is his own wish.')
  await press(sitting, words('release.state.do'))
  await page.getByText(words('release.waits-for-another'), { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: words('release.publish'), exact: true }).count()).toBe(0)
}

/** Somebody who cannot open the names sees how many of what was found, and no name. */
async function approves(sitting: Sitting): Promise<void> {
  const { page, words, visit } = sitting
  await visit(`/i/${house().investigation}/releases/${named}`)
  await page.getByText(words('release.names.custodian')).waitFor()
  await press(sitting, words('release.approve'))
  await page.getByLabel(words('release.reason'), { exact: true }).fill('سألته بنفسي.')
  await expectWhole(sitting, 'approving')
  await press(sitting, words('release.approve.do'))
  await page.getByText(words('release.approved.by'), { exact: true }).waitFor()
  await expectWhole(sitting, 'approved')
}

async function publishes(sitting: Sitting): Promise<void> {
  const { page, words, visit } = sitting
  await visit(`/i/${house().investigation}/releases/${named}`)
  await press(sitting, words('release.publish'))
  await page.getByText(words('release.published')).waitFor()
  await expectWhole(sitting, 'published')
}

/** A package of the same report: the name stands in its records, and was not looked for in this visit. */
async function proposesPackage(sitting: Sitting): Promise<void> {
  const { page, words, visit } = sitting
  await visit(`/i/${house().investigation}/packages`)
  await choose(sitting, 'desk.packages.scope', 'desk.packages.scope.report')
  await page.getByRole('button', { name: new RegExp(`${words('desk.report')}$`) }).press('Enter')
  await page.getByRole('option', { name: 'named: What the mill was' }).click()
  await page.getByRole('link', { name: words('desk.packages.check') }).press('Enter')
  await page.getByText(words('release.flag.name-not-opened', { count: 1 })).waitFor()
  await press(sitting, words('release.propose'))
  await page.getByLabel(words('release.reason'), { exact: true }).fill('It is his own wish.')
  await press(sitting, words('release.state.do'))
  await page.getByText(words('release.waits-for-another'), { exact: true }).waitFor()
  await expectWhole(sitting, 'package-proposed')
}

/** Found among what waits, by somebody who makes no packages. */
async function approvesPackage(sitting: Sitting): Promise<void> {
  const { page, words, visit } = sitting
  await visit(`/i/${house().investigation}/releases`)
  await page.getByRole('link', { name: words('desk.packages.scope.report') }).waitFor()
  await expectWhole(sitting, 'packages-waiting')
  await page.getByRole('link', { name: words('desk.packages.scope.report') }).press('Enter')
  await press(sitting, words('release.approve'))
  await page.getByLabel(words('release.reason'), { exact: true }).fill('سألته بنفسي.')
  await press(sitting, words('release.approve.do'))
  await page.getByText(words('release.state.released'), { exact: true }).waitFor()
  await expectWhole(sitting, 'package-approved')
}

/** Quoted without consent: flagged where it is quoted, and no second person can help. */
async function stopsWithoutConsent(sitting: Sitting): Promise<void> {
  const { page, words, visit } = sitting
  const { investigation, member } = house()
  const desk = serving().deskOf(member)
  const source = await recordedSource(desk, investigation, 'witness')
  const text = await heard(desk, investigation, source, 'W3: I was there too.')
  const passage = await marked(desk, { investigation, text }, [4, 20])
  const sentence = { own: true, at: null, grounds: [], parts: [{ kind: 'quotation', passage }] } as const
  const report = valueOf(
    await writeReport(desk, {
      ...{ ...plainReport, investigation, report: null, code: 'quoting', title: 'What was quoted' },
      blocks: [{ kind: 'paragraph', at: null, sentences: [sentence] }],
    }),
  )
  await visit(`/i/${investigation}/releases/${report}`)
  await page.getByRole('heading', { name: words('release.kind.no-consent') }).waitFor()
  await expectWhole(sitting, 'no-consent')
  await consented(desk, investigation, source)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'What was quoted' }).waitFor()
  await page.getByRole('heading', { name: words('release.found') }).waitFor()
  expect(await page.getByRole('heading', { name: words('release.kind.no-consent') }).count()).toBe(0)
}

async function press({ page }: Sitting, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().press('Enter')
}
