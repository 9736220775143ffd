import { canonicalJson, isJsonNested, jsonOf, ok, refuse, type Json, type Outcome } from '@corroborate/base'

/** Why a line of the ledger, or a record, is not in a package: a class, because more would tell what is withheld. */
export const WITHHELD = [
  /** The scope does not ask for it. */
  'not-covered',
  /** What packages of this scope never give out. */
  'not-given-out',
  /** The witness was not asked, has withdrawn, or does not allow it for this recipient. */
  'no-consent',
  'withdrawn',
  'not-allowed',
] as const
export type Withheld = (typeof WITHHELD)[number]

/** What a package says of itself in `data/package.json`. */
export interface AboutPackage {
  /** What was asked for: `{ kind: "investigation" }` and the like. */
  readonly scope: Json
  readonly investigation: {
    readonly id: string
    readonly code: string
    readonly title: Json
    readonly nature: string
  }
  /** The state of the ledger that it shows. */
  readonly ledger: { readonly origin: string; readonly size: number; readonly root: string }
  /** Records in it, by kind. */
  readonly given: Readonly<Record<string, number>>
  /** Records that the investigation has and that are not in it, by kind and by reason. */
  readonly withheld: Readonly<Record<string, Readonly<Partial<Record<Withheld, number>>>>>
  /** Lines of the ledger: with their entry, and without it by reason. */
  readonly lines: { readonly given: number; readonly withheld: Readonly<Partial<Record<Withheld, number>>> }
  /** Time-stamps of authorities; none where none was asked. */
  readonly tokens: number
}

const FORMAT = 'corroborate-package'
const VERSION = 1
/** Deeper than anything that a record nests. */
const DEEPEST = 64

export function writeAbout(about: AboutPackage): string {
  return `${canonicalJson(jsonOf({ format: FORMAT, version: VERSION, ...about }))}\n`
}

/** What a package says of itself, from its text. */
export function readAbout(text: string): Outcome<AboutPackage, 'malformed-package'> {
  const fields = fieldsOf(lineOf(text.trimEnd()))
  if (fields?.format !== FORMAT) return malformed('data/package.json does not say that this is a package')
  if (fields.version !== VERSION)
    return malformed(
      'data/package.json is of a later version of this format; take a later version of this program',
    )
  const [investigation, ledger, lines] = [fields.investigation, fields.ledger, fields.lines].map(fieldsOf)
  const given = countsOf(fields.given)
  const counted = lines && linesIn(lines)
  const state = ledger && ledgerIn(ledger)
  if (!investigation || !given || !counted || !state)
    return malformed('data/package.json lacks the investigation, the ledger or the counts')
  const withheld: Record<string, Readonly<Record<string, number>>> = {}
  for (const [kind, counts] of Object.entries(fieldsOf(fields.withheld) ?? {}))
    withheld[kind] = countsOf(counts) ?? {}
  return ok({
    scope: fields.scope ?? null,
    investigation: {
      ...{ id: textIn(investigation.id), code: textIn(investigation.code) },
      ...{ title: investigation.title ?? null, nature: textIn(investigation.nature) },
    },
    ...{ ledger: state, given, withheld, lines: counted, tokens: countOf(fields.tokens) ?? 0 },
  })
}

type Fields = Readonly<Record<string, Json | undefined>>

function linesIn(lines: Fields): AboutPackage['lines'] | null {
  const [given, withheld] = [countOf(lines.given), countsOf(lines.withheld)]
  return given === null || withheld === null ? null : { given, withheld }
}

function ledgerIn({ origin, size, root }: Fields): AboutPackage['ledger'] | null {
  const count = countOf(size)
  return count === null ? null : { origin: textIn(origin), size: count, root: textIn(root) }
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** One line as canonical JSON, or null: there is one text for one value, so that nothing hides in how it is written. */
export function lineOf(text: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    if (!isJsonNested(value, DEEPEST)) return null
    const json = jsonOf(value)
    return canonicalJson(json) === text ? json : null
  } catch {
    return null
  }
}

/** The fields of an object; null of anything else. */
export function fieldsOf(value: Json | undefined): Readonly<Record<string, Json | undefined>> | null {
  return value !== null && typeof value === 'object' && !isList(value) ? value : null
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function countOf(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}

function countsOf(value: Json | undefined): Readonly<Record<string, number>> | null {
  const fields = fieldsOf(value)
  if (!fields) return null
  const counts: Record<string, number> = {}
  for (const [name, found] of Object.entries(fields)) {
    const count = countOf(found)
    if (count === null) return null
    counts[name] = count
  }
  return counts
}

function malformed(detail: string): Outcome<never, 'malformed-package'> {
  return refuse('malformed-package', detail)
}
