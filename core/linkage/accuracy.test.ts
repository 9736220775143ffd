import { existsSync, readFileSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { expect, test } from 'vitest'
import { defaultSettings } from './run/default-settings.ts'
import { linkRecords } from './run/link-records.ts'
import { labelledSet, type SetName } from './testing/labelled-sets.ts'
import { calibrateBySeeds } from './testing/calibrate-by-labels.ts'
import { measureAccuracy } from './testing/measure-accuracy.ts'

/** Labelled lists that are no part of this project; `npm run linkage` prints the same figures beside Splink's. */
const LABELLED = new URL('../../../shared/linkage/', import.meta.url)
const absent = !existsSync(LABELLED)
if (absent) console.warn('skipped: the labelled lists are not beside this project (../shared/linkage)')

/** The worst band after 300 answers, its mean over twelve draws of the pairs that are asked. */
function worstBand(which: SetName): number {
  const set = labelledSet(which, (file) => readFileSync(new URL(file, LABELLED), 'utf8'))
  const settings = defaultSettings(set.kind, set.fields, 'accuracy')
  const result = valueOf(linkRecords(set.table, settings, { judgements: [] }))
  const { worst } = calibrateBySeeds(set, result)
  return worst.reduce((sum, of) => sum + of, 0) / worst.length
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
  for (const which of ['fake1000', 'gaza'] as const) expect(worstBand(which), which).toBeLessThan(0.1)
})
