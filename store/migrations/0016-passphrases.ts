import { inDialect, type Migration } from './dialect.ts'

/** Passphrases by which members sign in, and who tried in vain how often; how long a role lasts; who let a link go. */
export const passphrases: Migration = {
  name: '0016-passphrases',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const statements = [
  `create table passphrase (member TEXT not null primary key references member (id), name TEXT not null unique, salt TEXT not null,
    verifier_hash TEXT not null, totp_secret TEXT not null, totp_step INTEGER not null, made_at TEXT not null)`,
  `create table sign_in_try (name_hash TEXT not null primary key, tries INTEGER not null, next_at TEXT not null)`,
  `create index sign_in_try_by_next on sign_in_try (next_at)`,
  `create table house_secret (name TEXT not null primary key, secret TEXT not null)`,
  `alter table membership add column ends_at TEXT`,
  `alter table sign_in_link add column releases INTEGER not null default 0`,
  `create table link_release (link TEXT not null references sign_in_link (hash) on delete cascade,
    member TEXT not null references member (id), primary key (link, member))`,
]
