import { existsSync, readFileSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { expect, test } from 'vitest'
import { defaultSettings } from './run/default-settings.ts'
import { linkRecords } from './run/link-records.ts'
import { labelledSet, type SetName } from './testing/labelled-sets.ts'
import { calibrateByLabels } from './testing/calibrate-by-labels.ts'
import { measureAccuracy } from './testing/measure-accuracy.ts'

/** Labelled lists that are no part of this project; `npm run linkage` prints the same figures beside Splink's. */
const LABELLED = new URL('../../../shared/linkage/', import.meta.url)
const absent = !existsSync(LABELLED)
if (absent) console.warn('skipped: the labelled lists are not beside this project (../shared/linkage)')

function worstBands(which: SetName) {
  const set = labelledSet(which, (file) => readFileSync(new URL(file, LABELLED), 'utf8'))
  const settings = defaultSettings(set.kind, set.fields, 'accuracy')
  const result = valueOf(linkRecords(set.table, settings, { judgements: [] }))
  const seeds = ['1', '2', '3', '4', '5', '6', '7', '8']
  const worst = seeds.map((seed) => calibrateByLabels(set, result, seed))
  const meanOf = (of: (one: (typeof worst)[number]) => number) =>
    worst.reduce((sum, one) => sum + of(one), 0) / worst.length
  return { after: meanOf(({ worst: of }) => of), before: meanOf(({ worstBefore }) => worstBefore) }
}

function accuracyOf(which: SetName) {
  const set = labelledSet(which, (file) => readFileSync(new URL(file, LABELLED), 'utf8'))
  const settings = defaultSettings(set.kind, set.fields, 'accuracy')
  return measureAccuracy(set, valueOf(linkRecords(set.table, settings, { judgements: [] })))
}

test.skipIf(absent)('two lists of FEBRL are linked without a fault', () => {
  expect(accuracyOf('febrl4').best.f1).toBeGreaterThanOrEqual(0.9996)
})

test.skipIf(absent)('the duplicates of FEBRL are found, in pairs and in clusters', () => {
  const { best, clusters } = accuracyOf('febrl3')
  expect(best.f1).toBeGreaterThanOrEqual(0.997)
  expect(clusters.f1).toBeGreaterThanOrEqual(0.998)
})

test.skipIf(absent)('a thousand records with few fields are linked', () => {
  const { best, clusters } = accuracyOf('fake1000')
  expect(best.f1).toBeGreaterThanOrEqual(0.9)
  expect(clusters.f1).toBeGreaterThanOrEqual(0.94)
})

test.skipIf(absent)('two lists with Arabic names are linked without a label', () => {
  const { best, atHalf, at95, clusters } = accuracyOf('gaza')
  expect(best.f1).toBeGreaterThanOrEqual(0.955)
  expect(clusters.f1).toBeGreaterThanOrEqual(0.983)
  expect(atHalf.precision).toBeGreaterThanOrEqual(0.95)
  expect(at95.precision).toBeGreaterThanOrEqual(0.99)
})

test.skipIf(absent)('three hundred answers make said probabilities hold, band by band', () => {
  expect(worstBands('fake1000').after).toBeLessThan(0.1)
  const { before, after } = worstBands('gaza')
  // Aimed at: .10. Its bands hold down to fifty pairs, whose own share is off by .07 in one of three; docs/methods/review.md.
  expect(after).toBeLessThan(0.14)
  expect(before).toBeLessThan(0.1)
})
