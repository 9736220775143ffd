import { expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { probabilityOf } from '../model/binary-logarithm.ts'
import { USUAL_NAMES } from '../names/usual-names.ts'
import type { Calibration } from '../review/recalibrate.ts'
import { linkRecords, type LinkageResult } from '../run/link-records.ts'
import type { LinkageSettings } from '../settings.ts'
import { tableBuilder } from '../table/build-table.ts'
import { pairExplainer, type ExplainedRun } from './explain-pair.ts'
import { addedParts, mostOfParts, sumOfParts, type PairExplanation } from './pair-explanation.ts'
import { INVENTED_SETTINGS } from './testing/invented-explanation.ts'

/** The first six fields of the invented people, and what compares them. */
const SETTINGS: LinkageSettings = {
  ...INVENTED_SETTINGS,
  fields: INVENTED_SETTINGS.fields.slice(0, 6),
  comparisons: INVENTED_SETTINGS.comparisons.slice(0, 7),
  seed: 'a seed',
}

type Row = readonly (string | null)[]

function runOf(rows: readonly Row[], settings: Partial<LinkageSettings> = {}, clean = false) {
  const asked = { ...SETTINGS, ...settings }
  const builder = tableBuilder(asked.fields)
  builder.startList({ code: 'A', clean })
  builder.append(rows.slice(0, rows.length >> 1))
  builder.startList({ code: 'B', clean })
  builder.append(rows.slice(rows.length >> 1))
  const table = builder.table()
  const result = valueOf(linkRecords(table, asked, { judgements: [] }))
  const run: ExplainedRun = {
    ...{ table, settings: asked, model: result.model, known: USUAL_NAMES, calibration: null },
  }
  return { run, result, wordsOf: (row: number) => wordsOf(rows[row] ?? []) }
}

function wordsOf(row: Row): ReadonlyMap<string, string | null> {
  return new Map(SETTINGS.fields.map(({ field }, n) => [field, row[n] ?? null]))
}

function asked(rows: readonly Row[], a: number, b: number, scored: number | null = null) {
  const side = (row: number) => ({ row, words: wordsOf(rows[row] ?? []) })
  return { rows: [side(a), side(b)] as const, scored }
}

const cell = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 6 })
const row: fc.Arbitrary<Row> = fc.tuple(
  cell(
    'سلمى أحمد علي حداد',
    'سلمي احمد علي حداد',
    'salma ahmad ali haddad',
    'omar khoury',
    'عمر خوري',
    'karim',
  ),
  cell('1971-06-24', '1971-06-25', '1971-06', '1971', '1980-01-31', '1980-02-31'),
  cell('30', '31', '44'),
  cell('f', 'm'),
  cell('Beit Sahour', 'beit-sahour', 'Homs'),
  cell('12345678', '12345679', '99887766'),
)
const rowsOf = fc.array(row, { minLength: 6, maxLength: 24 })

function everyPair({ pairs }: LinkageResult) {
  return Array.from(pairs.left, (left, n) => ({
    left,
    right: pairs.right[n] ?? -1,
    weight: pairs.weight[n] ?? NaN,
  }))
}

/** All parts as they are shown, one added to the other. */
function leftOfParts(pair: PairExplanation): number {
  return addedParts(pair) - pair.rivals - (pair.names?.bits ?? 0)
}

test.prop([rowsOf], { numRuns: 25 })(
  'the parts of a pair add up to its weight in the run, to the last bit',
  (rows) => {
    const { run, result } = runOf(rows)
    const explain = pairExplainer(run)
    for (const { left, right, weight } of everyPair(result)) {
      const explained = explain(asked(rows, left, right))
      expect(explained.weight).toBe(weight)
      expect(sumOfParts(explained)).toBe(weight)
      expect(leftOfParts(explained)).toBeCloseTo(weight, 10)
      expect(explained.probability).toBe(probabilityOf(weight))
      expect(explained.verdict.joins).toBe(weight >= explained.verdict.line)
    }
  },
)

test.prop([rowsOf], { numRuns: 15 })(
  'on clean lists the parts less what rivals took are the weight of the run',
  (rows) => {
    const { run, result } = runOf(rows, {}, true)
    const explain = pairExplainer(run)
    for (const { left, right, weight } of everyPair(result)) {
      const explained = explain(asked(rows, left, right, weight))
      expect(explained.weight).toBe(weight)
      expect(explained.rivals).toBeGreaterThanOrEqual(0)
      // The difference of two sums is rounded once more where rivals took most of the weight.
      expect(sumOfParts(explained)).toBeCloseTo(weight, 10)
      expect(leftOfParts(explained)).toBeCloseTo(weight, 10)
    }
  },
)

test.prop([rowsOf], { numRuns: 15 })(
  'a pair is explained the same whichever record is named first',
  (rows) => {
    const { run } = runOf(rows)
    const explain = pairExplainer(run)
    expect(explain(asked(rows, 4, 1))).toEqual(explain(asked(rows, 1, 4)))
  },
)

test.prop([rowsOf], { numRuns: 15 })(
  'what is said to change the verdict does, and what is not said does not',
  (rows) => {
    const { run, result } = runOf(rows)
    const explain = pairExplainer(run)
    for (const { left, right } of everyPair(result).slice(0, 20)) {
      const { verdict, comparisons } = explain(asked(rows, left, right))
      for (const { answers } of verdict.changes)
        for (const { weight } of answers) expect(weight >= verdict.line).toBe(!verdict.joins)
      for (const { comparison, answers } of verdict.changes) {
        const own = comparisons.find(({ name }) => name === comparison)?.answer
        const level = own?.kind === 'level' ? own.level : null
        expect(answers.map((answer) => answer.level)).not.toContain(level)
      }
    }
  },
)

const PEOPLE: readonly Row[] = [
  ['سلمى أحمد علي حدّاد', '1971-06-24', '40', 'F', 'Beit Sahour', '12345678'],
  ['عمر سامي رامي خوري', '1980-01-31', null, 'm', 'Homs', null],
  ['هند وليد ماهر نصار', '1955-02-02', '60', 'f', 'Homs', '55554444'],
  ['Salma Ahmad Ali Haddad', '1971-06-24', null, 'f', 'beit-sahour', '12345679'],
  ['عمر سامي رامي خوري', '1980-01', '30', 'm', 'Homs', '99887766'],
  ['كريم', '1962-11-03', '50', 'm', 'Homs', '11112222'],
]

function explained(a: number, b: number, more: Partial<ExplainedRun> = {}): PairExplanation {
  const { run } = runOf(PEOPLE)
  return pairExplainer({ ...run, ...more })(asked(PEOPLE, a, b))
}

function comparisonOf({ comparisons }: PairExplanation, name: string) {
  const found = comparisons.find((comparison) => comparison.name === name)
  if (!found) throw new Error(`no comparison ${name}`)
  return found
}

test('a record is named by its list and its row there', () => {
  const pair = explained(0, 3)
  expect([pair.left, pair.right]).toEqual([
    { list: 'A', row: 1 },
    { list: 'B', row: 1 },
  ])
})

test('what one record does not say says nothing and weighs nothing', () => {
  const { answer, frequency } = comparisonOf(explained(0, 3), 'age')
  expect(answer).toEqual({ kind: 'says-nothing', why: 'not-said', bits: 0 })
  expect(frequency).toBeNull()
})

test('shows the words of the list, what they became and what was done to them', () => {
  const [given] = comparisonOf(explained(0, 3), 'given').columns
  expect(given?.left).toMatchObject({ words: 'سلمى أحمد علي حدّاد', role: 'given' })
  expect(given?.left.steps).toEqual(['tashkil', 'alef-forms', 'alef-maqsura'])
  expect(given?.right.steps).toEqual(['case'])
  const [town] = comparisonOf(explained(0, 3), 'town').columns
  expect(town?.left).toMatchObject({ words: 'Beit Sahour', value: 'beitsahour', steps: ['case', 'spaces'] })
  expect(town?.right).toMatchObject({ words: 'beit-sahour', value: 'beitsahour', steps: ['punctuation'] })
})

test('says how common the value is, and what its frequency added beside the level', () => {
  const common = comparisonOf(explained(1, 4), 'town').frequency
  const rare = comparisonOf(explained(0, 3), 'town').frequency
  expect(common).toMatchObject({ count: 4, of: 6 })
  expect(common?.share).toBeCloseTo(4 / 6, 12)
  expect(rare).toMatchObject({ count: 2, of: 6 })
  expect(rare?.bits).toBeGreaterThan(common?.bits ?? NaN)
  expect(comparisonOf(explained(0, 1), 'town').frequency).toBeNull()
})

test('days are shown as they were read, of every precision', () => {
  const [born] = comparisonOf(explained(1, 4), 'born').columns
  expect([born?.left.value, born?.right.value]).toEqual(['1980-01-31', '1980-01-01/1980-01-31'])
  const none = runOf([['a b', '1980-02-31'], ...PEOPLE])
  const pair = pairExplainer(none.run)(asked([['a b', '1980-02-31'], ...PEOPLE], 0, 2))
  expect(comparisonOf(pair, 'born').columns[0]?.left.value).toBe('1980-02-31')
})

test('what rivals took is a part of its own, and a weight of another run is no weight of this', () => {
  const { run } = runOf(PEOPLE)
  const explain = pairExplainer(run)
  const alone = explain(asked(PEOPLE, 1, 4))
  const rivalled = explain(asked(PEOPLE, 1, 4, alone.weight - 3))
  expect(alone.rivals).toBe(0)
  expect(rivalled.rivals).toBeCloseTo(3, 12)
  expect(rivalled.weight).toBe(alone.weight - 3)
  expect(() => explain(asked(PEOPLE, 1, 4, alone.weight + 1))).toThrow('not of this model')
})

test('what names may not say is a part of its own, and stays when another answer is tried', () => {
  const { run } = runOf(PEOPLE)
  const rare = { ...run, model: { ...run.model, prior: 0.9 } }
  const pair = pairExplainer(rare)(asked(PEOPLE, 1, 4))
  expect(pair.names?.upTo).toBe(0.9)
  expect(pair.names?.bits).toBeCloseTo(addedParts(pair) - pair.weight, 12)
  expect(pair.rivals).toBe(0)
  expect(pair.weight).toBe(mostOfParts(pair))
  const rivalled = pairExplainer(rare)(asked(PEOPLE, 1, 4, pair.weight - 1))
  expect(rivalled.names).toBeNull()
  expect(rivalled.rivals).toBeCloseTo((pair.names?.bits ?? NaN) + 1, 10)
  for (const { weight } of pair.verdict.changes.flatMap(({ answers }) => answers))
    expect(weight).toBeLessThan(pair.verdict.line)
})

test('where the verdict hangs on no single comparison, none is named', () => {
  const sure = runOf(PEOPLE, { joinFrom: 1e-9 })
  expect(pairExplainer(sure.run)(asked(PEOPLE, 1, 4)).verdict).toMatchObject({ joins: true, changes: [] })
})

test('what reviewed pairs say stands beside what the model says', () => {
  const calibration: Calibration = { weights: [-50, 50], probabilities: [0.3, 0.3], reviewed: 60, same: 20 }
  expect(explained(0, 3).calibrated).toBeNull()
  expect(explained(0, 3, { calibration }).calibrated).toEqual({ probability: 0.3, reviewed: 60 })
})
