import { inDialect, type Engine, type Migration } from './dialect.ts'

/** Members' keys, who compared them with whom, who may open identities, what is sealed, and who asked to open it. */
export const sealing: Migration = {
  name: '0011-sealing',
  statements: (engine) =>
    statements.map((statement) => inDialect(engine, statement)).concat(neverRewritten[engine]),
}

const signed = 'statement TEXT not null, signature TEXT not null'
const owned = 'investigation TEXT not null references investigation (id), ordinal INTEGER not null'

const statements = [
  `create table member_key (member TEXT not null references member (id), version INTEGER not null, ${signed}, succession TEXT,
    wrapped TEXT not null, primary key (member, version))`,
  `create table key_comparison (compared_by TEXT not null references member (id), member TEXT not null references member (id),
    card TEXT not null, ${signed}, primary key (compared_by, member, card))`,
  `create table custodian_list (investigation TEXT not null references investigation (id), version INTEGER not null, ${signed},
    primary key (investigation, version))`,
  `create table sealed_value (${owned}, record TEXT not null, field TEXT not null, version INTEGER not null, ${signed},
    file TEXT not null, primary key (investigation, record, field, version))`,
  `create table opening (${owned}, id TEXT not null, record TEXT not null, field TEXT not null, version INTEGER not null,
    asked_by TEXT not null references member (id), asked_at TEXT not null, reason TEXT not null,
    released_by TEXT references member (id), released_at TEXT, opened_at TEXT, primary key (investigation, id),
    foreign key (investigation, record, field, version) references sealed_value (investigation, record, field, version))`,
]

/** What somebody signed is never written over. A sealed value can be erased whole, after a withdrawal; the others stay. */
const SIGNED = ['member_key', 'key_comparison', 'custodian_list', 'sealed_value']

const neverRewritten: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: SIGNED.map(
    (table) =>
      `create trigger ${table}_no_update before update on ${table} begin select raise(abort, '${table} is never rewritten'); end`,
  ),
  postgres: SIGNED.map(
    (table) =>
      `create trigger ${table}_never_rewritten before update on ${table} for each row execute function refuse_change()`,
  ),
}
