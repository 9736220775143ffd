import { z } from 'zod'
import { described, mistake, quoted, type Mistake, type Place } from './mistake.ts'
import { nearest } from './near.ts'
import type { Path } from './yaml-file.ts'

type Issue = z.core.$ZodIssue

export type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly mistakes: readonly Mistake[] }

/**
 * A value that has the shape asked for, or each place where it has not.
 * A shape says what it expects either by its kind or, for its own rules, as the message of its check ("no less than min (50)").
 */
export function checked<Value>(
  shape: z.ZodType<Value>,
  value: unknown,
  placeOf: (path: Path) => Place,
): Checked<Value> {
  const result = shape.safeParse(value)
  if (result.success) return { ok: true, value: result.data }
  return {
    ok: false,
    mistakes: result.error.issues.flatMap((issue) => told(issue, { shape, value, placeOf })),
  }
}

interface Context {
  readonly shape: z.ZodType
  readonly value: unknown
  readonly placeOf: (path: Path) => Place
}

function told(issue: Issue, context: Context): readonly Mistake[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      mistake(context.placeOf([...path, key]), {
        expected: oneOf(fieldsAt(context.shape, path), key),
        found: `the unknown field ${quoted(key)}`,
      }),
    )
  const value = valueAt(context.value, path)
  return [mistake(context.placeOf(path), { expected: expectedBy(issue, value), found: described(value) })]
}

function expectedBy(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return NAMES.get(issue.expected) ?? issue.expected
    case 'invalid_value':
      return oneOf(issue.values.map(String), typeof value === 'string' ? value : '')
    case 'too_small':
      return bound(issue.origin, { least: issue.minimum, inclusive: issue.inclusive !== false })
    case 'too_big':
      return bound(issue.origin, { most: issue.maximum, inclusive: issue.inclusive !== false })
    // Its own words: a format, a rule of ours, or a choice of shapes says as its message what it expects.
    case 'custom':
    case 'invalid_format':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
      return issue.message
  }
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'fields with values'],
])

type Bound = { readonly inclusive: boolean } & (
  { readonly least: number | bigint } | { readonly most: number | bigint }
)

function bound(origin: string, limit: Bound): string {
  const amount = String('least' in limit ? limit.least : limit.most)
  const word =
    'least' in limit
      ? limit.inclusive
        ? 'at least'
        : 'more than'
      : limit.inclusive
        ? 'at most'
        : 'less than'
  if (origin === 'array') return `a list of ${word} ${amount}`
  if (origin === 'string') return amount === '1' ? 'text that is not empty' : `${word} ${amount} characters`
  return `a number of ${word} ${amount}`
}

/** "one of a, b, c (did you mean b?)" */
export function oneOf(names: readonly string[], found: string): string {
  if (names.length === 0) return 'no such field'
  const near = nearest(found, names)
  const list = names.length > 24 ? `one of ${names.length} names` : `one of ${names.join(', ')}`
  return near.length === 0 ? list : `${list} (perhaps ${near.join(' or ')})`
}

function valueAt(value: unknown, path: Path): unknown {
  let at: unknown = value
  for (const step of path) {
    if (at === null || typeof at !== 'object') return undefined
    at = new Map<string, unknown>(Object.entries(at)).get(String(step))
  }
  return at
}

/** The fields that a shape has at a place: for "one of" in the sentence about an unknown one. */
function fieldsAt(shape: z.core.$ZodType, path: Path): readonly string[] {
  const here = bare(shape)
  const [step, ...rest] = path
  if (here instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(here.shape)
    const fields: Readonly<Partial<Record<string, z.core.$ZodType>>> = here.shape
    const inner = fields[step]
    return inner ? fieldsAt(inner, rest) : []
  }
  if (here instanceof z.ZodArray && typeof step === 'number') return fieldsAt(here.element, rest)
  return []
}

function bare(shape: z.core.$ZodType): z.core.$ZodType {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodDefault || shape instanceof z.ZodNullable)
    return bare(shape.def.innerType)
  if (shape instanceof z.ZodPipe)
    return bare(shape.def.in instanceof z.ZodTransform ? shape.def.out : shape.def.in)
  return shape
}
