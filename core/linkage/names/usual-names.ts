import { knownNamesFrom, type KnownNames } from './known-names.ts'
import { USUAL_FAMILIES, USUAL_SERVANTS } from './usual-families.ts'
import { USUAL_MEN } from './usual-men.ts'
import { USUAL_WOMEN } from './usual-women.ts'

/**
 * Names that are usual in Arab countries: what comparisons know where nobody says better. Add those of a country or a list by `withNames`. Compiled
 * for this program from general knowledge; no native reader has checked it (docs/limits.md).
 */
export const USUAL_NAMES: KnownNames = knownNamesFrom(
  [USUAL_MEN, USUAL_WOMEN, USUAL_SERVANTS, USUAL_FAMILIES].join('\n'),
)
