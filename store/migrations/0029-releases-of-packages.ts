import { inDialect, type Migration } from './dialect.ts'

/** What is let go is a published report, or what a package would give: named by the id of the one, and by the scope of the other. */
export const releasesOfPackages: Migration = {
  name: '0029-releases-of-packages',
  statements: (engine) =>
    engine === 'postgres' ? onPostgres : onSqlite.map((statement) => inDialect(engine, statement)),
}

const onPostgres = [
  'alter table release drop constraint release_investigation_report_fkey',
  'alter table release rename column report to output',
]

/** There a table gives up a reference only by being made anew. */
const onSqlite = [
  `create table release_of_output (investigation TEXT not null references investigation (id), ordinal INTEGER not null, id TEXT not null,
    output TEXT not null, content TEXT not null, flags TEXT not null, proposed_by TEXT not null references member (id),
    proposed_at TEXT not null, reason TEXT not null, approved_by TEXT references member (id), approved_at TEXT, approved_because TEXT,
    tables TEXT, primary key (investigation, id))`,
  `insert into release_of_output select investigation, ordinal, id, report, content, flags, proposed_by, proposed_at, reason, approved_by,
    approved_at, approved_because, tables from release`,
  'drop table release',
  'alter table release_of_output rename to release',
]
