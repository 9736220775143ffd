import { expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import { checkRelease, type OutputPart, type ReleaseOutput } from '@corroborate/disclosure'
import type { Report, Sentence } from '@corroborate/report'
import { CONTEXT } from '../../core/disclosure/testing/release.ts'
import { fixture, fixtureId as id, type Fixture } from '../testing/fixture.ts'
import { listFixture } from '../testing/studied.ts'
import { releaseOutputOf } from './release-output-of.ts'

/** Sealed in the register of the check. */
const NAME = 'Ali Hasan'
const BOTH = { en: NAME, ar: NAME }

type Plant = (given: Fixture) => Fixture
const resolved =
  (more: Partial<Fixture['resolved']>): Plant =>
  (given) => ({ ...given, resolved: { ...given.resolved, ...more } })
const inRecords =
  (kind: 'sources' | 'claims' | 'texts' | 'findings' | 'estimates' | 'passages', more: object): Plant =>
  (given) => ({
    ...given,
    investigation: {
      ...given.investigation,
      [kind]: given.investigation[kind].map((one) => ({ ...one, ...more })),
    },
  })
const asked =
  (more: object): Plant =>
  (given) => ({
    ...given,
    assessment: {
      ...given.assessment,
      estimates: new Map(
        [...given.assessment.estimates].map(([key, answer]) => [
          key,
          answer.ok ? { ok: true, value: { ...answer.value, ...more } } : answer,
        ]),
      ),
    },
  })

function namedIn(output: ReleaseOutput): readonly OutputPart[] {
  const flags = checkRelease(output, { ...CONTEXT, people: [] })
  return [...new Set(flags.flatMap(({ kind, place }) => (kind === 'sealed-name' ? [place.part] : [])))].sort()
}

test('a report without sealed names has none', () => {
  expect(namedIn(releaseOutputOf(fixture('en')))).toEqual([])
})

test.each<[string, Plant, readonly OutputPart[]]>([
  ['its title', resolved({ title: NAME }), ['metadata', 'title']],
  ['its subtitle', resolved({ subtitle: NAME }), ['title']],
  ['its authors', resolved({ authors: [NAME] }), ['metadata', 'title']],
  ['its notice', resolved({ notice: NAME }), ['title']],
  ['a heading', resolved({ blocks: [{ kind: 'heading', level: 2, text: NAME, anchor: 'h1' }] }), ['text']],
  ['what a source is called', inRecords('sources', { title: BOTH }), ['annex', 'claim', 'table', 'text']],
  ['what a text is called', inRecords('texts', { title: BOTH }), ['claim']],
  ['a claim', inRecords('claims', { proposition: BOTH }), ['annex', 'claim', 'text']],
  ['quoted words', inRecords('passages', { exact: NAME }), ['annex', 'claim']],
  ['the reasons of a finding', inRecords('findings', { reasons: BOTH }), ['note']],
  ['a question', asked({ question: BOTH }), ['alternative-text', 'annex', 'chart', 'note']],
  ['the code of an estimate', asked({ code: 'Ali-Hasan' }), ['annex', 'file-name']],
])('a sealed name in %s is found wherever it is printed', (_, plant, parts) => {
  expect(namedIn(releaseOutputOf(plant(fixture('en'))))).toEqual(expect.arrayContaining([...parts]))
})

/** A report of one sentence. */
function saying(sentence: Partial<Sentence>): Fixture {
  const given = fixture('en')
  const parts = [{ kind: 'words', text: 'So it was said.' }] as const
  const report: Report = {
    ...{
      id: given.resolved.id,
      code: 'main',
      locale: 'en',
      title: 'x',
      subtitle: null,
      authors: [],
      dated: '2017',
    },
    blocks: [
      { kind: 'paragraph', at: null, sentences: [{ parts, grounds: [], own: false, at: null, ...sentence }] },
    ],
  }
  return { ...given, investigation: { ...given.investigation, reports: [report] } }
}

test('what a sentence quotes of a witness is asked about, also where their consent withholds it', () => {
  const withdrawn = fixture('en').investigation.passages.find(({ text }) => text === id.text('T3'))
  if (!withdrawn) throw new Error('the fixture has no words of who withdrew')
  const output = releaseOutputOf(saying({ parts: [{ kind: 'quotation', passage: withdrawn.id }] }))
  const { consents } = fixture('en').investigation
  const flags = checkRelease(output, { ...CONTEXT, consents, people: [] })
  expect(flags).toContainEqual(
    expect.objectContaining({ kind: 'consent-withdrawn', place: { part: 'text', at: 's1' } }),
  )
})

test('one end of an estimate stands without its interval, and both ends with it', () => {
  const end = (show: 'min' | 'max') =>
    ({ kind: 'figure', figure: { kind: 'estimate', estimate: id.estimate('E1'), show } }) as const
  const alone = releaseOutputOf(saying({ parts: [end('max')] }))
  expect(alone.figures).toEqual([{ place: { part: 'text', at: 's1' }, named: 'E1', withInterval: false }])
  const both = releaseOutputOf(saying({ parts: [end('min'), end('max')] }))
  expect(both.figures.map(({ withInterval }) => withInterval)).toEqual([true, true])
})

test('the combinations of lists behind an answer are counts of people, which add up', () => {
  const { tables } = releaseOutputOf(listFixture('en'))
  expect(tables).toHaveLength(1)
  const flags = checkRelease({ ...releaseOutputOf(listFixture('en')), texts: [] }, { ...CONTEXT, people: [] })
  expect(flags.map(({ kind }) => kind)).not.toContain('sums-differ')
  const [shown] = tables
  const few = shown?.table.cells.filter(({ count }) => count !== null && count > 0 && count < 10) ?? []
  expect(flags.filter(({ kind }) => kind === 'small-cell')).toHaveLength(few.length)
})

test('every claim in print has to be in the ledger, and every finding and estimate of its notes', () => {
  const { records } = releaseOutputOf(fixture('en'))
  expect(records.map(({ code }) => code)).toEqual(expect.arrayContaining(['C1', 'F1', 'E1']))
  expect(records.map((record) => record.id)).not.toContain(derivedId('claim', 'elsewhere'))
})
