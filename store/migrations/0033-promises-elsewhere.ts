import type { Migration } from './dialect.ts'

/** What was promised travels in packages: whoever kept a promise need not be a member here. */
export const promisesElsewhere: Migration = {
  name: '0033-promises-elsewhere',
  statements: (engine) =>
    engine === 'postgres' ? ['alter table task drop constraint task_done_by_fkey'] : rebuilt,
}

const COLUMNS =
  'investigation, ordinal, id, kind, subject, because, recipient, made_at, done_by, done_at, note, due, words'

/** SQLite drops no constraint: the table is made anew without it. */
const rebuilt = [
  `create table task_of_anybody (investigation TEXT not null references investigation (id), ordinal INTEGER not null, id TEXT not null,
    kind TEXT not null, subject TEXT not null, because TEXT not null, recipient TEXT, made_at TEXT not null, done_by TEXT,
    done_at TEXT, note TEXT, due TEXT, words TEXT, primary key (investigation, id))`,
  `insert into task_of_anybody (${COLUMNS}) select ${COLUMNS} from task`,
  `drop table task`,
  `alter table task_of_anybody rename to task`,
]
