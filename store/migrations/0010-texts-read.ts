import { inDialect, type Migration } from './dialect.ts'

/** Which file a text was read from, and whether a machine wrote it down. */
export const textsRead: Migration = {
  name: '0010-texts-read',
  statements: (engine) => [inDialect(engine, 'alter table text add column read_from TEXT')],
}
