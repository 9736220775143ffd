import { inDialect, type Migration } from './dialect.ts'

/** How the turns of a translation stand beside those of its original, and how far it has come. */
export const translations: Migration = {
  name: '0028-translations',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const statements = [
  `create table translation (investigation TEXT not null references investigation (id), ordinal INTEGER not null,
    original TEXT not null, translation TEXT not null, translator TEXT not null, state TEXT not null, revised_by TEXT,
    certified_by TEXT, aligned TEXT not null, primary key (investigation, translation),
    foreign key (investigation, original) references text (investigation, id),
    foreign key (investigation, translation) references text (investigation, id))`,
  `create index translation_by_original on translation (investigation, original)`,
]
