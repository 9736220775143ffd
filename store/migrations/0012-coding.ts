import { inDialect, type Migration } from './dialect.ts'

/** Codes and what was coded by them, who marked a passage, and what second readers said of claims. */
export const coding: Migration = {
  name: '0012-coding',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const owned = 'investigation TEXT not null references investigation (id), ordinal INTEGER not null'

function within(column: string, table: string): string {
  return `foreign key (investigation, ${column}) references ${table} (investigation, id)`
}

/** `marked_by` is null for passages that came with an investigation. A coding that is undone is gone here and stays in the ledger. */
const statements = [
  `alter table passage add column marked_by TEXT`,
  `create table code (${owned}, id TEXT not null, code TEXT not null, name TEXT not null, within TEXT, key TEXT, memo TEXT,
    merged_into TEXT, primary key (investigation, id), unique (investigation, code), ${within('within', 'code')},
    ${within('merged_into', 'code')})`,
  `create index code_in_order on code (investigation, ordinal)`,
  `create table coding (${owned}, passage TEXT not null, code TEXT not null, coder TEXT not null references member (id),
    coded_by TEXT not null, coded_at TEXT not null, memo TEXT, primary key (investigation, passage, code, coder),
    ${within('passage', 'passage')}, ${within('code', 'code')})`,
  `create index coding_by_code on coding (investigation, code, ordinal)`,
  `create table coding_opened (investigation TEXT not null references investigation (id), text TEXT not null,
    opened_by TEXT not null, opened_at TEXT not null, primary key (investigation, text), ${within('text', 'text')})`,
  `create table claim_review (${owned}, claim TEXT not null, verdict TEXT not null, said_by TEXT not null, said_at TEXT not null,
    words TEXT, primary key (investigation, ordinal), ${within('claim', 'claim')})`,
  `create index claim_review_by_claim on claim_review (investigation, claim, ordinal)`,
]
