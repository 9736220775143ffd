import { beforeAll, expect, test } from 'vitest'
import { refuse, valueOf } from '@corroborate/base'
import type { FlagTally } from '@corroborate/disclosure'
import type { PackageScope, OutsideScope } from '@corroborate/interchange'
import type { Recipient } from '@corroborate/testimony'
import { eachEngine } from '../store/testing/engines.ts'
import {
  approveRelease,
  makePackage,
  proposeRelease,
  recordConsent,
  sealIdentity,
  withdrawConsent,
  writeReport,
} from './acts.ts'
import { makeMemory } from './memory.ts'
import { readReleaseCheck, readReleaseStates } from './reads.ts'
import type { Signing } from './signing.ts'
import { buildHouse, plainReport, type House } from './testing/house.ts'
import { SCRIPT, signingForTest } from './testing/packages.ts'
import { secondDesk, STOPPED } from './testing/release-trials.ts'
import { nameToSeal } from './testing/sealed.ts'

eachEngine((_engine, open) => {
  const opened = open()
  let house: House
  let signing: Signing
  beforeAll(async () => {
    house = await buildHouse(await opened)
    signing = await signingForTest()
  })
  const request = (recipient: OutsideRecipient): OutsideScope => ({
    ...{ kind: 'request', recipient, findings: [house.finding] },
  })
  const made = (scope: PackageScope) =>
    makePackage(house.desk, {
      investigation: house.investigation,
      scope,
      signing,
      script: SCRIPT,
      files: null,
    })
  const check = async (scope: OutsideScope) => {
    const of = { kind: 'package', scope } as const
    const reader = { ...house.desk, memory: makeMemory() }
    const found = await readReleaseCheck(reader, { investigation: house.investigation, of })
    return valueOf(found ?? refuse('not-found', ''))
  }
  const state = async (scope: OutsideScope, flags: readonly FlagTally[], reason = '') =>
    proposeRelease(house.desk, {
      ...{ investigation: house.investigation, of: { kind: 'package', scope }, flags, reason },
      content: (await check(scope)).content,
    })
  const allows = (recipient: OutsideRecipient) =>
    recordConsent(house.desk, {
      ...{ investigation: house.investigation, witness: house.witness, conceal: [], explainedBy: 'A' },
      ...{ language: 'en', givenAt: '2026-01-04' },
      allows: (['analysis', 'details', 'quotation'] as const).flatMap((purpose) => [
        { purpose, recipient },
        { purpose, recipient: 'own-team' as const },
      ]),
    }).then(valueOf)

  test('whatever a package says in its records stands before the check, and only that', async () => {
    await allows('icc')
    const grounds = [{ kind: 'claim', claim: house.claim }] as const
    const parts = [{ kind: 'words', text: 'A witness said that men were led out.' }] as const
    const report = valueOf(
      await writeReport(house.desk, {
        ...{ ...plainReport, investigation: house.investigation, report: null, code: 'packed' },
        blocks: [{ kind: 'paragraph', at: null, sentences: [{ own: false, at: null, grounds, parts }] }],
      }),
    )
    for (const scope of [request('icc'), { kind: 'report', report } as const]) {
      const { output } = await check(scope)
      const shown = output.texts.filter(({ place }) => place.part !== 'title').map(({ text }) => text)
      const given = await textsIn(valueOf(await made(scope)).files)
      expect(given.length).toBeGreaterThan(10)
      expect(new Set(shown)).toEqual(new Set(given))
    }
    const { output, recipient } = await check(request('icc'))
    expect(recipient).toBe('icc')
    expect(output.accounts).toContainEqual(
      expect.objectContaining({
        witness: house.witness,
        words: expect.stringContaining('led out') as string,
      }),
    )
    expect((await check({ kind: 'report', report })).output.accounts).toContainEqual(
      expect.objectContaining({ place: { part: 'text', at: 's1' }, witness: house.witness }),
    )
  })

  test('what the check stopped is packaged once a second person let it go, until something else would be given', async () => {
    const scope = request('un-mechanism')
    const consent = await allows('un-mechanism')
    expect(await state(scope, STOPPED)).toMatchObject({ reason: 'no-reason' })
    const release = valueOf(await state(scope, STOPPED, 'They asked for it.'))
    expect(await made(scope)).toMatchObject({ reason: 'release-needed' })
    const { investigation, desk } = house
    expect(await approveRelease(desk, { investigation, release, reason: 'x' })).toMatchObject({
      reason: 'by-oneself',
    })
    const second = await secondDesk(house)
    valueOf(await approveRelease(second, { investigation, release, reason: 'So do I.' }))
    expect(await made(scope)).toMatchObject({ ok: true })
    // It was made, and entered: that is no change of what is given.
    expect(await made(scope)).toMatchObject({ ok: true })
    valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    expect(await made(scope)).toMatchObject({ reason: 'not-checked' })
    expect(await made(request('national-court'))).toMatchObject({ ok: true })
    const ways = await readReleaseStates({ ...desk, memory: makeMemory() }, investigation)
    expect(ways?.packages).toMatchObject([
      {
        scope: 'request',
        recipient: 'un-mechanism',
        of: [expect.stringMatching(/^F-/)],
        stated: [{ id: release }],
      },
    ])
  })

  test('a check of something that would not be given any more is refused', async () => {
    const scope = request('icc')
    const of = { kind: 'package', scope } as const
    const stated = { investigation: house.investigation, of, flags: [], reason: '' }
    expect(await proposeRelease(house.desk, { ...stated, content: '0'.repeat(64) })).toMatchObject({
      reason: 'changed-since',
    })
  })

  test('where names are sealed, nothing leaves for outside unchecked; among our own instances everything does', async () => {
    const { custodian, sealed } = await nameToSeal(house)
    valueOf(await sealIdentity(custodian.desk, { investigation: house.investigation, sealed }))
    const scope = request('national-court')
    expect(await made(scope)).toMatchObject({ reason: 'not-checked' })
    expect((await check(scope)).sealed).toEqual({ names: 1, originals: 0 })
    valueOf(await state(scope, []))
    expect(await made(scope)).toMatchObject({ ok: true })
    expect(await made({ kind: 'investigation' })).toMatchObject({ ok: true })
  })
})

type OutsideRecipient = Exclude<Recipient, 'own-team'>

interface FileMade {
  readonly name: string
  readonly read: () => AsyncIterable<Uint8Array>
}

/** Every text in the records of a package, as its files have them. */
async function textsIn(files: readonly FileMade[]): Promise<readonly string[]> {
  const texts: string[] = []
  const gather = (value: unknown): void => {
    if (typeof value === 'string' && value !== '') texts.push(value)
    else if (Array.isArray(value)) value.forEach(gather)
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) {
        texts.push(name)
        gather(one)
      }
  }
  for (const { name, read } of files) {
    if (!name.startsWith('data/records/')) continue
    const chunks: Uint8Array[] = []
    for await (const chunk of read()) chunks.push(chunk)
    for (const line of Buffer.concat(chunks).toString('utf8').split('\n'))
      if (line !== '') for (const value of Object.values(JSON.parse(line) as object)) gather(value)
  }
  return texts
}
