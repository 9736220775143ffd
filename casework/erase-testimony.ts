import { digestOf, refuse, type ConsentId, type InvestigationId, type TextId } from '@corroborate/base'
import { blankedClaim } from '@corroborate/claims'
import { fieldsOf } from '@corroborate/ledger'
import {
  claimIdsOfSource,
  claimsById,
  consentById,
  consentsOf,
  eraseContentsOn,
  eraseText,
  interviewsOf,
  linesOfActs,
  noteErased,
  passagesOf,
  rebuildIndex,
  textById,
  updateClaim,
  updateInterview,
  updatePassages,
  type Db,
} from '@corroborate/store'
import { blankWords, type Consent, type Interview } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { memberAtDesk } from './member-keys.ts'
import { instant } from './time.ts'
import { unmarkPassage } from './unmark-passage.ts'
import { wordsOfWitness } from './words-of-witness.ts'

export interface EraseTestimony extends InInvestigation {
  /** Withdrawn, and the newest of its witness. */
  readonly consent: ConsentId
}

/**
 * Erases what a witness said, after they withdrew: the words of their texts, passages, claims and interviews, and in the ledger what those entries
 * committed to, with its salt. The records stay, blank, and so do the entries: nothing that pointed to them points into the void, and the ledger
 * verifies as before. It cannot be undone, and reaches no copy that left before: backups, packages, what was printed.
 */
export const eraseTestimony = act(
  'testimony.erased',
  ['researcher', 'identity-custodian'],
  async (desk, { investigation, consent: id }: EraseTestimony) => {
    const { db } = desk.store
    const consent = await consentById(db, investigation, id)
    if (!consent) return NOT_FOUND
    if (await isInForce(db, investigation, consent))
      return refuse('in-force', 'only what a witness has withdrawn is erased')
    const erased = { by: memberAtDesk(desk), at: instant(desk.clock()) }
    if (!(await noteErased(db, { investigation, consent: id }, erased)))
      return refuse('erased-before', 'what the witness said was erased before')
    const { records, unmarked } = await blankAll(db, investigation, consent)
    const lines = await eraseContentsOn(db, investigation, [...records, ...unmarked])
    await rebuildIndex(db, investigation)
    const counts = { records: records.length, lines }
    return done(counts, { subject: id, content: { consent: id, ...counts } })
  },
)

async function isInForce(db: Db, investigation: InvestigationId, { witness }: Consent): Promise<boolean> {
  const versions = await consentsOf(db, investigation, witness)
  return versions.toSorted((a, b) => b.version - a.version)[0]?.withdrawnAt === null
}

/** The ids of all that is blank now, and of passages that the ledger alone still has. */
async function blankAll(
  db: Db,
  investigation: InvestigationId,
  { witness }: Consent,
): Promise<{ readonly records: readonly string[]; readonly unmarked: readonly string[] }> {
  const texts = await wordsOfWitness(db, investigation, witness)
  const passages: string[] = []
  for (const text of texts) passages.push(...(await blankText(db, investigation, text)))
  const claims = await claimIdsOfSource(db, investigation, witness)
  for (const claim of await claimsById(db, investigation, claims))
    await updateClaim(db, investigation, blankedClaim(claim))
  const interviews = await interviewsOf(db, investigation, witness)
  for (const interview of interviews) await updateInterview(db, investigation, blankedInterview(interview))
  return {
    records: [...texts, ...passages, ...claims, ...interviews.map(({ id }) => id)],
    unmarked: await unmarkedIn(db, investigation, texts),
  }
}

/** Passages of these texts whose marks were taken away again. */
async function unmarkedIn(
  db: Db,
  investigation: InvestigationId,
  texts: ReadonlySet<string>,
): Promise<readonly string[]> {
  const lines = await linesOfActs(db, investigation, [unmarkPassage.actName])
  return lines.flatMap(({ entry, content }) => {
    const text = fieldsOf(content ?? undefined)?.text
    return typeof text === 'string' && texts.has(text) ? [entry.subject] : []
  })
}

/** With the passages in it, whose places stay. */
async function blankText(db: Db, investigation: InvestigationId, id: TextId): Promise<readonly string[]> {
  const text = await textById(db, investigation, id)
  if (!text) return []
  const content = blankWords(text.content)
  const sha256 = digestOf(content)
  await eraseText(db, investigation, { id, content, sha256 })
  const passages = await passagesOf(db, investigation, id)
  const blanked = passages.map(({ exact, prefix, suffix, ...passage }) => {
    const words = { exact: blankWords(exact), prefix: blankWords(prefix), suffix: blankWords(suffix) }
    return { ...passage, ...words, sha256 }
  })
  await updatePassages(db, investigation, blanked)
  return passages.map((passage) => passage.id)
}

function blankedInterview({ risk, ...interview }: Interview): Interview {
  const none = { others: [], priorAccounts: [], distress: null }
  return { ...interview, ...none, ...(risk === undefined ? {} : { risk: { before: '—', after: '—' } }) }
}
