import { inDialect, type Migration } from './dialect.ts'

/** Who listened to which words of a text that a machine wrote down. */
export const listened: Migration = {
  name: '0021-listened',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const statements = [
  `create table listening (investigation TEXT not null references investigation (id), ordinal INTEGER not null,
    text TEXT not null, starts INTEGER not null, ends INTEGER not null, heard_by TEXT not null, heard_at TEXT not null,
    primary key (investigation, ordinal), foreign key (investigation, text) references text (investigation, id))`,
  `create index listening_by_text on listening (investigation, text, starts)`,
]
