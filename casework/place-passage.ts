import { refuse, type PassageId, type TextId } from '@corroborate/base'
import { makePassage, type Passage, type Stretch } from '@corroborate/testimony'
import {
  claimRowsOfText,
  claimsById,
  insertClaimReviews,
  passagesById,
  textById,
  updateClaim,
  updatePassages,
  type Db,
} from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS, coderAt } from './coder.ts'
import type { InInvestigation } from './desk.ts'
import { notTheLast } from './last-version.ts'

export interface PlacePassage extends InInvestigation, Stretch {
  readonly passage: PassageId
  /** The version that it is put in. */
  readonly text: TextId
}

/**
 * Puts a passage that a correction left behind where a person says that it now stands. Where its words are others there, every claim on it
 * needs work from then on: somebody stated it from other words.
 * @see docs/decisions/0087-correcting-what-was-written-down.md
 */
export const placePassage = act('passage.placed', CODERS, async (desk, input: PlacePassage) => {
  const { investigation, start, end } = input
  const { db } = desk.store
  const [passage] = await passagesById(db, investigation, [input.passage])
  const [before, after] = [
    passage && (await textById(db, investigation, passage.text)),
    await textById(db, investigation, input.text),
  ]
  if (!passage || !before || !after) return NOT_FOUND
  if (before.code !== after.code || before.version >= after.version)
    return refuse('not-left-behind', `${passage.code} was not left behind by a correction of ${after.code}`)
  const superseded = await notTheLast(db, { investigation, text: after })
  if (superseded) return superseded
  const placed = makePassage(after, { start, end }, passage)
  if (!placed.ok) return placed
  const { by, at } = await coderAt(desk)
  const reviewed =
    placed.value.exact === passage.exact ? [] : await claimsToReread(db, investigation, passage)
  const verdict = 'work-needed'
  const words = `The words of ${passage.code} were corrected in version ${after.version} of ${after.code}.`
  const reread = reviewed.map((claim) => ({ ...claim, status: verdict }) as const)
  for (const claim of reread) await updateClaim(db, investigation, claim)
  const reviews = reread.map(({ id: claim }) => ({ claim, verdict, by, at, words }) as const)
  await insertClaimReviews(db, investigation, reviews)
  await updatePassages(db, investigation, [placed.value])
  return done<Passage>(placed.value, {
    subject: passage.id,
    content: { before: passage, records: [placed.value, ...reread, ...reviews] },
  })
})

async function claimsToReread(db: Db, investigation: InInvestigation['investigation'], passage: Passage) {
  const rows = (await claimRowsOfText(db, investigation, passage.text)).get(passage.id) ?? []
  return claimsById(
    db,
    investigation,
    rows.map(({ id }) => id),
  )
}
