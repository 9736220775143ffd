import { inDialect, type Migration } from './dialect.ts'

/** The runs of estimates: what was asked of the machine, how far it is, and what it answered. */
export const estimateRuns: Migration = {
  name: '0004-estimate-runs',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

/**
 * `member` is who asked, in whose name the result is kept; null for a run that came with an investigation. `runner` is the process that
 * works on it, `seen_at` when it last said so.
 */
const statements = [
  `create table estimate_run (investigation TEXT not null references investigation (id), ordinal INTEGER not null, id TEXT not null,
    estimate TEXT not null, version INTEGER not null, request TEXT not null, inputs TEXT not null, seed TEXT not null,
    software TEXT not null, repeats TEXT, asked_by TEXT not null, asked_at TEXT not null, member TEXT references member (id),
    state TEXT not null, share REAL not null, runner TEXT, seen_at TEXT, ended_at TEXT, result TEXT, sha256 TEXT,
    reason TEXT, detail TEXT, primary key (investigation, id),
    foreign key (investigation, estimate) references estimate (investigation, id))`,
  `create index estimate_run_in_order on estimate_run (investigation, ordinal)`,
  `create unique index estimate_run_by_version on estimate_run (investigation, estimate, version)`,
  `create index estimate_run_by_state on estimate_run (state, asked_at)`,
]
