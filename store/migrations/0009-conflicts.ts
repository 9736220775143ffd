import { inDialect, type Engine, type Migration } from './dialect.ts'

/** Records that a package brought and that differ from ours, changed on both sides: kept as they came, until and after a person decides. */
export const conflicts: Migration = {
  name: '0009-conflicts',
  statements: (engine) => [
    inDialect(
      engine,
      `create table conflict (investigation TEXT not null references investigation (id), ordinal INTEGER not null, kind TEXT not null,
        record TEXT not null, sha256 TEXT not null, theirs TEXT not null, package TEXT not null, found_at TEXT not null,
        choice TEXT, decided_by TEXT, decided_at TEXT, reason TEXT, primary key (investigation, kind, record, sha256))`,
    ),
    ...neverDeleted[engine],
  ],
}

const neverDeleted: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    `create trigger conflict_no_delete before delete on conflict begin select raise(abort, 'conflict is never deleted'); end`,
  ],
  postgres: [
    `create trigger conflict_no_delete before delete on conflict for each row execute function refuse_change()`,
  ],
}
