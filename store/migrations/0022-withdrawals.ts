import { inDialect, type Migration } from './dialect.ts'

/** What was withdrawn, why, what it had been used for by then, and whether what was said was erased after it. */
export const withdrawals: Migration = {
  name: '0022-withdrawals',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const statements = [
  `create table withdrawal (investigation TEXT not null references investigation (id), ordinal INTEGER not null,
    consent TEXT not null, reason TEXT not null, withdrawn_by TEXT not null references member (id), withdrawn_at TEXT not null,
    uses TEXT not null, erased_by TEXT references member (id), erased_at TEXT, primary key (investigation, consent),
    foreign key (investigation, consent) references consent (investigation, id))`,
]
