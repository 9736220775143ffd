import { inDialect, type Migration } from './dialect.ts'

/** Passkeys and what they sign, and when somebody stopped being a member. */
export const passkeys: Migration = {
  name: '0015-passkeys',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const statements = [
  // A counter is an unsigned number of 32 bits (WebAuthn level 3, section 6.1), more than an INTEGER of PostgreSQL holds.
  `create table passkey (id TEXT not null primary key, member TEXT not null references member (id), name TEXT not null,
    public_key TEXT not null, counter REAL not null, transports TEXT not null, made_at TEXT not null, used_at TEXT)`,
  `create index passkey_by_member on passkey (member, made_at, id)`,
  `create table challenge (hash TEXT not null primary key, member TEXT references member (id), expires_at TEXT not null)`,
  `create index challenge_by_end on challenge (expires_at)`,
  `create index session_by_member on session (member)`,
  `alter table member add column ended_at TEXT`,
]
