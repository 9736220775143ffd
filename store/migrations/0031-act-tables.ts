import { inDialect, type Migration } from './dialect.ts'

/** Tables of acts of other databases: which column is which, and what was made of each row, so that it is known again. */
export const actTables: Migration = {
  name: '0031-act-tables',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const statements = [
  `create table act_table (investigation TEXT not null references investigation (id), ordinal INTEGER not null, name TEXT not null,
    source TEXT not null, text TEXT not null, mapping TEXT not null, taken_by TEXT not null, taken_at TEXT not null,
    primary key (investigation, name), foreign key (investigation, source) references source (investigation, id),
    foreign key (investigation, text) references text (investigation, id))`,
  `create table act_row (investigation TEXT not null references investigation (id), ordinal INTEGER not null, act_table TEXT not null,
    number TEXT not null, claim TEXT not null, sha256 TEXT not null, primary key (investigation, act_table, number),
    foreign key (investigation, act_table) references act_table (investigation, name),
    foreign key (investigation, claim) references claim (investigation, id))`,
]
