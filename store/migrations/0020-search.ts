import { rebuildIndex } from '../queries/search-index.ts'
import type { Db } from '../tables.ts'
import { inDialect, type Engine, type Migration } from './dialect.ts'

/** The index of the search, filled from what is there, and the searches that members keep. */
export const search: Migration = {
  name: '0020-search',
  statements: (engine) => [
    ...statements.map((statement) => inDialect(engine, statement)),
    wordTable[engine],
    ...ofWords.map((statement) => inDialect(engine, statement)),
    postingTable[engine],
  ],
  fill: async (db: Db) => {
    const all = await db.selectFrom('investigation').select('id').orderBy('id').execute()
    for (const { id } of all) await rebuildIndex(db, id)
  },
}

const statements = [
  `create table search_shelf (investigation TEXT not null references investigation (id), shelf INTEGER not null,
    size INTEGER not null, documents BLOB not null, labels TEXT not null, primary key (investigation, shelf))`,
  `create table saved_search (investigation TEXT not null references investigation (id), ordinal INTEGER not null,
    id TEXT not null, member TEXT not null references member (id), name TEXT not null, asked TEXT not null,
    saved_at TEXT not null, primary key (investigation, id))`,
  `create index saved_search_by_member on saved_search (investigation, member, ordinal)`,
]

/** Its number is the engine's to give, so that investigations that are written to at one time take none twice. */
const wordTable: Readonly<Record<Engine, string>> = {
  sqlite: `create table search_word (word integer not null primary key, investigation TEXT not null references investigation (id),
    form TEXT not null, stem TEXT not null, unique (investigation, form))`,
  postgres: `create table search_word (word integer generated always as identity primary key,
    investigation text collate "C" not null references investigation (id), form text collate "C" not null,
    stem text collate "C" not null, unique (investigation, form))`,
}

const ofWords = [
  `create index search_word_by_stem on search_word (investigation, stem)`,
  `create table search_sound (investigation TEXT not null, sound TEXT not null,
    word INTEGER not null references search_word (word), primary key (investigation, sound, word))`,
  `create index search_sound_by_word on search_sound (word)`,
]

/** Rows of one form lie beside each other, in one tree. */
const postingTable: Readonly<Record<Engine, string>> = {
  sqlite: `create table search_posting (word integer not null, shelf integer not null, places blob not null,
    primary key (word, shelf)) without rowid`,
  postgres: `create table search_posting (word integer not null, shelf integer not null, places bytea not null,
    primary key (word, shelf))`,
}
