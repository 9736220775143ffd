import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accuracyOfPairs, accuracyOfSet } from './testing/accuracy-of-names.ts'
import { USUAL_NAMES } from './usual-names.ts'

/** Labelled pairs that are no part of this project; `npm run linkage:names` prints the same figures. */
const LABELLED = new URL('../../../../shared/linkage/', import.meta.url)
const absent = !existsSync(LABELLED)
if (absent) console.warn('skipped: the labelled pairs are not beside this project (../shared/linkage)')

const textOf = (file: string) => readFileSync(new URL(file, LABELLED), 'utf8')

test.skipIf(absent)(
  'of labelled pairs of names 95 % of the same and 15 % of the different are accepted',
  () => {
    const { same, sameAccepted, different, differentAccepted } = accuracyOfPairs(
      textOf('arabic-name-pairs.tsv'),
      USUAL_NAMES,
    )
    expect(sameAccepted / same).toBeGreaterThanOrEqual(0.95)
    expect(differentAccepted / different).toBeLessThanOrEqual(0.15)
  },
)

test.skipIf(absent)(
  'of words in both scripts 95 % are found, and one in five hundred random pairs is',
  () => {
    const { recall, falsePositives } = accuracyOfSet(textOf('google-ar2en/ar2en-eval.txt'), USUAL_NAMES)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(falsePositives).toBeLessThanOrEqual(0.002)
  },
)
