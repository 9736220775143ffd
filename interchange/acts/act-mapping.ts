import { z } from 'zod'

/** The four tables of an "events standard" database (HURIDOCS; OpenEvSys): what happened, which act was done to whom, who is who, who took part. */
export const ACT_TABLES = ['events', 'acts', 'persons', 'involvement'] as const
export type ActTable = (typeof ACT_TABLES)[number]

/** What is read of each table, with the usual names of its column. The first field is the table's own id. */
const FIELDS = {
  events: {
    id: ['event_record_number', 'event_id', 'event_number', 'event'],
    title: ['event_title', 'title'],
    from: ['initial_date', 'start_date', 'date'],
    to: ['final_date', 'end_date'],
    place: ['local_geographical_area', 'geographical_term', 'location', 'place'],
  },
  acts: {
    id: ['act_record_number', 'act_id', 'act_number', 'act'],
    event: ['event_record_number', 'event_id', 'event'],
    victim: ['victim_record_number', 'victim_id', 'victim', 'person_record_number'],
    type: ['type_of_act', 'act_type', 'type'],
    from: ['initial_date', 'start_date', 'date'],
    to: ['final_date', 'end_date'],
    place: ['exact_location', 'location', 'place'],
    method: ['method_of_violence', 'method'],
  },
  persons: {
    id: ['person_record_number', 'person_id', 'id'],
    name: ['person_name', 'name', 'full_name'],
  },
  involvement: {
    id: ['involvement_record_number', 'involvement_id', 'id'],
    act: ['act_record_number', 'act_id', 'act'],
    event: ['event_record_number', 'event_id', 'event'],
    perpetrator: ['perpetrator_record_number', 'perpetrator_id', 'perpetrator', 'person_record_number'],
    degree: ['degree_of_involvement', 'degree', 'involvement'],
  },
} as const satisfies Record<ActTable, Readonly<Record<string, readonly string[]>>>

const column = z.string().nullable()
const required = z.string()

/** Which column is which, by its name in the header; null where the table has none. This is what is kept and used again. */
export const actMappingShape = z.strictObject({
  events: z.strictObject({ id: required, title: column, from: column, to: column, place: column }).nullable(),
  acts: z.strictObject({
    ...{ id: required, event: column, victim: column, type: required },
    ...{ from: column, to: column, place: column, method: column },
  }),
  persons: z.strictObject({ id: required, name: column }).nullable(),
  involvement: z
    .strictObject({ id: column, act: column, event: column, perpetrator: required, degree: column })
    .nullable(),
})

export type ActMapping = z.infer<typeof actMappingShape>

/** The fields of each table, as a person is asked for them, and which of them it cannot do without. */
export const ACT_FIELDS: Readonly<
  Record<ActTable, { readonly all: readonly string[]; readonly required: readonly string[] }>
> = {
  events: { all: Object.keys(FIELDS.events), required: ['id'] },
  acts: { all: Object.keys(FIELDS.acts), required: ['id', 'type'] },
  persons: { all: Object.keys(FIELDS.persons), required: ['id'] },
  involvement: { all: Object.keys(FIELDS.involvement), required: ['perpetrator'] },
}

/** Which column is which, as far as it is known; null where there is no such table. */
export type ActDraft = Readonly<Record<ActTable, Readonly<Record<string, string | null>> | null>>

/**
 * What was kept of each table the last time; of one that is there for the first time, what the names of its columns suggest. For a person to
 * confirm or to change.
 */
export function proposeActMapping(
  columns: Readonly<Partial<Record<ActTable, readonly string[]>>>,
  kept: ActMapping | null,
): ActDraft {
  const of = (table: ActTable) => {
    const there = columns[table]
    return kept?.[table] ?? (there === undefined ? null : proposeFor(FIELDS[table], there))
  }
  const [events, acts, persons, involvement] = [of('events'), of('acts'), of('persons'), of('involvement')]
  return { events, acts, persons, involvement }
}

/** The mapping that a draft has come to; null while the acts lack a column. Another table is left out as long as it lacks one. */
export function actMappingOf(draft: ActDraft): ActMapping | null {
  const whole = (table: ActTable) =>
    ACT_FIELDS[table].required.every((field) => typeof draft[table]?.[field] === 'string')
  const mapping = Object.fromEntries(
    ACT_TABLES.map((table) => [table, whole(table) ? draft[table] : null] as const),
  )
  const read = actMappingShape.safeParse(mapping)
  return read.success ? read.data : null
}

function proposeFor(fields: Readonly<Record<string, readonly string[]>>, columns: readonly string[]) {
  const taken = new Set<string>()
  return Object.fromEntries(
    Object.entries(fields).map(([field, names]) => {
      const found = names
        .flatMap((name) => columns.filter((one) => folded(one) === name))
        .find((one) => !taken.has(one))
      if (found !== undefined) taken.add(found)
      return [field, found ?? null]
    }),
  )
}

function folded(column: string): string {
  return column
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.-]+/g, '_')
}
