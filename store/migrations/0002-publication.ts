import { inDialect, type Migration } from './dialect.ts'

/** Which reports are open to everybody, under which address, since when. */
export const publication: Migration = {
  name: '0002-publication',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

/** An address is taken once in the whole house: the codes of an investigation and of a report, and the language. */
const statements = [
  `create table publication (investigation TEXT not null, report TEXT not null, investigation_code TEXT not null,
    report_code TEXT not null, locale TEXT not null, published_at TEXT not null, primary key (investigation, report),
    foreign key (investigation, report) references report (investigation, id))`,
  `create unique index publication_by_address on publication (investigation_code, report_code, locale)`,
]
