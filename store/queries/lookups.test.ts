import { beforeAll, expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import type { Contradiction } from '@corroborate/claims'
import type { Store } from '../store.ts'
import { eachEngine } from '../testing/engines.ts'
import { invented } from '../testing/invented.ts'
import {
  claimIdsOfSource,
  claimsAbout,
  findingsCiting,
  putContradictionsAmong,
  standingsBefore,
} from './affected.ts'
import { codeTaken, freeCode } from './code.ts'
import { contradictions, replaceContradictions } from './contradiction.ts'
import { putStandings } from './finding.ts'
import { insertPublication, publicationAt, publications, type Publication } from './publication.ts'
import { insertWhole } from './whole.ts'

const whole = invented({ code: 'one', witnesses: 3, passagesEach: 10 })
const other = invented({ code: 'two', witnesses: 3, passagesEach: 10 })
const at = whole.id
const [c0, c1, c2, c3] = whole.claims.map((claim) => claim.id)
const [f0, f1] = whole.findings.map((finding) => finding.id)
if (!c0 || !c1 || !c2 || !c3 || !f0 || !f1) throw new Error('30 claims, three findings')

eachEngine((_, open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
    await insertWhole(store.db, whole)
    await insertWhole(store.db, other)
  })

  test('finds the findings that cite claims on either side, each once', async () => {
    const against = whole.findings[0]?.claimsAgainst[0]?.claim
    if (!against) throw new Error('the first finding has a claim against it')
    expect(await findingsCiting(store.db, at, [c0, against])).toEqual([f0])
    const both = await findingsCiting(store.db, at, [c0, whole.claims[15]?.id ?? c0])
    expect([...both].sort()).toEqual([f0, f1].sort())
    expect(await findingsCiting(store.db, other.id, [c0])).toEqual([])
    expect(await findingsCiting(store.db, at, [])).toEqual([])
  })

  test('finds the claims of a source and of topics', async () => {
    const source = whole.sources[1]?.id
    if (!source) throw new Error('three sources')
    expect(await claimIdsOfSource(store.db, at, source)).toEqual(
      whole.claims.slice(10, 20).map((one) => one.id),
    )
    const about = await claimsAbout(store.db, at, ['window', 'order'])
    expect(about).toEqual(whole.claims.filter((claim) => ['window', 'order'].includes(claim.topic)))
    expect(await claimsAbout(store.db, at, [])).toEqual([])
  })

  test('knows how findings stood, where that was computed', async () => {
    const standing = { kind: 'unsupported' } as const
    await putStandings(store.db, at, new Map([[f0, { standing, robustness: { kind: 'nothing-to-lose' } }]]))
    expect(await standingsBefore(store.db, at, [f0, f1])).toEqual(new Map([[f0, standing]]))
  })

  test('puts contradictions anew among some claims, and leaves the others', async () => {
    const between = (first: typeof c0, second: typeof c0): Contradiction => ({
      first,
      second,
      about: 'size',
      sameOrigin: false,
      resolution: null,
    })
    await replaceContradictions(store.db, at, [between(c0, c1), between(c2, c3)])
    await putContradictionsAmong(store.db, at, { among: [c0, c1], found: [between(c1, c0)] })
    expect(await contradictions(store.db, at)).toEqual([between(c2, c3), between(c1, c0)])
    await putContradictionsAmong(store.db, at, { among: [c0, c1], found: [] })
    expect(await contradictions(store.db, at)).toEqual([between(c2, c3)])
  })

  test('gives a code that nobody has', async () => {
    expect(await codeTaken(store.db, at, { kind: 'claim', code: 'C000000' })).toBe(true)
    expect(await codeTaken(store.db, at, { kind: 'claim', code: 'C999999' })).toBe(false)
    expect(await freeCode(store.db, at, { kind: 'claim', prefix: 'C' })).toBe('C-0031')
    expect(await freeCode(store.db, derivedId('investigation', 'none'), { kind: 'claim', prefix: 'C' })).toBe(
      'C-0001',
    )
  })

  test('an address leads to one report for good', async () => {
    const published: Publication = {
      investigation: at,
      report: whole.reports[0]?.id ?? ('' as never),
      investigationCode: 'one',
      reportCode: 'main',
      locale: 'en',
      publishedAt: '2026-01-01T00:00:00.000Z',
    }
    await insertPublication(store.db, published)
    expect(await publicationAt(store.db, published)).toEqual(published)
    expect(await publicationAt(store.db, { ...published, locale: 'ar' })).toBeNull()
    expect(await publications(store.db)).toEqual([published])
    const taken = insertPublication(store.db, {
      ...published,
      investigation: other.id,
      report: other.reports[0]?.id ?? ('' as never),
    })
    await expect(taken).rejects.toThrow(/unique/i)
  })
})
