import type { RecordKind, RecordOf } from './record-kinds.ts'

/** Which fields of a kind leave the house; null where none of that kind does. */
type FieldsGiven = {
  readonly [Kind in RecordKind]: readonly (keyof RecordOf<Kind> & string)[] | 'whole' | null
}

const source = ['id', 'code', 'kind', 'role', 'title', 'reliability', 'credibility'] as const
/** Without who coded it: members are not named to those outside. */
const claim = [
  ...([
    'id',
    'code',
    'source',
    'passages',
    'mode',
    'topic',
    'proposition',
    'roles',
    'when',
    'place',
  ] as const),
  ...(['quantity', 'pattern', 'basis', 'certainty', 'polarity', 'status'] as const),
] as const
/** Without the words before and after, which nobody asked the witness about. */
const passage = ['id', 'code', 'text', 'sha256', 'start', 'end', 'exact'] as const
const finding = [
  ...(['id', 'code', 'kind', 'proposition', 'claimsFor', 'claimsAgainst'] as const),
  ...(['standardOfProof', 'reasons', 'signer', 'version', 'elements'] as const),
] as const
const run = [
  'id',
  'estimate',
  'version',
  'request',
  'inputs',
  'seed',
  'software',
  'endedAt',
  'sha256',
  'result',
] as const
const place = ['id', 'code', 'name', 'kind', 'within', 'aliases'] as const
/**
 * How the team coded, read, planned and judged, and what it sealed: among instances of the team alone. Questions, reasons and second readings
 * quote witnesses whom nobody has asked about that.
 */
export const AMONG_US = {
  ...{ codes: null, codings: null, 'sealed-values': null },
  ...{ recordings: null, listenings: null, translations: null, 'claim-reviews': null },
  ...{ crimes: null, incidents: null, 'element-ties': null, 'standard-choices': null, weighings: null },
  ...{ 'interview-plans': null, promises: null, 'act-tables': null },
} as const
const report = ['id', 'code', 'locale', 'title', 'subtitle', 'authors', 'dated', 'blocks'] as const

/**
 * The allow-list of packages that leave the house (law 12). A field that is added to a record is withheld until somebody puts it here.
 * Questions "how many" go whole: each kind has parts of its own, and all of them are reckoning.
 * A whole investigation has no such list: it goes from one instance of the team to another.
 */
export const FIELDS_GIVEN: Readonly<Record<'report' | 'request', FieldsGiven>> = {
  report: {
    ...{ sources: source, claims: claim, passages: passage, findings: finding, runs: run, places: place },
    ...{ reports: report, estimates: 'whole' },
    'origin-links': ['from', 'to', 'kind', 'decision'],
    resolutions: ['claims', 'prefers', 'reason'],
    ...{
      interviews: null,
      consents: null,
      persons: null,
      units: null,
      texts: null,
      lists: null,
      linkages: null,
      exhibits: null,
      'exhibit-files': null,
      custody: null,
      ...AMONG_US,
    },
  },
  request: {
    ...{ sources: source, claims: claim, passages: passage, findings: finding, runs: run, places: place },
    ...{ reports: null, estimates: 'whole' },
    'origin-links': ['from', 'to', 'kind', 'decision', 'reason'],
    resolutions: ['claims', 'prefers', 'reason'],
    interviews: [
      ...(['id', 'code', 'witness', 'date', 'place', 'remote', 'interviewer', 'interpreter'] as const),
      ...(['languages', 'others'] as const),
    ],
    consents: ['id', 'witness', 'version', 'allows', 'conceal', 'language', 'givenAt', 'withdrawnAt'],
    persons: ['id', 'code', 'name', 'part'],
    units: ['id', 'code', 'name', 'active'],
    texts: [
      ...(['id', 'code', 'source', 'title', 'language', 'kind', 'translationOf', 'version'] as const),
      ...(['content', 'sha256', 'turns'] as const),
    ],
    ...{ lists: null, linkages: null, ...AMONG_US },
    /** Without where the original is: that is often where somebody lives. */
    exhibits: ['id', 'code', 'title', 'source', 'generation'],
    /** Whole, so that each is proven to be what was entered. Who received it is a link of its custody. */
    'exhibit-files': 'whole',
    custody: ['id', 'exhibit', 'file', 'kind', 'actor', 'recipient', 'at', 'place', 'reason'],
  },
}
