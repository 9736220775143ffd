import { canonicalJson, jsonOf } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import type { Code, Coding, CustodyEvent, Exhibit, ExhibitFile } from '@corroborate/testimony'

/** A sealed value as packages name it: what is inside stays inside. */
export interface SealedValue {
  readonly statement: { readonly record: string; readonly field: string; readonly version: number }
  readonly signature: string
  /** An age file, Base 64. */
  readonly file: string
}

/**
 * An investigation as packages know it: with how it was coded, what is sealed, and what is written of its exhibits. The bytes of these are
 * files of the package.
 */
export interface PackagedInvestigation extends Investigation {
  readonly exhibits: readonly Exhibit[]
  /** Each after the one that it was made from. */
  readonly exhibitFiles: readonly ExhibitFile[]
  readonly custody: readonly CustodyEvent[]
  readonly codes: readonly Code[]
  readonly codings: readonly Coding[]
  readonly sealedValues: readonly SealedValue[]
}

/** The kinds of records of an investigation, each a file of lines in a package, and the field of the investigation that they stand in. */
export const RECORD_KINDS = {
  sources: 'sources',
  'origin-links': 'originLinks',
  interviews: 'interviews',
  consents: 'consents',
  places: 'places',
  persons: 'persons',
  units: 'units',
  lists: 'lists',
  linkages: 'linkages',
  texts: 'texts',
  passages: 'passages',
  claims: 'claims',
  resolutions: 'resolutions',
  findings: 'findings',
  estimates: 'estimates',
  runs: 'runs',
  reports: 'reports',
  exhibits: 'exhibits',
  'exhibit-files': 'exhibitFiles',
  custody: 'custody',
  codes: 'codes',
  codings: 'codings',
  'sealed-values': 'sealedValues',
} as const satisfies Readonly<Record<string, keyof PackagedInvestigation>>

export type RecordKind = keyof typeof RECORD_KINDS
export type RecordOf<Kind extends RecordKind> = PackagedInvestigation[(typeof RECORD_KINDS)[Kind]][number]

export const KINDS: readonly RecordKind[] = [
  ...(['sources', 'origin-links', 'interviews', 'consents', 'places', 'persons', 'units'] as const),
  ...(['lists', 'linkages', 'texts', 'passages', 'claims', 'resolutions'] as const),
  ...(['findings', 'estimates', 'runs', 'reports'] as const),
  ...(['exhibits', 'exhibit-files', 'custody'] as const),
  ...(['codes', 'codings', 'sealed-values'] as const),
]

/** The fields that name, together, a record that has no id of its own. */
const NAMED_TOGETHER = [
  ['from', 'to', 'kind'],
  ['passage', 'code', 'coder'],
  ['record', 'field', 'version'],
] as const

/** What names a record within its kind: its id; where it has none of its own, what it ties together. */
export function keyOfRecord(record: object): string {
  if ('id' in record && typeof record.id === 'string') return record.id
  if ('statement' in record && typeof record.statement === 'object' && record.statement !== null)
    return keyOfRecord(record.statement)
  const known = new Map<string, unknown>(Object.entries(record))
  const names = NAMED_TOGETHER.find((fields) => fields.every((field) => known.has(field)))
  if (names) return names.map((field) => String(known.get(field))).join(' ')
  if ('claims' in record && Array.isArray(record.claims)) return record.claims.map(String).sort().join(' ')
  throw new Error('a record that nothing names')
}

/** The line of a record: canonical JSON, one text for one record. */
export function recordLine(record: object): string {
  return canonicalJson(jsonOf(record))
}
