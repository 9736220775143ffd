import { appendOnly, inDialect, type Migration } from './dialect.ts'

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
    ...appendOnly(engine, ['time_stamp']),
    ...(engine === 'postgres'
      ? [
          `create trigger time_stamp_no_truncate before truncate on time_stamp
            for each statement execute function refuse_change()`,
        ]
      : []),
  ],
}
