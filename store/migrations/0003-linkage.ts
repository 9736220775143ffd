import { inDialect, type Migration } from './dialect.ts'

/** Which rows of lists are held to be one person, by whom. */
export const linkage: Migration = {
  name: '0003-linkage',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

/** `person` is a key within its linkage; `draw` is null where every draw of the linkage says so. */
const statements = [
  `create table linkage (investigation TEXT not null references investigation (id), ordinal INTEGER not null, id TEXT not null,
    code TEXT not null, title TEXT not null, made_by TEXT not null, primary key (investigation, id))`,
  `create index linkage_in_order on linkage (investigation, ordinal)`,
  `create index linkage_by_code on linkage (investigation, code)`,
  `create table linkage_link (investigation TEXT not null references investigation (id), ordinal INTEGER not null,
    linkage TEXT not null, list TEXT not null, record INTEGER not null, person TEXT not null, draw INTEGER,
    primary key (investigation, linkage, ordinal),
    foreign key (investigation, linkage) references linkage (investigation, id),
    foreign key (investigation, list, record) references list_record (investigation, list, ordinal))`,
]
