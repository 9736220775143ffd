import { beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { verifyChain } from '@corroborate/ledger'
import { assess } from '@corroborate/report'
import { chainOf, contentsOf, investigationWhole, withdrawalsOf } from '@corroborate/store'
import { verifyPassage, verifyText } from '@corroborate/testimony'
import { eachEngine } from '../store/testing/engines.ts'
import { consented, buildHouse, everythingIn, plainReport, TESTIMONY, type House } from './testing/house.ts'
import {
  addText,
  alignTranslation,
  correctText,
  eraseTestimony,
  makePackage,
  makeTranslation,
  markPassage,
  recordConsent,
  unmarkPassage,
  withdrawConsent,
  writeReport,
} from './acts.ts'
import type { Signing } from './signing.ts'
import { SCRIPT, signingForTest } from './testing/packages.ts'

/** Ten letters of the testimony that stand nowhere else. */
const WORDS = TESTIMONY.slice(TESTIMONY.indexOf('Twenty'), TESTIMONY.indexOf(' on a Monday'))

eachEngine((_engine, open) => {
  const opened = open()
  let signing: Signing
  beforeAll(async () => {
    signing = await signingForTest()
  })

  const packageFor = async ({ desk, investigation, finding }: House, recipient: 'icc' | 'un-mechanism') =>
    valueOf(
      await makePackage(desk, {
        ...{ investigation, signing, script: SCRIPT, files: null },
        scope: { kind: 'request', findings: [finding], recipient },
      }),
    )

  test('a withdrawal names the packages that gave something of the witness, to whom, and asks that they be told', async () => {
    const house = await buildHouse(await opened)
    const { desk, investigation, witness } = house
    const consent = valueOf(
      await recordConsent(desk, {
        ...{ investigation, witness, conceal: [], explainedBy: 'A', language: 'en', givenAt: '2026-01-03' },
        allows: [
          { purpose: 'analysis', recipient: 'own-team' },
          { purpose: 'quotation', recipient: 'icc' },
        ],
      }),
    )
    const { id } = await packageFor(house, 'icc')
    // Nothing of the witness was in this one: they had not allowed it.
    await packageFor(house, 'un-mechanism')
    const withdrawn = valueOf(
      await withdrawConsent(desk, { investigation, consent, reason: ' The family is afraid. ' }),
    )
    expect(withdrawn.past).toMatchObject([{ kind: 'package', package: id, recipient: 'icc' }])
    expect(withdrawn.tasks).toMatchObject([{ kind: 'tell-recipient', subject: id, recipient: 'icc' }])
    expect(await withdrawalsOf(house.store.db, investigation, witness)).toMatchObject([
      { consent, reason: 'The family is afraid.', by: 'A. Researcher', uses: { past: withdrawn.past } },
    ])
  })

  test('what a witness said is erased with the salts of its entries; all that pointed to it still points, and the ledger verifies', async () => {
    const house = await buildHouse(await opened)
    const { desk, investigation, consent, store } = house
    expect(await everythingIn(store)).toContain(WORDS)
    valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    const erased = valueOf(await eraseTestimony(desk, { investigation, consent }))
    expect(erased.lines).toBeGreaterThanOrEqual(4)
    expect(await everythingOf(house)).not.toContain(WORDS)

    const whole = await investigationWhole(store.db, investigation)
    if (!whole) throw new Error('the investigation is gone')
    for (const text of whole.texts) {
      expect(verifyText(text).ok).toBe(true)
      for (const passage of whole.passages.filter(({ text: of }) => of === text.id))
        expect(verifyPassage(text, passage).ok).toBe(true)
    }
    expect(whole.claims.find(({ id }) => id === house.claim)).toMatchObject({ quantity: null, when: null })
    expect(() => assess(whole, { today: '2026-01-05', software: 'x' })).not.toThrow()
    const verified = valueOf(
      await verifyChain(chainOf(store.db, investigation), contentsOf(store.db, investigation)),
    )
    expect(verified.count - verified.contents).toBe(erased.lines)
  })

  test('of a text that was corrected every version is erased, and no table keeps a word of any', async () => {
    const house = await buildHouse(await open())
    const { desk, investigation, consent, store, text } = house
    const start = TESTIMONY.indexOf('Twenty')
    const corrections = [{ start, end: start + 'Twenty'.length, words: 'Thirty' }]
    valueOf(await correctText(desk, { investigation, text, corrections }))
    const spoken = ['Twenty men', 'Thirty men', 'led out on a Monday. It was so']
    for (const words of spoken) expect(await everythingIn(store), words).toContain(words)
    valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    valueOf(await eraseTestimony(desk, { investigation, consent }))
    for (const words of spoken) expect(await everythingIn(store), words).not.toContain(words)
  })

  test('translations are erased with their original in every version and under whatever source, and so is what was marked and unmarked', async () => {
    const house = await buildHouse(await open())
    const { desk, investigation, consent, store, text: original } = house
    const at = { investigation, original }
    const arabic = valueOf(
      await makeTranslation(desk, { ...at, language: 'ar', turns: ['ماذا رأيت؟', 'اقتيد عشرون رجلا'] }),
    )
    const start = 'I: ماذا رأيت؟\n\nW1: '.length
    const corrections = [{ start, end: start + 'اقتيد'.length, words: 'سيق' }]
    valueOf(await correctText(desk, { investigation, text: arabic, corrections }))
    const french = valueOf(
      await addText(desk, {
        ...{ investigation, source: house.second, code: null, title: { en: 'In French' }, language: 'fr' },
        ...{ kind: 'translation', translationOf: original, content: 'W1: Vingt hommes', speakers: ['W1'] },
      }),
    )
    valueOf(await alignTranslation(desk, { investigation, text: french }))
    const stretch = { investigation, text: original, start: 65, end: 77 }
    const { exact } = valueOf(await markPassage(desk, { ...stretch, code: null }))
    valueOf(await unmarkPassage(desk, stretch))
    const spoken = ['اقتيد', 'سيق', 'عشرون رجلا', 'Vingt hommes', 'vingt', exact]
    for (const words of spoken) expect(await everythingIn(store), words).toContain(words)
    valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    valueOf(await eraseTestimony(desk, { investigation, consent }))
    for (const words of spoken) expect(await everythingIn(store), words).not.toContain(words)
  })

  test('a withdrawal finds words of the witness that a report quotes from a translation under another source', async () => {
    const house = await buildHouse(await opened)
    const { desk, investigation, consent, second: source, text: translationOf } = house
    const french = valueOf(
      await addText(desk, {
        ...{ investigation, source, translationOf, code: null, title: { en: 'In French' }, language: 'fr' },
        ...{ kind: 'translation', content: 'W1: Vingt hommes', speakers: ['W1'] },
      }),
    )
    const stretch = { investigation, text: french, start: 4, end: 16 }
    const { id: passage } = valueOf(await markPassage(desk, { ...stretch, code: null }))
    const sentence = { own: true, at: null, grounds: [], parts: [{ kind: 'quotation', passage }] } as const
    const blocks = [{ kind: 'paragraph', at: null, sentences: [sentence] }] as const
    const quoting = { ...plainReport, blocks, code: 'quoting', investigation, report: null }
    const report = valueOf(await writeReport(desk, quoting))
    const withdrawn = valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    expect(withdrawn.quotations).toEqual([{ report, passage }])
  })

  test('nothing is erased while a newer consent is in force', async () => {
    const house = await buildHouse(await opened)
    const { desk, investigation, consent, witness } = house
    valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    await consented(desk, investigation, witness)
    expect(await eraseTestimony(desk, { investigation, consent })).toMatchObject({ reason: 'in-force' })
  })
})

/** All that the store holds of one house: others in the same store have the same words. */
async function everythingOf({ store, investigation }: House): Promise<string> {
  const whole = await investigationWhole(store.db, investigation)
  const contents: unknown[] = []
  for await (const { content } of contentsOf(store.db, investigation)) contents.push(content)
  return JSON.stringify([whole, contents])
}
