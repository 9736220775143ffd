import { ok, refuse, type ClaimId, type InvestigationId, type Outcome } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import {
  insertClaims,
  listeningsOf,
  passagesById,
  placePath,
  sourceById,
  textById,
  type Db,
} from '@corroborate/store'
import { unheardIn, type Passage, type Stretch, type Text } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, signature, type ChosenCode } from './name-record.ts'
import { restand } from './restand.ts'

type Stated = Omit<Claim, 'id' | 'code' | 'coder' | 'secondCoder' | 'status'>

export interface StateClaim extends InInvestigation, Stated {
  readonly code: ChosenCode
}

/** States what a source asserts in passages of its own texts. Nobody else's words carry it. */
export const stateClaim = act('claim.stated', ['researcher'], async (desk, input: StateClaim) => {
  const { investigation, code, ...stated } = input
  const { db } = desk.store
  const fault = await faultOfClaim(db, input)
  if (fault !== null) return fault
  const named = await nameRecord(desk, { investigation, kind: 'claim', code })
  if (!named.ok) return named
  const coded = { coder: await signature(desk), secondCoder: null, status: 'accepted' as const }
  const claim: Claim = { ...stated, ...named.value, ...coded }
  await insertClaims(db, investigation, [claim])
  await restand(desk, { investigation, moved: { kind: 'claims', claims: [claim] } })
  return done<ClaimId>(claim.id, { subject: claim.id, content: claim })
})

/** Why a claim may not be stated so, or null. */
export async function faultOfClaim(db: Db, claim: Omit<StateClaim, 'code'>) {
  const carried = await carriedBy(db, claim)
  if (!carried.ok) return carried
  const whole = wholeOf(claim)
  return whole.ok ? null : whole
}

/** Whether everything that the claim names is there, and its passages stand in texts of its source. */
async function carriedBy(
  db: Db,
  { investigation, source, passages, place, basis }: Omit<StateClaim, 'code'>,
): Promise<Outcome<null, 'not-found' | 'words-of-another' | 'passage-twice' | 'machine-unheard'>> {
  if (new Set(passages).size < passages.length)
    return refuse('passage-twice', 'one passage is named twice: it carries the claim once')
  const found = await passagesById(db, investigation, passages)
  if (found.length < passages.length) return NOT_FOUND
  for (const named of [source, ...basis.chain])
    if ((await sourceById(db, investigation, named)) === null) return NOT_FOUND
  if (place !== null && (await placePath(db, investigation, place)).length === 0) return NOT_FOUND
  for (const id of new Set(found.map((passage) => passage.text))) {
    const text = await textById(db, investigation, id)
    if (text?.source !== source)
      return refuse('words-of-another', 'a claim is carried by words of its own source')
    const unheard = await unheardOf(db, investigation, { text, passages: found })
    if (unheard !== null)
      return refuse(
        'machine-unheard',
        `${text.code} was written down by a machine, and nobody has listened to ${unheard.start} to ${unheard.end} of it yet`,
      )
  }
  return ok(null)
}

/** What of the passages in a text a machine wrote down and nobody has listened to; null where that is nothing. */
async function unheardOf(
  db: Db,
  investigation: InvestigationId,
  { text, passages }: { readonly text: Text; readonly passages: readonly Passage[] },
): Promise<Stretch | null> {
  if ((text.readFrom?.machine ?? null) === null) return null
  const listened = await listeningsOf(db, investigation, text.id)
  const here = passages.filter((passage) => passage.text === text.id)
  return here.flatMap((passage) => unheardIn(passage, listened))[0] ?? null
}

/** Whether the claim says what its mode promises, with bounds that are bounds. */
function wholeOf({
  mode,
  pattern,
  quantity,
  topic,
}: Stated): Outcome<null, 'no-topic' | 'no-pattern' | 'upside-down'> {
  if (topic.trim() === '') return refuse('no-topic', 'a claim is about something: its topic is empty')
  if ((mode === 'pattern') !== (pattern !== null))
    return refuse('no-pattern', 'a claim of a pattern, and only that, says how it recurs')
  const ranges = [quantity, pattern?.size ?? null].filter((range) => range !== null)
  if (ranges.some(({ min, max }) => !(min >= 0 && min <= max)))
    return refuse('upside-down', 'a number of people or things starts at its smaller end, and not below 0')
  return ok(null)
}
