/** One thing that is wrong in an investigation folder: where a person puts a finger, what belongs there, what stands there. */
export interface Mistake {
  readonly file: string
  /** Counted from 1; null when it is the file itself that is missing or too much. */
  readonly line: number | null
  /** `claims[3].quantity.max`: places in a list are counted from 0. Null where no field is meant. */
  readonly field: string | null
  readonly expected: string
  readonly found: string
  /** All of it in one sentence. */
  readonly sentence: string
}

/** Where a mistake is. */
export type Place = Pick<Mistake, 'file' | 'line' | 'field'>

export function mistake(place: Place, told: { readonly expected: string; readonly found: string }): Mistake {
  const { file, line, field } = place
  const where = [file, line === null ? null : `line ${line}`, field].filter((part) => part !== null)
  const { expected, found } = told
  return {
    file,
    line,
    field,
    expected,
    found,
    sentence: `${where.join(', ')}: expected ${expected}, found ${found}.`,
  }
}

/** In the order in which a person reads the folder: by file, line, field. */
export function inReadingOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.toSorted(
    (a, b) =>
      byText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      byText(a.field ?? '', b.field ?? '') ||
      byText(a.expected, b.expected),
  )
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const SHOWN = 60

/** What stands in a place, said so that a person recognises it; long texts are cut. */
export function described(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing'
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return `the number ${value}`
  if (typeof value === 'boolean') return `${String(value)} (yes or no)`
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object') return withFields(Object.keys(value))
  return `a ${typeof value}`
}

export function quoted(text: string): string {
  const points = Array.from(text.slice(0, 4 * SHOWN))
  return points.length > SHOWN ? `“${points.slice(0, SHOWN).join('')}…”` : `“${text}”`
}

function withFields(fields: readonly string[]): string {
  if (fields.length === 0) return 'no fields'
  const shown = fields.slice(0, 6).map((field) => quoted(field))
  return `the fields ${shown.join(', ')}${fields.length > 6 ? ', …' : ''}`
}
