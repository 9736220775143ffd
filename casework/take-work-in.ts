import { refuse, type InvestigationId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { BroughtWork } from '@corroborate/interchange'
import {
  insertClaims,
  insertCodes,
  insertCodings,
  insertPassages,
  insertPlaces,
  insertSources,
  insertTexts,
  type Db,
} from '@corroborate/store'
import { act, done } from './act.ts'
import { appendLines, type Line } from './append-lines.ts'
import type { InInvestigation } from './desk.ts'
import { mergeWork, type WorkAdded } from './exchange/merge-work.ts'
import { workHere } from './exchange/work-here.ts'
import { restand } from './restand.ts'
import type { StaysOut, WorkCounts, WorkTaken } from './shapes-of-exchange.ts'
import { faultOfClaim } from './state-claim.ts'
import { instant } from './time.ts'

export interface TakeWorkIn extends InInvestigation {
  /** The file that it was read out of. */
  readonly from: { readonly file: string; readonly sha256: string; readonly form: string }
  readonly work: BroughtWork
}

/**
 * Takes in the work of a project of another program, or of ours as it comes back: what is not here is added, each record with a line of its own;
 * what is here is never written over. `nothing-new`: nothing was changed. What stays out is told, record by record.
 * @see docs/decisions/0094-work-that-comes-back.md
 */
export const takeWorkIn = act(
  'work.taken-in',
  ['researcher'],
  async (desk, { investigation, from, work }: TakeWorkIn) => {
    const { db } = desk.store
    const twice = broughtTwice(work)
    if (twice !== null)
      return refuse('brought-twice', `${from.file} brings ${twice} of one id twice, and nothing was changed`)
    const here = await workHere(db, investigation, work)
    const merged = mergeWork(work, here, { readFrom: from, now: instant(desk.clock()) })
    await insertWork(db, investigation, merged.added)
    const { claims, staysOut } = await claimsToState(db, investigation, merged.added.claims)
    const added = { ...merged.added, claims }
    const told = [...merged.staysOut, ...staysOut]
    const counts = countsOf(added)
    if (Object.values(counts).every((count) => count === 0))
      return refuse(
        'nothing-new',
        `nothing of ${from.file} is new here, and nothing was changed${toldOf(told)}`,
      )
    await insertClaims(db, investigation, claims)
    const actor = String(desk.member)
    await appendLines(desk, { chain: investigation, actor, lines: linesOf(added) })
    if (claims.length > 0) await restand(desk, { investigation, moved: { kind: 'claims', claims } })
    return done<WorkTaken>(
      { added: counts, same: merged.same, staysOut: told },
      { subject: investigation, content: { from, added: counts, same: merged.same, staysOut: told.length } },
    )
  },
)

/** A kind of which two records came under one id, or null. Codings have no id, and each is known by who coded what. */
function broughtTwice({ sources, places, texts, passages, codes, claims }: BroughtWork): string | null {
  const kinds = { sources, places, texts, passages, codes, claims }
  const twice = Object.entries(kinds).find(
    ([, records]) => new Set(records.map(({ id }) => id)).size < records.length,
  )
  return twice?.[0] ?? null
}

/** All but claims: those are held against the words that they are to rest on. */
async function insertWork(db: Db, id: InvestigationId, added: WorkAdded): Promise<void> {
  await insertSources(db, id, added.sources)
  await insertPlaces(db, id, added.places)
  await insertTexts(db, id, added.texts)
  await insertPassages(db, id, added.passages)
  await insertCodes(db, id, added.codes)
  await insertCodings(db, id, added.codings)
}

/** A claim that nobody could state here so does not come in by a file either. */
async function claimsToState(
  db: Db,
  investigation: InvestigationId,
  brought: readonly Claim[],
): Promise<{ readonly claims: readonly Claim[]; readonly staysOut: readonly StaysOut[] }> {
  const claims: Claim[] = []
  const staysOut: StaysOut[] = []
  for (const claim of brought) {
    const fault = await faultOfClaim(db, { ...claim, investigation })
    if (fault === null) claims.push(claim)
    else staysOut.push({ kind: 'claim', name: `${claim.code}: ${fault.detail}`, reason: 'not-to-be-stated' })
  }
  return { claims, staysOut }
}

function countsOf(added: WorkAdded): WorkCounts {
  const { sources, places, texts, passages, codes, codings, claims } = added
  return {
    ...{ sources: sources.length, places: places.length, texts: texts.length, passages: passages.length },
    ...{ codes: codes.length, codings: codings.length, claims: claims.length },
  }
}

const TOLD = 5

function toldOf(staysOut: readonly StaysOut[]): string {
  const first = staysOut.slice(0, TOLD).map(({ kind, name, reason }) => `${kind} ${name} (${reason})`)
  if (first.length === 0) return ''
  const more = staysOut.length > TOLD ? ` and ${staysOut.length - TOLD} more` : ''
  return `; not as it came: ${first.join(', ')}${more}`
}

/** In the words of the acts that would have written them one by one. */
function linesOf(added: WorkAdded): readonly Line[] {
  const each = (act: string, records: readonly { readonly id: string }[]) =>
    records.map((record): Line => ({ act, subject: record.id, content: record }))
  return [
    ...each('source.recorded', added.sources),
    ...each('place.recorded', added.places),
    ...each('text.added', added.texts),
    ...each('passage.marked', added.passages),
    ...each('code.made', added.codes),
    ...added.codings.map((coding): Line => ({
      act: 'passage.coded',
      subject: coding.passage,
      content: coding,
    })),
    ...each('claim.stated', added.claims),
  ]
}
