import { inDialect, type Migration } from './dialect.ts'

/** Which crimes are looked at, for which incidents, what people tied to their elements, and by which standard they judge. */
export const elements: Migration = {
  name: '0018-elements',
  statements: (engine) => statements.map((statement) => inDialect(engine, statement)),
}

const owned = 'investigation TEXT not null references investigation (id), ordinal INTEGER not null'

/** `incident` is null for what is proved once for the investigation. The last choice of a standard holds; the others stay. */
const statements = [
  `create table crime_chosen (${owned}, crime TEXT not null, primary key (investigation, crime))`,
  `create table incident (${owned}, id TEXT not null, name TEXT not null, primary key (investigation, id))`,
  `create table element_tie (${owned}, element TEXT not null, incident TEXT, finding TEXT not null, tied_by TEXT not null,
    primary key (investigation, ordinal), foreign key (investigation, finding) references finding (investigation, id),
    foreign key (investigation, incident) references incident (investigation, id))`,
  `create table standard_choice (${owned}, element TEXT not null, incident TEXT, standard TEXT not null, reasons TEXT not null,
    chosen_by TEXT not null, primary key (investigation, ordinal),
    foreign key (investigation, incident) references incident (investigation, id))`,
]
