import { ok, parseId, refuse, type Day, type Json, type Outcome } from '@corroborate/base'
import { permits } from '@corroborate/disclosure'
import type { Withheld } from '@corroborate/ledger'
import { speakingIn, type Purpose, type Recipient } from '@corroborate/testimony'
import { AMONG_US, FIELDS_GIVEN } from './fields-given.ts'
import { recipientOf, type OutsideScope, type PackageScope } from './package-scope.ts'
import {
  keyOfRecord,
  KINDS,
  RECORD_KINDS,
  recordLine,
  type PackagedInvestigation,
  type RecordKind,
} from './record-kinds.ts'
import { groundsOfFindings, groundsOfReport, type Grounds } from './scope-grounds.ts'

/** What a scope takes of an investigation, and what it leaves. */
export interface Selection {
  /** The lines of each kind, in the order of their text: one order for the same records. */
  readonly lines: ReadonlyMap<RecordKind, readonly string[]>
  readonly withheld: Readonly<Record<string, Readonly<Partial<Record<Withheld, number>>>>>
  /** What the ledger may show of a subject: its entry, also its content, or a reason why neither. */
  readonly ofSubject: (subject: string) => Shown
}

export type Shown =
  | { readonly kind: 'entry'; readonly mayShow: (content: Json) => boolean }
  | { readonly kind: 'withheld'; readonly reason: Withheld }

export type SelectFault = 'not-found' | 'nothing-to-give'

/**
 * Takes from an investigation what a scope gives out, on a day: by lists of what is allowed, kind by kind and field by field, and witness by
 * witness as far as each consents. Never by taking away from what is confidential: what no list names is withheld.
 */
export function selectRecords(
  whole: PackagedInvestigation,
  scope: PackageScope,
  on: Day,
): Outcome<Selection, SelectFault> {
  if (scope.kind === 'investigation') return ok(everything(whole))
  const grounds = groundsOf(whole, scope)
  if (grounds === null) return refuse('not-found', 'there is no such report or finding in this investigation')
  const judge = makeJudge(whole, { grounds, scope, on })
  const chosen = new Chosen(scope.kind)
  for (const kind of KINDS)
    for (const record of whole[RECORD_KINDS[kind]]) chosen.take(kind, record, judge(kind, record))
  return chosen.isEmpty()
    ? refuse('nothing-to-give', 'nothing of what was asked for may be given: every witness withholds it')
    : ok(chosen.selection())
}

function groundsOf(whole: PackagedInvestigation, scope: OutsideScope): Grounds | null {
  if (scope.kind === 'report') {
    const report = whole.reports.find(({ id }) => id === scope.report)
    return report === undefined ? null : groundsOfReport(whole, report)
  }
  const known = new Set(whole.findings.map(({ id }) => id))
  return scope.findings.length > 0 && scope.findings.every((id) => known.has(id))
    ? groundsOfFindings(whole, scope.findings)
    : null
}

function everything(whole: PackagedInvestigation): Selection {
  const lines = new Map(
    KINDS.map((kind) => [kind, whole[RECORD_KINDS[kind]].map(recordLine).sort()] as const),
  )
  return { lines, withheld: {}, ofSubject: () => ({ kind: 'entry', mayShow: () => true }) }
}

/** Collects record by record. */
class Chosen {
  readonly #scope: keyof typeof FIELDS_GIVEN
  readonly #lines = new Map<RecordKind, string[]>()
  readonly #withheld: Record<string, Partial<Record<Withheld, number>>> = {}
  readonly #given = new Map<string, string>()
  readonly #reasons = new Map<string, Withheld>()

  constructor(scope: keyof typeof FIELDS_GIVEN) {
    this.#scope = scope
  }

  take(kind: RecordKind, record: object, reason: Withheld | null): void {
    const fields = FIELDS_GIVEN[this.#scope][kind]
    const why = reason ?? (fields === null ? 'not-given-out' : null)
    const key = keyOfRecord(record)
    if (why !== null || fields === null) {
      const counts = (this.#withheld[kind] ??= {})
      counts[why ?? 'not-given-out'] = (counts[why ?? 'not-given-out'] ?? 0) + 1
      this.#reasons.set(key, why ?? 'not-given-out')
      return
    }
    const line = recordLine(fields === 'whole' ? record : onlyFields(record, fields))
    const lines = this.#lines.get(kind) ?? []
    lines.push(line)
    this.#lines.set(kind, lines)
    this.#given.set(key, line)
  }

  isEmpty(): boolean {
    return !KINDS.some((kind) => kind !== 'sources' && (this.#lines.get(kind)?.length ?? 0) > 0)
  }

  selection(): Selection {
    return {
      lines: new Map(KINDS.map((kind) => [kind, (this.#lines.get(kind) ?? []).sort()] as const)),
      withheld: this.#withheld,
      ofSubject: (subject) => this.#shown(subject),
    }
  }

  /** The content of an entry is shown where it is, letter for letter, the record that is given; otherwise it says more than is given. */
  #shown(subject: string): Shown {
    const line = this.#given.get(subject)
    if (line !== undefined)
      return { kind: 'entry', mayShow: (content) => recordLine({ content }) === `{"content":${line}}` }
    return { kind: 'withheld', reason: this.#reasons.get(subject) ?? 'not-given-out' }
  }
}

function onlyFields(record: object, fields: readonly string[]): object {
  const known = Object.entries(record)
  return Object.fromEntries(fields.flatMap((field) => known.filter(([name]) => name === field)))
}

type Judge = (kind: RecordKind, record: object) => Withheld | null

/** Why a record is withheld in a scope; null where it is given. */
function makeJudge(
  whole: PackagedInvestigation,
  asked: {
    readonly grounds: Grounds
    readonly scope: OutsideScope
    readonly on: Day
  },
): Judge {
  const { grounds, scope, on } = asked
  const consents = makeConsents(whole, { recipient: recipientOf(scope), on })
  const purposes = PURPOSES_OF[scope.kind]
  const claims = new Map(whole.claims.map((claim) => [String(claim.id), claim]))
  const texts = new Map(whole.texts.map((text) => [text.id, text]))
  const covered = (ids: ReadonlySet<string>, id: string): Withheld | null =>
    ids.has(id) ? null : 'not-covered'
  const ofClaim = (id: string): Withheld | null => {
    const claim = claims.get(id)
    return claim ? (covered(grounds.claims, id) ?? consents(claim.source, purposes.claims)) : 'not-covered'
  }
  const exhibits = new Map(whole.exhibits.map((exhibit) => [String(exhibit.id), exhibit]))
  const ofExhibit = (id: string): Withheld | null => {
    const source = exhibits.get(id)?.source ?? ''
    return covered(grounds.sources, source) ?? consents(source, purposes.texts)
  }
  const ofText = (name: string, purposes: readonly Purpose[]): Withheld | null => {
    const id = parseId<'text'>(name)
    const speaking = id === null ? [] : [...speakingIn(texts, id)]
    if (speaking.length === 0) return 'no-consent'
    return speaking.map((source) => consents(source, purposes)).find((reason) => reason !== null) ?? null
  }
  const judges: Readonly<Record<Exclude<RecordKind, AmongUs>, (record: Fields) => Withheld | null>> = {
    sources: ({ id }) => covered(grounds.sources, id),
    'origin-links': ({ from, to }) => covered(grounds.sources, from) ?? covered(grounds.sources, to),
    interviews: ({ witness }) => covered(grounds.sources, witness) ?? consents(witness, purposes.texts),
    consents: ({ witness }) => covered(grounds.sources, witness) ?? consents(witness, purposes.claims),
    places: ({ id }) => covered(grounds.places, id),
    persons: ({ code }) => covered(grounds.registered, code),
    units: ({ code }) => covered(grounds.registered, code),
    lists: () => 'not-given-out',
    linkages: () => 'not-given-out',
    texts: ({ id }) => covered(grounds.texts, id) ?? ofText(id, purposes.texts),
    passages: ({ id, text }) => covered(grounds.passages, id) ?? ofText(text, purposes.passages),
    claims: ({ id }) => ofClaim(id),
    resolutions: ({ claims: both }) => ofClaim(both[0] ?? '') ?? ofClaim(both[1] ?? ''),
    findings: ({ id }) => covered(grounds.findings, id),
    estimates: ({ id }) => covered(grounds.estimates, id),
    runs: ({ estimate }) => covered(grounds.estimates, estimate),
    exhibits: ({ id }) => ofExhibit(id),
    'exhibit-files': ({ exhibit }) => ofExhibit(exhibit),
    custody: ({ exhibit }) => ofExhibit(exhibit),
    reports: ({ id }) => (scope.kind === 'report' && id === scope.report ? null : 'not-covered'),
  }
  return (kind, record) => (isAmongUs(kind) ? 'not-given-out' : judges[kind](fieldsOf(record)))
}

type AmongUs = keyof typeof AMONG_US

function isAmongUs(kind: RecordKind): kind is AmongUs {
  return Object.hasOwn(AMONG_US, kind)
}

/**
 * For which purposes a witness must allow it; one of them is enough. Exact words are a quotation; a whole text is its details, and so is
 * a whole file.
 */
export const PURPOSES_OF: Readonly<
  Record<'report' | 'request', Readonly<Record<'claims' | 'passages' | 'texts', readonly Purpose[]>>>
> = {
  report: { claims: ['quotation', 'details'], passages: ['quotation'], texts: ['details'] },
  request: { claims: ['analysis', 'details'], passages: ['quotation'], texts: ['details'] },
}

interface Fields {
  readonly id: string
  readonly code: string
  readonly from: string
  readonly to: string
  readonly witness: string
  readonly source: string
  readonly text: string
  readonly estimate: string
  readonly exhibit: string
  readonly claims: readonly string[]
}

/** The fields that a judge looks at, of whatever kind the record is; empty where it has none of that name. */
function fieldsOf(record: object): Fields {
  const known = new Map<string, unknown>(Object.entries(record))
  const text = (name: string) => {
    const value = known.get(name)
    return typeof value === 'string' ? value : ''
  }
  const claims = known.get('claims')
  return {
    ...{ id: text('id'), code: text('code'), from: text('from'), to: text('to'), witness: text('witness') },
    ...{ source: text('source'), text: text('text'), estimate: text('estimate') },
    exhibit: text('exhibit'),
    claims: Array.isArray(claims) ? claims.map(String) : [],
  }
}

/** Whether a source allows one of several purposes for this recipient on this day; what is no witness has nothing to allow. */
function makeConsents(
  { sources, consents }: PackagedInvestigation,
  { recipient, on }: { readonly recipient: Recipient; readonly on: Day },
): (source: string, purposes: readonly Purpose[]) => Withheld | null {
  const kinds = new Map(sources.map(({ id, kind }) => [String(id), kind]))
  const given = Map.groupBy(consents, ({ witness }): string => witness)
  return (source, purposes) => {
    const kind = kinds.get(source)
    if (kind === undefined) return 'no-consent'
    if (kind !== 'witness') return null
    const answers = purposes.map((purpose) => permits(given.get(source) ?? [], { purpose, recipient, on }))
    if (answers.some((answer) => answer.ok)) return null
    const [refused] = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]))
    return refused ?? 'not-allowed'
  }
}
