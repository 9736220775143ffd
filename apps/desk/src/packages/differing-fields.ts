/** A field in which two forms of one record differ; null where a side has not got it. */
export interface FieldDiffers {
  readonly field: string
  readonly ours: string | null
  readonly theirs: string | null
}

/** Field by field, what differs between our form of a record and the one that came. Both are lines of canonical JSON. */
export function differingFields(sides: {
  readonly ours: string | null
  readonly theirs: string
}): readonly FieldDiffers[] {
  const [ours, theirs] = [fieldsIn(sides.ours), fieldsIn(sides.theirs)]
  const names = [...new Set([...ours.keys(), ...theirs.keys()])]
  return names.flatMap((field) => {
    const [mine, came] = [ours.get(field) ?? null, theirs.get(field) ?? null]
    return mine === came ? [] : [{ field, ours: mine, theirs: came }]
  })
}

function fieldsIn(line: string | null): ReadonlyMap<string, string> {
  const record: unknown = line === null ? {} : JSON.parse(line)
  if (typeof record !== 'object' || record === null) return new Map()
  return new Map(Object.entries(record).map(([name, value]: [string, unknown]) => [name, inWords(value)]))
}

/** Texts as they are; what has parts, with one part a line. */
function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1)
}
