import { inDialect, type Migration } from './dialect.ts'

/** Who let go what a check had stopped, and what is to be done after a withdrawal. Of the flags only how many, and of what kind. */
export const release: Migration = {
  name: '0014-release',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const owned = 'investigation TEXT not null references investigation (id), ordinal INTEGER not null'

const statements = [
  `create table release (${owned}, id TEXT not null, report TEXT not null, content TEXT not null, flags TEXT not null,
    proposed_by TEXT not null references member (id), proposed_at TEXT not null, reason TEXT not null,
    approved_by TEXT references member (id), approved_at TEXT, approved_because TEXT, primary key (investigation, id),
    foreign key (investigation, report) references report (investigation, id))`,
  `create table task (${owned}, id TEXT not null, kind TEXT not null, subject TEXT not null, because TEXT not null, recipient TEXT,
    made_at TEXT not null, done_by TEXT references member (id), done_at TEXT, note TEXT, primary key (investigation, id))`,
]
