import { diceFrom } from '@corroborate/base'
import { compareNames } from '../compare-names.ts'
import { compareParts, NEAR_FROM } from '../compare-parts.ts'
import type { KnownNames } from '../known-names.ts'
import type { NameFeatures } from '../name-features.ts'
import { partTable } from '../name-table.ts'

export interface PairsAccuracy {
  readonly same: number
  readonly sameAccepted: number
  readonly different: number
  readonly differentAccepted: number
  readonly misses: readonly string[]
}

export interface SetAccuracy {
  readonly pairs: number
  readonly recall: number
  readonly random: number
  readonly falsePositives: number
  readonly misses: readonly string[]
}

/** Random pairs drawn for the share of false ones: a fifth of a percent of them is 400. */
const RANDOM_PAIRS = 200_000

/** Whole names with a label: columns id, left, right, label of a tab-separated text with a heading. */
export function accuracyOfPairs(text: string, known: KnownNames): PairsAccuracy {
  const rows = rowsOf(text).slice(1)
  const compared = rows.map(([id = '', left = '', right = '', label = '']) => {
    const { similarity, level } = compareNames(left, right, known)
    return {
      label,
      accepted: similarity >= NEAR_FROM,
      said: [id, left, right, label, level, similarity.toFixed(3)].join(' | '),
    }
  })
  const labelled = (label: string) => compared.filter((pair) => pair.label === label)
  return {
    same: labelled('same').length,
    sameAccepted: labelled('same').filter(({ accepted }) => accepted).length,
    different: labelled('different').length,
    differentAccepted: labelled('different').filter(({ accepted }) => accepted).length,
    misses: compared
      .filter(({ label, accepted }) => (label === 'same' && !accepted) || (label === 'different' && accepted))
      .map(({ said }) => said),
  }
}

/** Arabic words and their Latin spellings; random pairs are those of other rows, drawn from one seed. */
export function accuracyOfSet(text: string, known: KnownNames): SetAccuracy {
  const rows = rowsOf(text).filter((row) => row.length === 2)
  const table = partTable([rows.map(([arabic = '']) => arabic), rows.map(([, latin = '']) => latin)], known)
  const [arabic = new Int32Array(), latin = new Int32Array()] = table.columns
  const misses = rows.flatMap(([a, b], at) =>
    isAccepted(table.features, arabic[at], latin[at])
      ? []
      : [`${a}\t${b}\t${said(table.features, arabic[at] ?? 0, latin[at] ?? 0)}`],
  )
  return {
    pairs: rows.length,
    recall: 1 - misses.length / rows.length,
    misses,
    ...ofRandomPairs(rows, table.features, arabic, latin),
  }
}

function said(features: NameFeatures, a: number, b: number): string {
  const { level, similarity } = compareParts(features, a, b)
  return [
    level,
    similarity.toFixed(3),
    features.skeletons[a],
    features.skeletons[b],
    features.romanised[a],
    features.romanised[b],
  ].join(' ')
}

function isAccepted(features: NameFeatures, a = -1, b = -1): boolean {
  return a !== -1 && b !== -1 && compareParts(features, a, b).similarity >= NEAR_FROM
}

function ofRandomPairs(
  rows: readonly (readonly string[])[],
  features: NameFeatures,
  arabic: Int32Array,
  latin: Int32Array,
) {
  const dice = diceFrom('names-accuracy')
  let [random, accepted] = [0, 0]
  while (random < RANDOM_PAIRS) {
    const [a, b] = [dice.whole(0, rows.length - 1), dice.whole(0, rows.length - 1)]
    // Two rows of one word are no false pair.
    if (rows[a]?.[0] === rows[b]?.[0] || rows[a]?.[1] === rows[b]?.[1]) continue
    random += 1
    if (isAccepted(features, arabic[a], latin[b])) accepted += 1
  }
  return { random, falsePositives: accepted / random }
}

function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
}
