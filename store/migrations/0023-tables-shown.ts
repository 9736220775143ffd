import { inDialect, type Migration } from './dialect.ts'

/** The counts of people that a report showed when its check was stated: later editions are held against them. */
export const tablesShown: Migration = {
  name: '0023-tables-shown',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const statements = [`alter table release add column tables TEXT`]
