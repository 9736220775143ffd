/**
 * How well names are compared, on the labelled pairs beside this project (../shared/linkage): `npm run linkage:names`. One threshold for all of it,
 * with the usual names and with none known. With `--misses` the pairs on the wrong side are printed, those of the set kept for judging left out.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { knownNamesFrom, NEAR_FROM, USUAL_NAMES, type KnownNames } from '@corroborate/linkage/names'
import { accuracyOfPairs, accuracyOfSet } from '../../core/linkage/names/testing/accuracy-of-names.ts'

const LABELLED = new URL('../../../shared/linkage/', import.meta.url)
const [PAIRS, TRAIN, EVAL] = [
  'arabic-name-pairs.tsv',
  'google-ar2en/ar2en-train.txt',
  'google-ar2en/ar2en-eval.txt',
]
const lists: readonly (readonly [string, KnownNames])[] = [
  ['the usual names', USUAL_NAMES],
  ['no known names', knownNamesFrom('')],
]

if (existsSync(LABELLED)) {
  console.log(`Accepted from a similarity of ${NEAR_FROM}`)
  for (const [title, known] of lists) print(title, known)
} else {
  console.error(`The labelled pairs are not beside this project: ${fileURLToPath(LABELLED)}`)
  process.exitCode = 2
}

function print(title: string, known: KnownNames): void {
  const pairs = accuracyOfPairs(textOf(PAIRS), known)
  console.log(`\nWith ${title} (${known.size})`)
  console.log(
    `  ${PAIRS}: ${of(pairs.sameAccepted, pairs.same)} same and ${of(pairs.differentAccepted, pairs.different)} different accepted`,
  )
  for (const miss of misses(pairs)) console.log(`    ${miss}`)
  for (const file of [TRAIN, EVAL]) {
    const set = accuracyOfSet(textOf(file), known)
    console.log(
      `  ${file}: ${of(set.pairs - set.misses.length, set.pairs)} accepted, and ${percent(set.falsePositives)} of ${set.random} random pairs`,
    )
    if (file === TRAIN) for (const miss of misses(set)) console.log(`    ${miss}`)
  }
}

function misses(from: { readonly misses: readonly string[] }): readonly string[] {
  return process.argv.includes('--misses') ? from.misses : []
}

function textOf(file: string): string {
  return readFileSync(new URL(file, LABELLED), 'utf8')
}

function of(part: number, all: number): string {
  return `${part} of ${all} (${percent(part / all)})`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}
