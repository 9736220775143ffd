import { canonicalJson, jsonOf } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import type {
  Code,
  Coding,
  CustodyEvent,
  Exhibit,
  ExhibitFile,
  InterviewPlan,
  Listening,
  Translation,
} from '@corroborate/testimony'
import type {
  ChosenCrime,
  HeldChoice,
  NamedIncident,
  Promised,
  RecordingTie,
  SealedValue,
  SecondReading,
  SignedTie,
  TakenActTable,
  Weighing,
} from './packaged-records.ts'

/**
 * An investigation as packages know it: with how it was coded, read, planned and judged, what is sealed, and what is written of its exhibits.
 * The bytes of these are files of the package.
 */
export interface PackagedInvestigation extends Investigation {
  readonly exhibits: readonly Exhibit[]
  /** Each after the one that it was made from. */
  readonly exhibitFiles: readonly ExhibitFile[]
  readonly custody: readonly CustodyEvent[]
  readonly codes: readonly Code[]
  readonly codings: readonly Coding[]
  readonly sealedValues: readonly SealedValue[]
  readonly recordings: readonly RecordingTie[]
  readonly listenings: readonly Listening[]
  readonly translations: readonly Translation[]
  readonly claimReviews: readonly SecondReading[]
  readonly crimes: readonly ChosenCrime[]
  readonly incidents: readonly NamedIncident[]
  readonly elementTies: readonly SignedTie[]
  readonly standardChoices: readonly HeldChoice[]
  readonly weighings: readonly Weighing[]
  readonly interviewPlans: readonly InterviewPlan[]
  readonly promises: readonly Promised[]
  readonly actTables: readonly TakenActTable[]
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
  recordings: 'recordings',
  listenings: 'listenings',
  translations: 'translations',
  'claim-reviews': 'claimReviews',
  crimes: 'crimes',
  incidents: 'incidents',
  'element-ties': 'elementTies',
  'standard-choices': 'standardChoices',
  weighings: 'weighings',
  'interview-plans': 'interviewPlans',
  promises: 'promises',
  'act-tables': 'actTables',
} as const satisfies Readonly<Record<string, keyof PackagedInvestigation>>

export type RecordKind = keyof typeof RECORD_KINDS
export type RecordOf<Kind extends RecordKind> = PackagedInvestigation[(typeof RECORD_KINDS)[Kind]][number]

export const KINDS: readonly RecordKind[] = [
  ...(['sources', 'origin-links', 'interviews', 'consents', 'places', 'persons', 'units'] as const),
  ...(['lists', 'linkages', 'texts', 'passages', 'claims', 'resolutions'] as const),
  ...(['findings', 'estimates', 'runs', 'reports'] as const),
  ...(['exhibits', 'exhibit-files', 'custody'] as const),
  ...(['codes', 'codings', 'sealed-values'] as const),
  ...(['recordings', 'listenings', 'translations', 'claim-reviews'] as const),
  ...(['crimes', 'incidents', 'element-ties', 'standard-choices', 'weighings'] as const),
  ...(['interview-plans', 'promises', 'act-tables'] as const),
]

interface Naming {
  /** The fields that name it together. What a line of the ledger on it is about is the first of them. */
  readonly by: readonly [string, ...string[]]
  /** Others, which only records of its kind have. */
  readonly has?: readonly string[]
}

/** How records are named that have no id of their own. */
const NAMINGS: readonly Naming[] = [
  { by: ['from', 'to', 'kind'] },
  { by: ['passage', 'code', 'coder'] },
  { by: ['record', 'field', 'version'] },
  { by: ['claims'], has: ['prefers'] },
  { by: ['text', 'start', 'end', 'by', 'at'] },
  { by: ['text'], has: ['file', 'at'] },
  { by: ['translation'], has: ['original', 'rows'] },
  { by: ['claim', 'by', 'at'], has: ['verdict'] },
  { by: ['crime'] },
  { by: ['element', 'incident', 'finding'] },
  { by: ['element', 'incident'], has: ['standard'] },
  { by: ['finding'], has: ['others', 'rows'] },
  { by: ['name'], has: ['mapping', 'rows'] },
]

interface Named {
  readonly key: string
  readonly subject: string
}

function namesOf(record: object): Named | null {
  if ('id' in record && typeof record.id === 'string') return { key: record.id, subject: record.id }
  if ('statement' in record && typeof record.statement === 'object' && record.statement !== null)
    return namesOf(record.statement)
  const known = new Map<string, unknown>(Object.entries(record))
  const naming = NAMINGS.find(({ by, has = [] }) => [...by, ...has].every((field) => known.has(field)))
  if (naming === undefined) return null
  const parts = naming.by.map((field) => partsOf(known.get(field)))
  return { key: parts.flat().join(' '), subject: parts[0]?.[0] ?? '' }
}

function partsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String).sort() : [String(value)]
}

/** Whether it can be a record of any kind: something names it. */
export function isNamed(record: object): boolean {
  return namesOf(record) !== null
}

/** What names a record within its kind: its id; where it has none of its own, what it ties together. */
export function keyOfRecord(record: object): string {
  return namesHere(record).key
}

/** What a line of the ledger on a record is about. */
export function subjectOfRecord(record: object): string {
  return namesHere(record).subject
}

function namesHere(record: object): Named {
  const names = namesOf(record)
  if (names === null) throw new Error('a record that nothing names')
  return names
}

/** The line of a record: canonical JSON, one text for one record. */
export function recordLine(record: object): string {
  return canonicalJson(jsonOf(record))
}
