import { canonicalJson, jsonOf } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import type { CustodyEvent, Exhibit, ExhibitFile } from '@corroborate/testimony'

/** An investigation as packages know it: with what is written of its exhibits. Their bytes are files of the package. */
export interface PackagedInvestigation extends Investigation {
  readonly exhibits: readonly Exhibit[]
  /** Each after the one that it was made from. */
  readonly exhibitFiles: readonly ExhibitFile[]
  readonly custody: readonly CustodyEvent[]
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
} as const satisfies Readonly<Record<string, keyof PackagedInvestigation>>

export type RecordKind = keyof typeof RECORD_KINDS
export type RecordOf<Kind extends RecordKind> = PackagedInvestigation[(typeof RECORD_KINDS)[Kind]][number]

export const KINDS: readonly RecordKind[] = [
  ...(['sources', 'origin-links', 'interviews', 'consents', 'places', 'persons', 'units'] as const),
  ...(['lists', 'linkages', 'texts', 'passages', 'claims', 'resolutions'] as const),
  ...(['findings', 'estimates', 'runs', 'reports'] as const),
  ...(['exhibits', 'exhibit-files', 'custody'] as const),
]

/** What names a record within its kind: its id; the two that it ties together, where it has none of its own. */
export function keyOfRecord(record: object): string {
  if ('id' in record && typeof record.id === 'string') return record.id
  if ('from' in record && 'to' in record && 'kind' in record)
    return [record.from, record.to, record.kind].join(' ')
  if ('claims' in record && Array.isArray(record.claims)) return record.claims.map(String).sort().join(' ')
  throw new Error('a record that nothing names')
}

/** The line of a record: canonical JSON, one text for one record. */
export function recordLine(record: object): string {
  return canonicalJson(jsonOf(record))
}
