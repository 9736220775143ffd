import { inDialect, type Migration } from './dialect.ts'

/** What else could explain the claims under a finding, as it was weighed. Each weighing stays; the last one holds. */
export const explanations: Migration = {
  name: '0032-explanations',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const statements = [
  `create table explanation_weighing (investigation TEXT not null references investigation (id), ordinal INTEGER not null,
    finding TEXT not null, others TEXT not null, rated TEXT not null, weighed_by TEXT not null, weighed_at TEXT not null,
    primary key (investigation, ordinal), foreign key (investigation, finding) references finding (investigation, id))`,
  `create index explanation_weighing_by_finding on explanation_weighing (investigation, finding)`,
]
