import { inDialect, type Engine, type Migration } from './dialect.ts'

/** The first shape of the store: one investigation from its sources to its reports, its team, and its ledger. */
export const theHouse: Migration = {
  name: '0001-the-house',
  statements: (engine) => [
    ...[...team, ...testimony, ...registers, ...claims, ...findings, ...reports, ...ledger].map((statement) =>
      inDialect(engine, statement),
    ),
    ...appendOnly[engine],
  ],
}

const team = [
  `create table investigation (id TEXT not null primary key, code TEXT not null, title TEXT not null, notice TEXT not null,
    nature TEXT not null, thresholds TEXT not null)`,
  `create table member (id TEXT not null primary key, name TEXT not null, created_at TEXT not null)`,
  `create table membership (investigation TEXT not null references investigation (id),
    member TEXT not null references member (id), role TEXT not null, primary key (investigation, member, role))`,
  `create index membership_by_member on membership (member, investigation)`,
  `create table session (hash TEXT not null primary key, member TEXT not null references member (id), created_at TEXT not null,
    expires_at TEXT not null)`,
  `create index session_by_end on session (expires_at)`,
  `create table sign_in_link (hash TEXT not null primary key, member TEXT not null references member (id),
    expires_at TEXT not null, used_at TEXT)`,
  `create index sign_in_link_by_end on sign_in_link (expires_at)`,
]

/** What every table of an investigation begins with. */
const owned = `investigation TEXT not null references investigation (id), ordinal INTEGER not null`
const identified = `${owned}, id TEXT not null`
const byId = `primary key (investigation, id)`

/** A reference that cannot leave its investigation. */
function within(column: string, table: string): string {
  return `foreign key (investigation, ${column}) references ${table} (investigation, id)`
}

function inOrder(table: string): string {
  return `create index ${table}_in_order on ${table} (investigation, ordinal)`
}

function byCode(table: string): string {
  return `create index ${table}_by_code on ${table} (investigation, code)`
}

const testimony = [
  `create table source (${identified}, code TEXT not null, kind TEXT not null, role TEXT not null, title TEXT not null,
    reliability TEXT not null, credibility INTEGER not null, ${byId}, unique (investigation, code))`,
  inOrder('source'),
  `create table origin_link (${owned}, from_source TEXT not null, to_source TEXT not null, kind TEXT not null,
    decision TEXT not null, reason TEXT, primary key (investigation, from_source, to_source, kind),
    ${within('from_source', 'source')}, ${within('to_source', 'source')})`,
  inOrder('origin_link'),
  `create index origin_link_by_end on origin_link (investigation, to_source)`,
  `create table interview (${identified}, code TEXT not null, witness TEXT not null, date TEXT not null,
    place TEXT not null, remote INTEGER not null, interviewer TEXT not null, interpreter TEXT, languages TEXT not null,
    others TEXT not null, prior_accounts TEXT not null, distress TEXT, referral_offered INTEGER not null, ${byId},
    ${within('witness', 'source')})`,
  inOrder('interview'),
  byCode('interview'),
  `create index interview_by_witness on interview (investigation, witness)`,
  `create table consent (${identified}, witness TEXT not null, version INTEGER not null, allows TEXT not null,
    conceal TEXT not null, explained_by TEXT not null, language TEXT not null, given_at TEXT not null, withdrawn_at TEXT, ${byId},
    ${within('witness', 'source')})`,
  inOrder('consent'),
  `create index consent_by_witness on consent (investigation, witness, version)`,
  `create table text (${identified}, code TEXT not null, source TEXT not null, title TEXT not null,
    language TEXT not null, kind TEXT not null, translation_of TEXT, version INTEGER not null, content TEXT not null,
    sha256 TEXT not null, turns TEXT not null, ${byId}, unique (investigation, code, version), ${within('source', 'source')},
    ${within('translation_of', 'text')} deferrable initially deferred)`,
  inOrder('text'),
  `create index text_by_source on text (investigation, source, code)`,
  `create table passage (${identified}, code TEXT not null, text TEXT not null, sha256 TEXT not null,
    starts INTEGER not null, ends INTEGER not null, exact TEXT not null, prefix TEXT not null, suffix TEXT not null, ${byId},
    ${within('text', 'text')})`,
  inOrder('passage'),
  byCode('passage'),
  `create index passage_by_text on passage (investigation, text, starts)`,
]

const registers = [
  `create table place (${identified}, code TEXT not null, name TEXT not null, kind TEXT not null, within TEXT,
    aliases TEXT not null, ${byId}, ${within('within', 'place')} deferrable initially deferred)`,
  inOrder('place'),
  byCode('place'),
  `create table person (${identified}, code TEXT not null, name TEXT not null, part TEXT not null, ${byId})`,
  inOrder('person'),
  byCode('person'),
  `create table unit (${identified}, code TEXT not null, name TEXT not null, active TEXT, ${byId})`,
  inOrder('unit'),
  byCode('unit'),
  `create table list (${identified}, code TEXT not null, title TEXT not null, holder TEXT not null,
    columns TEXT not null, ${byId})`,
  inOrder('list'),
  byCode('list'),
  `create table list_record (${owned}, list TEXT not null, cells TEXT not null,
    primary key (investigation, list, ordinal), ${within('list', 'list')})`,
]

const claims = [
  `create table claim (${identified}, code TEXT not null, source TEXT not null, mode TEXT not null, topic TEXT not null,
    proposition TEXT not null, roles TEXT not null, time TEXT, place TEXT, quantity TEXT, pattern TEXT,
    basis_kind TEXT not null, basis TEXT not null, certainty TEXT not null, polarity TEXT not null, coder TEXT not null,
    second_coder TEXT, status TEXT not null, ${byId}, unique (investigation, code), ${within('source', 'source')},
    ${within('place', 'place')})`,
  inOrder('claim'),
  `create index claim_by_topic on claim (investigation, topic, code)`,
  `create index claim_by_source on claim (investigation, source, code)`,
  `create table claim_passage (${owned}, claim TEXT not null, passage TEXT not null,
    primary key (investigation, claim, ordinal), ${within('claim', 'claim')}, ${within('passage', 'passage')})`,
  `create index claim_passage_by_passage on claim_passage (investigation, passage, claim)`,
  `create table contradiction (${owned}, first TEXT not null, second TEXT not null, about TEXT not null,
    same_origin INTEGER not null, primary key (investigation, ordinal), ${within('first', 'claim')},
    ${within('second', 'claim')})`,
  `create index contradiction_by_first on contradiction (investigation, first)`,
  `create index contradiction_by_second on contradiction (investigation, second)`,
  `create table resolution (${owned}, first TEXT not null, second TEXT not null, prefers TEXT, decided_by TEXT not null,
    reason TEXT not null, primary key (investigation, first, second), ${within('first', 'claim')},
    ${within('second', 'claim')}, ${within('prefers', 'claim')})`,
  inOrder('resolution'),
]

const findings = [
  `create table finding (${identified}, code TEXT not null, kind TEXT not null, attributed_to TEXT, beneath TEXT,
    proposition TEXT not null, standard_of_proof TEXT, reasons TEXT, signer TEXT, version INTEGER not null,
    elements TEXT not null, ${byId}, unique (investigation, code), ${within('attributed_to', 'source')})`,
  inOrder('finding'),
  `create table finding_claim (${owned}, finding TEXT not null, claim TEXT not null, side TEXT not null,
    dismissed_by TEXT, dismissed_reason TEXT, primary key (investigation, finding, side, ordinal),
    ${within('finding', 'finding')}, ${within('claim', 'claim')})`,
  `create index finding_claim_by_claim on finding_claim (investigation, claim, finding)`,
  `create table finding_standing (investigation TEXT not null references investigation (id), finding TEXT not null,
    standing TEXT not null, robustness TEXT not null, primary key (investigation, finding),
    ${within('finding', 'finding')})`,
]

const reports = [
  `create table estimate (${identified}, code TEXT not null, question TEXT not null, request TEXT not null,
    ${byId}, unique (investigation, code))`,
  inOrder('estimate'),
  `create table estimate_claim (investigation TEXT not null references investigation (id), estimate TEXT not null,
    claim TEXT not null, primary key (investigation, estimate, claim), ${within('estimate', 'estimate')},
    ${within('claim', 'claim')})`,
  `create index estimate_claim_by_claim on estimate_claim (investigation, claim)`,
  `create table report (${identified}, code TEXT not null, locale TEXT not null, title TEXT not null, subtitle TEXT,
    authors TEXT not null, dated TEXT not null, blocks TEXT not null, ${byId}, unique (investigation, code, locale))`,
  inOrder('report'),
]

/** No reference to the investigation: the ledger outlives what it speaks of. */
const ledger = [
  `create table ledger_chain (chain TEXT not null primary key)`,
  `create table ledger_entry (chain TEXT not null references ledger_chain (chain), sequence INTEGER not null,
    time TEXT not null, actor TEXT not null, act TEXT not null, subject TEXT not null, commitment TEXT not null,
    previous TEXT not null, hash TEXT not null, primary key (chain, sequence))`,
  `create table ledger_content (chain TEXT not null, sequence INTEGER not null, content TEXT not null,
    salt BLOB not null, primary key (chain, sequence),
    foreign key (chain, sequence) references ledger_entry (chain, sequence))`,
]

/**
 * Entries are written once. Contents are written once and may be erased. An `insert or replace` deletes without asking the
 * delete trigger of SQLite, so that what is there is also refused on insert.
 */
const appendOnly: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    ...['ledger_entry', 'ledger_content'].flatMap((table) => [
      `create trigger ${table}_no_update before update on ${table}
        begin select raise(abort, '${table} is append-only'); end`,
      `create trigger ${table}_no_replace before insert on ${table}
        when exists (select 1 from ${table} where chain = new.chain and sequence = new.sequence)
        begin select raise(abort, '${table} is append-only'); end`,
    ]),
    `create trigger ledger_entry_no_delete before delete on ledger_entry
      begin select raise(abort, 'ledger_entry is append-only'); end`,
  ],
  postgres: [
    `create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name; end $$`,
    `create trigger ledger_entry_append_only before update or delete on ledger_entry
      for each row execute function refuse_change()`,
    `create trigger ledger_content_no_update before update on ledger_content
      for each row execute function refuse_change()`,
    ...['ledger_entry', 'ledger_content'].map(
      (table) => `create trigger ${table}_no_truncate before truncate on ${table}
        for each statement execute function refuse_change()`,
    ),
  ],
}
