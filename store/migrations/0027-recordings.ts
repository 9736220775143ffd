import { inDialect, type Migration } from './dialect.ts'

/** Which file of an exhibit is the recording that a text was written down from. */
export const recordings: Migration = {
  name: '0027-recordings',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const statements = [
  `create table text_recording (investigation TEXT not null references investigation (id), ordinal INTEGER not null,
    text TEXT not null, file TEXT not null, tied_by TEXT not null, tied_at TEXT not null, primary key (investigation, ordinal),
    foreign key (investigation, text) references text (investigation, id),
    foreign key (investigation, file) references exhibit_file (investigation, id))`,
]
