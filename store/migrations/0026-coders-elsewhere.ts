import type { Migration } from './dialect.ts'

/** A coding that came in a package is of somebody who need not be a member here. */
export const codersElsewhere: Migration = {
  name: '0026-coders-elsewhere',
  statements: (engine) =>
    engine === 'postgres' ? ['alter table coding drop constraint coding_coder_fkey'] : rebuilt,
}

function within(column: string): string {
  return `foreign key (investigation, ${column}) references ${column} (investigation, id)`
}

/** SQLite drops no constraint: the table is made anew without it. */
const rebuilt = [
  `create table coding_of_anybody (investigation TEXT not null references investigation (id), ordinal INTEGER not null,
    passage TEXT not null, code TEXT not null, coder TEXT not null, coded_by TEXT not null, coded_at TEXT not null, memo TEXT,
    primary key (investigation, passage, code, coder), ${within('passage')}, ${within('code')})`,
  `insert into coding_of_anybody (investigation, ordinal, passage, code, coder, coded_by, coded_at, memo)
    select investigation, ordinal, passage, code, coder, coded_by, coded_at, memo from coding`,
  `drop table coding`,
  `alter table coding_of_anybody rename to coding`,
  `create index coding_by_code on coding (investigation, code, ordinal)`,
]
