import { existsSync, readFileSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { findContradictions, lineageOf, type Claim } from '@corroborate/claims'
import { estimateFromPatterns, isPatternRequest } from '@corroborate/estimate'
import { readInvestigation } from '@corroborate/interchange'
import { expect, test } from 'vitest'
import { exampleFiles } from './example-files.ts'

/** The public record, from which the example was written: what it holds in numbers is compared with it. */
const RECORD = new URL('../../shared/record/saydnaya-2017.json', import.meta.url)
const absent = !existsSync(RECORD)
if (absent) console.warn('skipped: the public record is not beside this project (../shared/record)')

type Ends = readonly [number, number]
interface RecordFile {
  readonly interviewees: { readonly counts: Readonly<Record<string, unknown>>; readonly total: number }
  readonly facts: readonly {
    readonly id: string
    readonly size?: { readonly min: number; readonly max: number }
  }[]
  readonly estimate: {
    readonly published: { readonly range: Ends }
    readonly method: {
      readonly periods: readonly {
        readonly id: string
        readonly occasions: Ends
        readonly size: Ends
        readonly deaths: Ends
      }[]
      readonly sum: { readonly computed: Ends; readonly remembered: Ends }
    }
    readonly alternatives: { readonly literal: { readonly total: Ends } }
    readonly other: {
      readonly hrdag: { readonly deathsInCustodyInSyria: number; readonly documented: number }
    }
  }
}

const record = () => JSON.parse(readFileSync(RECORD, 'utf8')) as RecordFile
const ends = ({ min, max }: { readonly min: number; readonly max: number }): Ends => [min, max]

function example(change: (files: Map<string, string>) => void = () => undefined) {
  const files = new Map(exampleFiles('saydnaya'))
  change(files)
  const read = readInvestigation(files)
  if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join('\n'))
  return read.investigation
}

function estimated(investigation = example()) {
  const { sources, originLinks, claims, resolutions, places, estimates } = investigation
  const lineage = lineageOf(sources, originLinks)
  const contradictions = findContradictions({ claims, lineage, resolutions, places })
  const [request] = estimates.filter(isPatternRequest)
  if (request === undefined) throw new Error('no estimate')
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const estimate = valueOf(estimateFromPatterns(request, byId, { contradictions, software: 'test' }))
  return { estimate, contradictions, claims }
}

function claimCalled(code: string, claims: readonly Claim[] = example().claims): Claim {
  const claim = claims.find((one) => one.code === code)
  if (claim === undefined) throw new Error(`no claim ${code}`)
  return claim
}

test.skipIf(absent)('the published figures come out of the pattern claims', () => {
  const { estimate } = estimated()
  const { published, method, alternatives } = record().estimate
  expect(
    estimate.periods.map(({ code, occasions, size, total }) => [
      code,
      ends(occasions),
      ends(size),
      ends(total),
    ]),
  ).toEqual(method.periods.map(({ id, occasions, size, deaths }) => [id, occasions, size, deaths]))
  expect(ends(estimate.interval)).toEqual(method.sum.computed)
  expect(ends(estimate.published.range)).toEqual(published.range)
  const literal = estimate.alternatives.find(({ code }) => code === 'literal')
  expect(literal && ends(literal.interval)).toEqual(alternatives.literal.total)
})

test.skipIf(absent)('the remembered minimum surfaces as a slip, with the one entry that explains it', () => {
  const { estimate } = estimated()
  const { remembered, computed } = record().estimate.method.sum
  expect(estimate.slips).toMatchObject([
    {
      bound: 'min',
      said: remembered[0],
      computed: computed[0],
      explanation: { right: 4440, entered: 4400 },
      changesPublished: false,
    },
  ])
})

test('the printed and the spoken group size contradict each other, are of one origin, and a person has decided', () => {
  const { contradictions, claims, estimate } = estimated()
  expect(contradictions).toMatchObject([
    {
      first: claimCalled('F03', claims).id,
      second: claimCalled('F18', claims).id,
      about: 'size',
      sameOrigin: true,
    },
  ])
  expect(contradictions[0]?.resolution?.prefers).toBe(claimCalled('F03', claims).id)
  expect(
    estimate.alternatives.filter(({ claims: read }) => read.includes(claimCalled('F18', claims).id)),
  ).toHaveLength(1)
})

test.skipIf(absent)('figures that the example copies from the record are those of the record', () => {
  const { facts, interviewees, estimate } = record()
  const { other } = estimate
  const size = (id: string) => facts.find((fact) => fact.id === id)?.size
  expect(claimCalled('F03').pattern?.size).toEqual(size('F03'))
  expect(claimCalled('F18').pattern?.size).toEqual(size('F18'))
  expect(claimCalled('interviews').quantity?.min).toBe(interviewees.total)
  expect(claimCalled('held-there').quantity?.min).toBe(interviewees.counts['men formerly held at Saydnaya'])
  expect(claimCalled('deaths-in-custody').quantity?.min).toBe(other.hrdag.deathsInCustodyInSyria)
  expect(claimCalled('deaths-documented').quantity?.min).toBe(other.hrdag.documented)
  const [published, remembered] = ['published-range', 'remembered-sum'].map(
    (code) => claimCalled(code).quantity,
  )
  expect(published && ends(published)).toEqual(estimate.published.range)
  expect(remembered && ends(remembered)).toEqual(estimate.method.sum.remembered)
})

test('a larger group gives a larger number, and the printed range no longer follows', () => {
  const larger = example((files) => {
    const claims = files.get('claims.yaml') ?? ''
    files.set('claims.yaml', claims.replace('size: { min: 20, max: 50 }', 'size: { min: 20, max: 70 }'))
  })
  expect(estimated(larger).estimate.published.range.max).toBeGreaterThan(
    estimated().estimate.published.range.max,
  )
})

test('every text is a summary of ours, nobody is a witness, and nobody is quoted', () => {
  const { texts, sources, interviews, persons, reports } = example()
  expect(new Set(texts.map(({ kind }) => kind))).toEqual(new Set(['summary']))
  expect(sources.filter(({ kind }) => kind === 'witness')).toEqual([])
  expect([...interviews, ...persons]).toEqual([])
  expect(JSON.stringify(reports)).not.toContain('"quotation"')
})

test('every summary says at its head that it is one, and the remembered figures that they are remembered', () => {
  for (const { code, content } of example().texts)
    expect(`${code}: ${content}`).toMatch(/: Summary written for this example/)
  const method = example().texts.find(({ code }) => code === 'amnesty-2017-method')?.content ?? ''
  for (const paragraph of method.split('\n\n').filter((one) => /\d/.test(one)))
    expect(paragraph).toContain('as remembered')
})

test('both reports are the same report: the same figures and grounds, sentence by sentence', () => {
  const [arabic, english] = example().reports.map(({ blocks }) =>
    blocks.map((block) =>
      block.kind === 'paragraph'
        ? block.sentences.map(({ parts, grounds, own }) => ({
            shown: parts.filter(({ kind }) => kind !== 'words'),
            grounds,
            own,
          }))
        : block.kind,
    ),
  )
  expect(arabic).toEqual(english)
})

test('whatever is in the example in English is there in Arabic too', () => {
  const { title, notice, sources, texts, claims, findings, places, units, estimates } = example()
  const words = [
    title,
    notice,
    ...[...sources, ...texts].map((one) => one.title),
    ...[...places, ...units].map(({ name }) => name),
    ...[...claims, ...findings].map(({ proposition }) => proposition),
    ...findings.flatMap(({ kind }) => (kind.kind === 'attribution' ? [kind.beneath] : [])),
    ...estimates
      .filter(isPatternRequest)
      .flatMap(({ question, unit, assumptions, alternatives }) => [
        question,
        unit,
        ...[...assumptions, ...alternatives].map((one) => one.words),
      ]),
  ]
  expect(
    words.filter(({ en, ar }) => en === undefined || ar === undefined || !/\p{Script=Arabic}/u.test(ar)),
  ).toEqual([])
})
