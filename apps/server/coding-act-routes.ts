import { Hono } from 'hono'
import {
  codePassage,
  hearWords,
  makeCode,
  mergeCodes,
  openCodings,
  placePassage,
  reviewClaim,
  reviseCode,
  splitCode,
  undoCoding,
  unmarkPassage,
} from '@corroborate/casework'
import type { Doers } from './act-doers.ts'
import { nothing } from './act-shapes.ts'
import {
  claimToReview,
  codeToMake,
  codeToMerge,
  codeToSplit,
  codingToUndo,
  passageToCode,
  passageToPlace,
  passageToUnmark,
  wordsToHear,
} from './coding-shapes.ts'
import type { SignedIn } from './parts.ts'

/** What is done in a text, with the codes that passages are put under, and by the second reader of a claim. */
export function codingActRoutes({ doing, doingTo }: Doers): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.post(
    '/investigations/:id/texts/:of/unmarked',
    doingTo<'text', typeof passageToUnmark>(
      unmarkPassage,
      passageToUnmark,
      ({ desk, of: text, ...at }, input) => unmarkPassage(desk, { ...at, ...input, text }),
    ),
  )
  routes.post(
    '/investigations/:id/texts/:of/heard',
    doingTo<'text', typeof wordsToHear>(hearWords, wordsToHear, ({ desk, of: text, ...at }, input) =>
      hearWords(desk, { ...at, ...input, text }),
    ),
  )
  routes.post(
    '/investigations/:id/passages/:of/placement',
    doingTo<'passage', typeof passageToPlace>(
      placePassage,
      passageToPlace,
      ({ desk, of: passage, ...at }, input) => placePassage(desk, { ...at, ...input, passage }),
    ),
  )
  routes.post(
    '/investigations/:id/texts/:of/codings',
    doingTo<'text', typeof passageToCode>(codePassage, passageToCode, ({ desk, of: text, ...at }, input) =>
      codePassage(desk, { ...at, ...input, text }),
    ),
  )
  routes.post(
    '/investigations/:id/texts/:of/codings/undone',
    doingTo<'text', typeof codingToUndo>(undoCoding, codingToUndo, ({ desk, of: text, ...at }, input) =>
      undoCoding(desk, { ...at, ...input, text }),
    ),
  )
  routes.post(
    '/investigations/:id/texts/:of/codings/opened',
    doingTo<'text', typeof nothing>(openCodings, nothing, ({ desk, of: text, ...at }) =>
      openCodings(desk, { ...at, text }),
    ),
  )
  routes.post(
    '/investigations/:id/codes',
    doing(makeCode, codeToMake, ({ desk, ...at }, input) => makeCode(desk, { ...at, ...input })),
  )
  routes.post(
    '/investigations/:id/codes/:of/revision',
    doingTo<'code', typeof codeToMake>(reviseCode, codeToMake, ({ desk, of: code, ...at }, input) =>
      reviseCode(desk, { ...at, ...input, code }),
    ),
  )
  routes.post(
    '/investigations/:id/codes/:of/merger',
    doingTo<'code', typeof codeToMerge>(mergeCodes, codeToMerge, ({ desk, of: code, ...at }, input) =>
      mergeCodes(desk, { ...at, ...input, code }),
    ),
  )
  routes.post(
    '/investigations/:id/codes/:of/split',
    doingTo<'code', typeof codeToSplit>(splitCode, codeToSplit, ({ desk, of: code, ...at }, input) =>
      splitCode(desk, { ...at, ...input, code }),
    ),
  )
  routes.post(
    '/investigations/:id/claims/:of/review',
    doingTo<'claim', typeof claimToReview>(reviewClaim, claimToReview, ({ desk, of: claim, ...at }, input) =>
      reviewClaim(desk, { ...at, ...input, claim }),
    ),
  )
  return routes
}
