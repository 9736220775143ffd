import { inDialect, type Migration } from './dialect.ts'

/**
 * How often a run holds values, so that a pair can be explained without reading all lists again; what kind of records were linked; and which run a new
 * list was linked against.
 */
export const linkagesExplained: Migration = {
  name: '0007-linkages-explained',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

/** A value that one row holds is not kept. `grows` and its `model` ('kept' or 'refitted') go together. Runs of before know no kind of records. */
const statements = [
  `create table linkage_value (investigation TEXT not null, run TEXT not null, field TEXT not null, value TEXT not null,
    held INTEGER not null, primary key (investigation, run, field, value),
    foreign key (investigation, run) references linkage_run (investigation, id))`,
  'alter table linkage_run add column records TEXT',
  'alter table linkage_run add column grows TEXT',
  'alter table linkage_run add column model TEXT',
]
