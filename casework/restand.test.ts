import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { claimRows, contradictions, findingById, findingRow, sourceRow } from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import {
  dismissContrary,
  linkOrigins,
  reachFinding,
  recordConsent,
  signFinding,
  stateClaim,
  withdrawConsent,
} from './acts.ts'
import {
  buildHouse,
  consented,
  plainClaim,
  recordedSource,
  heard,
  marked,
  type House,
} from './testing/house.ts'

const standingIn = async ({ store, investigation }: House, finding: Parameters<typeof findingRow>[2]) =>
  (await findingRow(store.db, investigation, finding))?.standing.kind

/** A finding on two eyewitnesses, signed. */
async function signedOnTwo(house: House) {
  const { desk, investigation } = house
  const other = await recordedSource(desk, investigation, 'witness')
  const consent = await consented(desk, investigation, other)
  const text = await heard(desk, investigation, other, 'W2: I saw it too.')
  const passage = await marked(desk, { investigation, text }, [0, 10])
  const second = valueOf(
    await stateClaim(desk, {
      ...plainClaim,
      topic: 'else',
      investigation,
      source: other,
      passages: [passage],
    }),
  )
  const finding = valueOf(
    await reachFinding(desk, {
      ...{ investigation, code: null, kind: { kind: 'incident' }, elements: [] },
      ...{ proposition: { en: 'Men were led out.' }, claimsFor: [house.claim, second], claimsAgainst: [] },
    }),
  )
  const standardOfProof = 'clear-and-convincing'
  valueOf(
    await signFinding(desk, { investigation, finding, standardOfProof, reasons: { en: 'Two saw it.' } }),
  )
  return { other, consent, second, finding, text, passage }
}

eachEngine((_engine, open) => {
  const opened = open()

  test('a withdrawn consent takes effect at once: it lists every use, and reopens the findings that fall', async () => {
    const house = await buildHouse(await opened)
    const { desk, investigation, store } = house
    const { consent, second, finding, other } = await signedOnTwo(house)
    expect(await standingIn(house, finding)).toBe('strongly-corroborated')

    const uses = valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    expect(uses.claims).toEqual([second])
    expect(uses.fallen).toMatchObject([
      {
        finding,
        before: { kind: 'strongly-corroborated' },
        after: { kind: 'uncorroborated' },
        reopened: true,
      },
    ])
    expect(await standingIn(house, finding)).toBe('uncorroborated')
    expect(await findingById(store.db, investigation, finding)).toMatchObject({
      signer: null,
      standardOfProof: null,
      version: 3,
    })
    expect(await sourceRow(store.db, investigation, other)).toMatchObject({ consent: 'withdrawn' })
  })

  test('a new consent brings the claims back, and nobody’s signature with them', async () => {
    const house = await buildHouse(await opened)
    const { desk, investigation, store } = house
    const { consent, finding, other } = await signedOnTwo(house)
    valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    await consented(desk, investigation, other)
    expect(await standingIn(house, finding)).toBe('strongly-corroborated')
    expect(await findingById(store.db, investigation, finding)).toMatchObject({ signer: null })
  })

  test('a consent that does not allow analysis takes the claims away as a withdrawal does', async () => {
    const house = await buildHouse(await opened)
    const { desk, investigation } = house
    const { finding, other } = await signedOnTwo(house)
    valueOf(
      await recordConsent(desk, {
        ...{ investigation, witness: other, allows: [], conceal: [], explainedBy: 'A', language: 'en' },
        givenAt: '2026-01-05',
      }),
    )
    expect(await standingIn(house, finding)).toBe('uncorroborated')
  })

  test('a link of origins moves every standing that rests on it, and says which fell', async () => {
    const house = await buildHouse(await opened)
    const { desk, investigation, witness } = house
    const { finding, other } = await signedOnTwo(house)
    const link = { from: other, to: witness, kind: 'same-household', reason: null } as const
    const fallen = valueOf(await linkOrigins(desk, { investigation, ...link, decision: 'undecided' }))
    expect(fallen).toMatchObject([{ finding, reopened: true }])
    expect(await standingIn(house, finding)).toBe('uncorroborated')

    const decided = { ...link, decision: 'independent', reason: 'They had not met for years.' } as const
    expect(valueOf(await linkOrigins(desk, { investigation, ...decided }))).toEqual([])
    expect(await standingIn(house, finding)).toBe('strongly-corroborated')
  })

  test('a contrary claim at first hand stops a signature until somebody sets it aside with a reason', async () => {
    const house = await buildHouse(await opened)
    const { desk, investigation, claim, denial } = house
    const finding = valueOf(
      await reachFinding(desk, {
        ...{ investigation, code: null, kind: { kind: 'incident' }, elements: [] },
        ...{ proposition: { en: 'So.' }, claimsFor: [claim], claimsAgainst: [denial] },
      }),
    )
    const signature = {
      ...{ investigation, finding, reasons: { en: 'Seen.' } },
      standardOfProof: 'reasonable-grounds' as const,
    }
    expect(await standingIn(house, finding)).toBe('contradicted')
    expect(await signFinding(desk, signature)).toMatchObject({ ok: false, reason: 'contradicted' })
    valueOf(await dismissContrary(desk, { investigation, finding, claim: denial, reason: 'W2 was abroad.' }))
    expect(await standingIn(house, finding)).toBe('uncorroborated')
    expect(await signFinding(desk, signature)).toMatchObject({ ok: true })
  })

  test('stating a claim finds what contradicts it in its topic, and a withdrawal takes that away', async () => {
    const house = await buildHouse(await opened)
    const { store, investigation, claim, denial, pattern, consent, desk } = house
    const rows = await claimRows(store.db, investigation, [claim, denial, pattern])
    const marks = new Map(rows.map((row) => [row.id, row.contradicted]))
    expect([claim, denial, pattern].map((id) => marks.get(id))).toEqual([true, true, false])
    expect(await contradictions(store.db, investigation)).toMatchObject([
      { about: 'polarity', resolution: null },
    ])
    valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    expect(await contradictions(store.db, investigation)).toEqual([])
  })
})
