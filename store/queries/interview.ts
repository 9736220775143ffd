import type { ConsentId, InterviewId, InvestigationId, SourceId } from '@corroborate/base'
import type { Consent, Interview } from '@corroborate/testimony'
import { fromJson, toJson, toJsonOrNull } from '../json.ts'
import type { ConsentTable, InterviewTable } from '../interview-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export async function insertInterviews(
  db: Db,
  investigation: InvestigationId,
  interviews: readonly Interview[],
): Promise<void> {
  const from = await nextOrdinal(db, 'interview', investigation)
  const rows = interviews.map((interview, i) => ({
    investigation,
    ordinal: from + i,
    ...columnsOf(interview),
  }))
  await insertAll(db, 'interview', rows)
}

/** False when this investigation has no such interview. */
export async function updateInterview(
  db: Db,
  investigation: InvestigationId,
  interview: Interview,
): Promise<boolean> {
  const done = await db
    .updateTable('interview')
    .set(columnsOf(interview))
    .where('investigation', '=', investigation)
    .where('id', '=', interview.id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Every interview, as they were written. */
export async function interviews(db: Db, investigation: InvestigationId): Promise<readonly Interview[]> {
  return (await selectInterviews(db, investigation).execute()).map(interviewFrom)
}

/** When was this witness heard? */
export async function interviewsOf(
  db: Db,
  investigation: InvestigationId,
  witness: SourceId,
): Promise<readonly Interview[]> {
  const rows = await selectInterviews(db, investigation).where('witness', '=', witness).execute()
  return rows.map(interviewFrom)
}

export async function interviewById(
  db: Db,
  investigation: InvestigationId,
  interview: InterviewId,
): Promise<Interview | null> {
  const row = await selectInterviews(db, investigation).where('id', '=', interview).executeTakeFirst()
  return row ? interviewFrom(row) : null
}

export async function insertConsents(
  db: Db,
  investigation: InvestigationId,
  consents: readonly Consent[],
): Promise<void> {
  const from = await nextOrdinal(db, 'consent', investigation)
  const rows = consents.map((consent, i) => ({
    investigation,
    ordinal: from + i,
    ...consentColumns(consent),
  }))
  await insertAll(db, 'consent', rows)
}

/** Writes a consent as another instance has it, over the same version. False when there is none of that id. */
export async function updateConsent(
  db: Db,
  investigation: InvestigationId,
  consent: Consent,
): Promise<boolean> {
  const done = await db
    .updateTable('consent')
    .set(consentColumns(consent))
    .where('investigation', '=', investigation)
    .where('id', '=', consent.id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/**
 * A consent is changed by a new version; only its withdrawal is written on the version that is withdrawn.
 * False when there is no such consent, or it was withdrawn before.
 */
export async function withdrawConsent(
  db: Db,
  investigation: InvestigationId,
  withdrawn: { readonly consent: ConsentId; readonly at: string },
): Promise<boolean> {
  const done = await db
    .updateTable('consent')
    .set({ withdrawn_at: withdrawn.at })
    .where('investigation', '=', investigation)
    .where('id', '=', withdrawn.consent)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Every version of every consent, as they were written. */
export async function consents(db: Db, investigation: InvestigationId): Promise<readonly Consent[]> {
  return (await selectConsents(db, investigation).execute()).map(consentFrom)
}

/** What did this witness allow, and when? */
export async function consentsOf(
  db: Db,
  investigation: InvestigationId,
  witness: SourceId,
): Promise<readonly Consent[]> {
  const rows = await selectConsents(db, investigation).where('witness', '=', witness).execute()
  return rows.map(consentFrom)
}

export async function consentById(
  db: Db,
  investigation: InvestigationId,
  consent: ConsentId,
): Promise<Consent | null> {
  const row = await selectConsents(db, investigation).where('id', '=', consent).executeTakeFirst()
  return row ? consentFrom(row) : null
}

function selectInterviews(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('interview')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
}

function selectConsents(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('consent')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .orderBy('id')
}

function columnsOf(interview: Interview) {
  return {
    id: interview.id,
    code: interview.code,
    witness: interview.witness,
    date: interview.date,
    place: toJson(interview.place),
    remote: interview.remote ? 1 : 0,
    interviewer: interview.interviewer,
    interpreter: interview.interpreter,
    languages: toJson(interview.languages),
    others: toJson(interview.others),
    prior_accounts: toJson(interview.priorAccounts),
    distress: interview.distress,
    referral_offered: interview.referralOffered ? 1 : 0,
    risk: toJsonOrNull(interview.risk ?? null),
  } satisfies Omit<InterviewTable, 'investigation' | 'ordinal'>
}

function interviewFrom(row: InterviewTable): Interview {
  return {
    id: row.id,
    code: row.code,
    witness: row.witness,
    date: row.date,
    place: fromJson(row.place),
    remote: row.remote === 1,
    interviewer: row.interviewer,
    interpreter: row.interpreter,
    languages: fromJson(row.languages),
    others: fromJson(row.others),
    priorAccounts: fromJson(row.prior_accounts),
    distress: row.distress,
    referralOffered: row.referral_offered === 1,
    ...(row.risk === null ? {} : { risk: fromJson(row.risk) }),
  }
}

function consentColumns(consent: Consent) {
  return {
    id: consent.id,
    witness: consent.witness,
    version: consent.version,
    allows: toJson(consent.allows),
    conceal: toJson(consent.conceal),
    explained_by: consent.explainedBy,
    language: consent.language,
    given_at: consent.givenAt,
    withdrawn_at: consent.withdrawnAt,
  } satisfies Omit<ConsentTable, 'investigation' | 'ordinal'>
}

function consentFrom(row: ConsentTable): Consent {
  return {
    id: row.id,
    witness: row.witness,
    version: row.version,
    allows: fromJson(row.allows),
    conceal: fromJson(row.conceal),
    explainedBy: row.explained_by,
    language: row.language,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
  }
}
