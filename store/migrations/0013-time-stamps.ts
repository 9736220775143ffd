import { inDialect, type Engine, type Migration } from './dialect.ts'

/** What authorities put under a digest of ours, and which state of which chain it was. `digest` is hexadecimal. */
export const timeStamps: Migration = {
  name: '0013-time-stamps',
  statements: (engine) => [
    inDialect(
      engine,
      `create table time_stamp (digest TEXT not null, authority TEXT not null, chain TEXT not null, size INTEGER not null,
        token BLOB not null, stamped_at TEXT not null, primary key (digest, authority))`,
    ),
    inDialect(engine, `create index time_stamp_by_chain on time_stamp (chain, authority, stamped_at)`),
    ...appendOnly[engine],
  ],
}

const appendOnly: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    `create trigger time_stamp_no_update before update on time_stamp
      begin select raise(abort, 'time_stamp is append-only'); end`,
    `create trigger time_stamp_no_delete before delete on time_stamp
      begin select raise(abort, 'time_stamp is append-only'); end`,
  ],
  postgres: [
    `create trigger time_stamp_append_only before update or delete on time_stamp
      for each row execute function refuse_change()`,
    `create trigger time_stamp_no_truncate before truncate on time_stamp
      for each statement execute function refuse_change()`,
  ],
}
