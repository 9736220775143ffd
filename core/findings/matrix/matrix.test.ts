import { fc, test } from '@fast-check/vitest'
import { valueOf, type ClaimId } from '@corroborate/base'
import type { Contradiction } from '@corroborate/claims'
import { describe, expect } from 'vitest'
import { standingOf } from '../standing-of.ts'
import { against, claim, evidence, finding, link, sourceId } from '../testing/findings.ts'
import { readHypotheses, type Consistency } from './competing-hypotheses.ts'
import { corroborationMatrix } from './corroboration-matrix.ts'
import { withoutSources } from './without-sources.ts'

const seen = claim('C1', 'W1')
const heard = claim('C2', 'W2', 'heard')
const told = claim('C3', 'W3', 'told-by', { toldBy: ['W1'] })
const unknown = claim('C4', 'W4', 'saw', { polarity: 'does-not-know' })
const contrary = claim('C5', 'W5')
const all = [seen, heard, told, unknown, contrary]
const held = finding([seen, heard, told, unknown], {
  claimsAgainst: [against(contrary, { by: 'ana', reason: 'another day' })],
})
const clash: Contradiction = {
  first: seen.id,
  second: heard.id,
  about: 'size',
  sameOrigin: false,
  resolution: null,
}
const among = { claims: new Map(all.map((one) => [one.id, one] as const)), contradictions: [clash] }

describe('the corroboration matrix', () => {
  const groups = corroborationMatrix(held, evidence(all), among)

  test('groups sources by whom their claims go back to, the nearest first', () => {
    expect(groups.map(({ rows }) => rows.map(({ source }) => source))).toContainEqual([
      sourceId('W1'),
      sourceId('W3'),
    ])
    const nearness = groups.map(({ rows }) => rows[0]?.cells[0]?.nearness)
    expect(nearness).toEqual(['eyewitness', 'eyewitness', 'eyewitness', 'first-hand'])
  })

  test('shows what counts, what was dismissed and why, and what is contradicted', () => {
    const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    const cell = (id: ClaimId) => cells.find((one) => one.claim === id)
    expect(cell(seen.id)).toMatchObject({ side: 'for', counts: true, contradictions: [clash] })
    expect(cell(told.id)).toMatchObject({ nearness: 'secondary', counts: true, contradictions: [] })
    expect(cell(unknown.id)).toMatchObject({ counts: false })
    expect(cell(contrary.id)).toMatchObject({ side: 'against', counts: false, dismissed: 'another day' })
  })

  test('leaves resolved contradictions out of view', () => {
    const resolution = {
      claims: [seen.id, heard.id] as const,
      prefers: null,
      by: 'ana',
      reason: 'other nights',
    }
    const settled = corroborationMatrix(held, evidence(all), {
      ...among,
      contradictions: [{ ...clash, resolution }],
    })
    expect(
      settled.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((one) => one.contradictions))),
    ).toEqual([])
  })
})

describe('without sources', () => {
  const figures = [
    { figure: 'how many', claims: [seen.id, heard.id] },
    { figure: 'how often', claims: [heard.id] },
  ]

  test('who only repeats a witness goes with the witness', () => {
    const what = withoutSources([sourceId('W1')], { evidence: evidence(all), findings: [held], figures })
    expect(what.claims).toEqual([seen.id, told.id].sort())
    expect(what.findings).toMatchObject([
      { before: { kind: 'strongly-corroborated' }, after: { kind: 'uncorroborated' }, falls: true },
    ])
    expect(what.figures).toEqual([{ figure: 'how many', lost: [seen.id], left: [heard.id] }])
  })

  const bases = fc.constantFrom('saw' as const, 'heard' as const, 'told-by-unnamed' as const)
  test.prop([
    fc.array(fc.tuple(fc.nat(9), bases), { maxLength: 12 }),
    fc.uniqueArray(fc.nat(9)),
    fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 4 }),
  ])('the standings are those of an investigation that never had the claims', (said, aside, joint) => {
    const claims = said.map(([who, kind], at) => claim(`C${at}`, `W${who}`, kind))
    const whole = evidence(
      claims,
      joint.map(([a, b]) => link(`W${a}`, 'derived-from', `W${b}`)),
    )
    const one = finding(claims)
    const what = withoutSources(
      aside.map((who) => sourceId(`W${who}`)),
      { evidence: whole, findings: [one], figures: [] },
    )
    const rest = new Map([...whole.claims].filter(([id]) => !what.claims.includes(id)))
    const after = standingOf(one, { ...whole, claims: rest })
    expect(what.findings[0]?.after ?? standingOf(one, whole)).toEqual(after)
  })
})

describe('competing hypotheses', () => {
  const matrix = {
    hypotheses: ['a cellar for stores', 'a place of execution', 'a clinic'],
    evidence: ['a rope was seen', 'trucks came at night', 'doctors came'],
    ratings: [
      ['--', '++', '--'],
      ['N', '+', '-'],
      ['-', '-', '++'],
    ] satisfies Consistency[][],
  }

  test('the least inconsistent leads, and what decides is told', () => {
    const reading = valueOf(readHypotheses(matrix))
    expect(reading.hypotheses.map(({ hypothesis, inconsistency }) => [hypothesis, inconsistency])).toEqual([
      ['a place of execution', 1],
      ['a cellar for stores', 3],
      ['a clinic', 3],
    ])
    expect(reading.leading).toEqual(['a place of execution'])
    expect(reading.evidence.map(({ isDiagnostic, decides }) => [isDiagnostic, decides])).toEqual([
      [true, true],
      [true, false],
      [true, false],
    ])
    expect(reading.hypotheses[0]?.counts).toEqual({ '--': 0, '-': 1, N: 0, '+': 1, '++': 1, NA: 0 })
  })

  test('what was not rated weighs nothing and is counted', () => {
    const reading = valueOf(
      readHypotheses({ ...matrix, ratings: matrix.ratings.map((row) => row.map(() => null)) }),
    )
    expect(reading.hypotheses.map(({ unrated, inconsistency }) => [unrated, inconsistency])).toEqual([
      ...[
        [3, 0],
        [3, 0],
        [3, 0],
      ],
    ])
    expect(reading.evidence.some(({ isDiagnostic }) => isDiagnostic)).toBe(false)
  })

  test('what does not bear on a hypothesis weighs nothing, is counted, and tells nothing apart', () => {
    const reading = valueOf(
      readHypotheses({ ...matrix, evidence: ['a rope was seen'], ratings: [['NA', '+', 'NA']] }),
    )
    expect(reading.evidence).toMatchObject([{ isDiagnostic: false, decides: false }])
    expect(reading.hypotheses[0]).toMatchObject({ inconsistency: 0, unrated: 0, counts: { NA: 1 } })
  })

  test('a table that does not fit is refused', () => {
    expect(readHypotheses({ ...matrix, ratings: [['N']] })).toMatchObject({ reason: 'not-a-table' })
  })
})
