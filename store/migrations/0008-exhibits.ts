import { appendOnly, inDialect, type Migration } from './dialect.ts'

/** Files held as evidence, where they lie, who had them, and what was found when they were read again. */
export const exhibits: Migration = {
  name: '0008-exhibits',
  statements: (engine) =>
    statements.map((statement) => inDialect(engine, statement)).concat(appendOnly(engine, KEPT)),
}

const owned = 'investigation TEXT not null references investigation (id), ordinal INTEGER not null'
const ofExhibit = 'foreign key (investigation, exhibit) references exhibit (investigation, id)'
const ofFile = 'foreign key (investigation, file) references exhibit_file (investigation, id)'

/** Lengths are REAL because PostgreSQL's INTEGER ends at 2 GB. */
const statements = [
  `create table exhibit (${owned}, id TEXT not null, code TEXT not null, title TEXT not null, source TEXT, generation TEXT not null,
    whereabouts TEXT, primary key (investigation, id), unique (investigation, code),
    foreign key (investigation, source) references source (investigation, id))`,
  `create table exhibit_file (${owned}, id TEXT not null, exhibit TEXT not null, name TEXT not null, bytes REAL not null,
    sha256 TEXT not null, sha512 TEXT not null, address TEXT not null, size REAL not null, at_rest TEXT not null,
    made_from TEXT, tool TEXT, tool_version TEXT, changes TEXT, received_by TEXT not null, received_at TEXT not null,
    primary key (investigation, id), ${ofExhibit},
    foreign key (investigation, made_from) references exhibit_file (investigation, id))`,
  `create index exhibit_file_by_exhibit on exhibit_file (investigation, exhibit, ordinal)`,
  `create index exhibit_file_by_digest on exhibit_file (investigation, sha256)`,
  `create index exhibit_file_by_address on exhibit_file (address)`,
  `create table custody_event (${owned}, id TEXT not null, exhibit TEXT not null, file TEXT, kind TEXT not null, actor TEXT not null,
    recipient TEXT, at TEXT not null, place TEXT, reason TEXT not null, recorded_by TEXT not null, recorded_at TEXT not null,
    primary key (investigation, id), ${ofExhibit}, ${ofFile})`,
  `create index custody_event_by_exhibit on custody_event (investigation, exhibit, ordinal)`,
  `create table fixity_check (${owned}, started_at TEXT not null, ended_at TEXT not null, checked_by TEXT not null,
    files INTEGER not null, bytes REAL not null, primary key (investigation, ordinal))`,
  `create table fixity_fault (investigation TEXT not null, fixity_check INTEGER not null, file TEXT not null, kind TEXT not null,
    sha256 TEXT, bytes REAL, primary key (investigation, fixity_check, file), ${ofFile},
    foreign key (investigation, fixity_check) references fixity_check (investigation, ordinal))`,
]

/** What a file was when it came, who had it and what was found are never written over. */
const KEPT = ['exhibit_file', 'custody_event', 'fixity_check', 'fixity_fault']
