import { appendOnly, inDialect, type Migration } from './dialect.ts'

/** Where lists came from and how they are read; linkages that were run, the pairs and clusters they came to, and what people judged. */
export const listsAndLinks: Migration = {
  name: '0006-lists-and-links',
  statements: (engine) =>
    [...lists, ...runs, ...judgements]
      .map((statement) => inDialect(engine, statement))
      // Nothing that a person said is struck out: who takes a word back says so in another row.
      .concat(appendOnly(engine, ['judgement'])),
}

const owned = 'investigation TEXT not null references investigation (id), ordinal INTEGER not null'
const ofList = 'foreign key (investigation, list) references list (investigation, id)'
const ofRun = 'foreign key (investigation, run) references linkage_run (investigation, id)'

/** `bytes` is REAL because PostgreSQL's INTEGER ends at 2 GB. A list without provenance came with an investigation folder or by hand. */
const lists = [
  `create table list_provenance (investigation TEXT not null references investigation (id), list TEXT not null, file TEXT not null,
    sha256 TEXT not null, bytes REAL not null, form TEXT not null, rows INTEGER not null, aside INTEGER not null,
    faults TEXT not null, rows_sha256 TEXT not null, received_by TEXT not null, received_at TEXT not null,
    primary key (investigation, list), ${ofList})`,
  `alter table list_record add column line INTEGER`,
  `create table list_mapping (${owned}, list TEXT not null, headers TEXT not null, mapping TEXT not null, clean INTEGER not null,
    mapped_by TEXT not null, mapped_at TEXT not null, primary key (investigation, ordinal), ${ofList})`,
  `create index list_mapping_by_list on list_mapping (investigation, list, ordinal)`,
  `create index list_mapping_by_headers on list_mapping (investigation, headers, ordinal)`,
]

/** `member` is who asked, in whose name the result is kept. `judged` is the last judgement that it heeds: with it the run can be done again. */
const runs = [
  `create table linkage_run (${owned}, id TEXT not null, lists TEXT not null, settings TEXT not null, judged INTEGER not null,
    inputs TEXT not null, software TEXT not null, repeats TEXT, asked_by TEXT not null, asked_at TEXT not null,
    member TEXT not null references member (id), state TEXT not null, share REAL not null, runner TEXT, seen_at TEXT,
    ended_at TEXT, summary TEXT, data_sha256 TEXT, sha256 TEXT, reason TEXT, detail TEXT, primary key (investigation, id))`,
  `create index linkage_run_in_order on linkage_run (investigation, ordinal)`,
  `create index linkage_run_by_state on linkage_run (state, asked_at)`,
  `create table linkage_pair (investigation TEXT not null, run TEXT not null, ordinal INTEGER not null,
    left_list TEXT not null, left_record INTEGER not null, right_list TEXT not null, right_record INTEGER not null,
    pattern INTEGER not null, weight REAL not null, primary key (investigation, run, ordinal), ${ofRun})`,
  `create index linkage_pair_by_weight on linkage_pair (investigation, run, weight, ordinal)`,
  `create index linkage_pair_by_left on linkage_pair (investigation, run, left_list, left_record)`,
  `create table linkage_member (investigation TEXT not null, run TEXT not null, list TEXT not null, record INTEGER not null,
    cluster TEXT not null, primary key (investigation, run, list, record), ${ofRun})`,
  `create index linkage_member_by_cluster on linkage_member (investigation, run, cluster)`,
]

const judgements = [
  `create table judgement (${owned}, left_list TEXT not null, left_record INTEGER not null, right_list TEXT not null,
    right_record INTEGER not null, verdict TEXT not null, judged_by TEXT not null, judged_at TEXT not null, why TEXT,
    run TEXT, primary key (investigation, ordinal),
    foreign key (investigation, left_list, left_record) references list_record (investigation, list, ordinal),
    foreign key (investigation, right_list, right_record) references list_record (investigation, list, ordinal))`,
  `create index judgement_by_pair on judgement (investigation, left_list, left_record, right_list, right_record)`,
]
