import type { OutputPart, OutputPlace, OutputText, ReleaseOutput } from '@corroborate/disclosure'
import type { Assessment, Investigation, Report } from '@corroborate/report'
import { lookupIn, type Lookup } from '../evidence.ts'
import { toldBySentences, withOthers, type Told } from './accounts-told.ts'
import { countsShown, figuresShown } from './counts-shown.ts'

export interface PackageGiven {
  readonly investigation: Investigation
  readonly assessment: Assessment
  /** The lines of each kind that the package gives, as they stand in it. */
  readonly lines: ReadonlyMap<string, readonly string[]>
  /** The report that it is of; null where it is of findings. */
  readonly report: Report | null
}

/** In which part of what leaves a kind of records stands; the others are data. */
const PARTS: ReadonlyMap<string, OutputPart> = new Map([
  ['sources', 'source'],
  ['claims', 'claim'],
  ['passages', 'claim'],
  ['findings', 'note'],
  ['texts', 'text'],
  ['reports', 'text'],
])

/**
 * Everything that leaves with a package, laid out for the check: every text of every line of its records, and what is told of witnesses by them.
 * Made from the very lines, so that the package cannot say what the check has not seen. What the ledger shows beside them are the same records, ids and
 * digests. Files of exhibits go as they came, and nobody has looked into them: each is told as one that cannot be read.
 */
export function packageOutputOf({ investigation, assessment, lines, report }: PackageGiven): ReleaseOutput {
  const given = [...lines].flatMap(([kind, all]) => all.map((line) => recordIn(kind, line)))
  const ids = new Set(given.map(({ id }) => id))
  const estimates = investigation.estimates.filter(({ id }) => ids.has(id))
  const evidence = lookupIn({ investigation, assessment, locale: report?.locale ?? 'en' })
  const counted = { ...evidence, investigation: { ...investigation, estimates } }
  return {
    texts: [
      ...textsOf([investigation.code, investigation.title], { part: 'title', at: 'package.json' }),
      ...given.flatMap(textsOfRecord),
    ],
    accounts: withOthers([
      ...(report === null ? [] : toldBySentences(evidence, report)),
      ...toldByRecords(evidence, ids),
    ]),
    tables: countsShown(counted, report),
    figures: figuresShown(evidence, report),
    // A report that breaks a law is not packaged, and findings are given as they are.
    overworded: [],
    records: given.flatMap(({ kind, id, code }) =>
      code === null ? [] : [{ place: placeOf(kind, code), id, code }],
    ),
    files: given
      .filter(({ kind }) => kind === 'exhibit-files')
      .map(({ name, id }) => ({ name: name ?? id, hidden: [{ kind: 'not-readable', at: id, words: '' }] })),
  }
}

interface RecordGiven {
  readonly kind: string
  readonly id: string
  readonly code: string | null
  readonly name: string | null
  readonly fields: readonly (readonly [string, unknown])[]
}

function recordIn(kind: string, line: string): RecordGiven {
  const record: unknown = JSON.parse(line)
  const fields = Object.entries(typeof record === 'object' && record !== null ? record : {})
  const known = new Map<string, unknown>(fields)
  const text = (field: string) => {
    const value = known.get(field)
    return typeof value === 'string' ? value : null
  }
  return { kind, id: text('id') ?? '', code: text('code'), name: text('name'), fields }
}

function textsOfRecord({ kind, id, code, fields }: RecordGiven): readonly OutputText[] {
  return fields.flatMap(([field, value]) => {
    if (kind === 'exhibit-files' && field === 'name') return textsOf(value, { part: 'file-name', at: id })
    return textsOf(value, placeOf(kind, `${code ?? id}, ${field}`))
  })
}

function placeOf(kind: string, at: string): OutputPlace {
  return { part: PARTS.get(kind) ?? 'annex', at: `${kind} ${at}` }
}

/** Every text in a value, also the names of its fields: some are what people called something. */
function textsOf(value: unknown, place: OutputPlace): readonly OutputText[] {
  if (typeof value === 'string') return value === '' ? [] : [{ place, text: value }]
  if (Array.isArray(value)) return value.flatMap((one: unknown) => textsOf(one, place))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) => [
    { place, text: name },
    ...textsOf(one, place),
  ])
}

/** What witnesses are told to have said: each claim with the words that go with it, words that go without a claim, and whole texts, which are told. */
function toldByRecords(
  { investigation, source: sourceOf, text: textOf }: Lookup,
  given: ReadonlySet<string>,
): readonly Told[] {
  const passages = investigation.passages.filter(({ id }) => given.has(id))
  const words = new Map(passages.map(({ id, exact }) => [id, exact]))
  const claims = investigation.claims.filter(({ id }) => given.has(id))
  const claimed = new Set(claims.flatMap((claim) => claim.passages))
  const bare = { when: null, where: null }
  return [
    ...claims.flatMap(({ code, source: id, passages, when, place: where, topic }): readonly Told[] => {
      const source = sourceOf(id)
      if (source?.kind !== 'witness') return []
      const told = { place: placeOf('claims', code), witness: id, role: source.role, when, where, topic }
      const exact = passages.flatMap((passage) => words.get(passage) ?? [])
      return exact.length === 0 ? [{ ...told, words: null }] : exact.map((one) => ({ ...told, words: one }))
    }),
    ...passages.flatMap(({ id, code, text, exact }): readonly Told[] => {
      const written = textOf(text)
      const source = written && sourceOf(written.source)
      if (claimed.has(id) || source?.kind !== 'witness') return []
      const place = placeOf('passages', code)
      return [{ place, witness: source.id, words: exact, role: source.role, ...bare, topic: code }]
    }),
    ...investigation.texts.flatMap(({ id, code, source: of }): readonly Told[] => {
      const source = sourceOf(of)
      if (!given.has(id) || source?.kind !== 'witness') return []
      const place = placeOf('texts', code)
      return [{ place, witness: source.id, words: null, role: source.role, ...bare, topic: code }]
    }),
  ]
}
