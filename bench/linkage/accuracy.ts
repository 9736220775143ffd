import { existsSync, readFileSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { defaultSettings, linkRecords } from '@corroborate/linkage'
import { labelledSet, type SetName } from '../../core/linkage/testing/labelled-sets.ts'
import { calibrateBySeeds } from '../../core/linkage/testing/calibrate-by-labels.ts'
import { measureAccuracy } from '../../core/linkage/testing/measure-accuracy.ts'

/** `npm run linkage`: how well lists with known truth are linked, beside what Splink reached on them (../shared/linkage/README.md). */
const LABELLED = new URL('../../../shared/linkage/', import.meta.url)

/** Best F1 of pairs, and of clusters (one-to-one where lists are clean), as measured with Splink 5.0.0.dev4. */
const SPLINK: readonly (readonly [SetName, number, number | null])[] = [
  ['febrl4', 0.9996, null],
  ['febrl3', 0.9958, 0.9972],
  ['fake1000', 0.8361, 0.9197],
  ['gaza', 0.9447, 0.977],
]

const figure = (number: number | null) => (number === null ? '-' : number.toFixed(4)).padStart(9)

if (!existsSync(LABELLED))
  console.warn('The labelled lists are not beside this project (../shared/linkage): nothing is measured.')
else {
  const calibrated: string[] = []
  console.log('set                    best F1   Splink clusters   Splink  P at .5 P at .95   CPU s')
  for (const [which, splinkPairs, splinkClusters] of SPLINK) {
    const set = labelledSet(which, (file) => readFileSync(new URL(file, LABELLED), 'utf8'))
    const before = process.cpuUsage()
    const result = valueOf(
      linkRecords(set.table, defaultSettings(set.kind, set.fields, 'accuracy'), { judgements: [] }),
    )
    const { user, system } = process.cpuUsage(before)
    const { best, atHalf, at95, clusters } = measureAccuracy(set, result)
    const figures = [best.f1, splinkPairs, clusters.f1, splinkClusters, atHalf.precision, at95.precision]
    console.log(
      set.name.padEnd(21),
      figures.map(figure).join(''),
      ((user + system) / 1e6).toFixed(1).padStart(7),
    )
    if (which !== 'gaza' && which !== 'fake1000') continue
    const { worst, worstBefore } = calibrateBySeeds(set, result)
    const mean = worst.reduce((sum, of) => sum + of, 0) / worst.length
    calibrated.push(
      `${set.name}: worst of ten bands with 50 pairs, said less true, ${mean.toFixed(3)} after 300 answers (mean of ${worst.length} draws of the pairs asked, ${Math.min(...worst).toFixed(3)} to ${Math.max(...worst).toFixed(3)}; before: ${worstBefore.toFixed(3)}; aim .10)`,
    )
  }
  for (const line of calibrated) console.log(line)
}
