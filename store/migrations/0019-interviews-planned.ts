import { inDialect, type Migration } from './dialect.ts'

/** What is to be asked of a witness, the danger before and after, and what was promised, with its day. */
export const interviewsPlanned: Migration = {
  name: '0019-interviews-planned',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const owned = 'investigation TEXT not null references investigation (id), ordinal INTEGER not null'

/** Tasks of before have no day and no words of their own. */
const statements = [
  `alter table interview add column risk TEXT`,
  `alter table task add column due TEXT`,
  `alter table task add column words TEXT`,
  `create table interview_plan (${owned}, id TEXT not null, witness TEXT not null, due TEXT, questions TEXT not null,
    planned_by TEXT not null, interview TEXT, primary key (investigation, id),
    foreign key (investigation, witness) references source (investigation, id),
    foreign key (investigation, interview) references interview (investigation, id))`,
]
