import fc from 'fast-check'
import {
  derivedId,
  digestOf,
  type ClaimId,
  type PassageId,
  type PlaceId,
  type SourceId,
  type TextId,
} from '@corroborate/base'
import type { Consent, Interview, OriginLink, Passage, Source, Text } from '@corroborate/testimony'
import type { Claim, Person, Place, Resolution, Unit } from '@corroborate/claims'
import { USUAL_THRESHOLDS, type Finding } from '@corroborate/findings'
import { resultText, type KeptRun, type PatternRequest } from '@corroborate/estimate'
import { smallListRequest, smallStudy } from '../../core/estimate/lists/testing/small-study.ts'
import { atLeastOne } from '../json.ts'
import { anyText, anyWords, day, orNull, texts, anyWhen, anyQuantity, anyPattern } from './any-values.ts'
import type { Investigation, Linkage, PersonList, Report, Sentence } from '@corroborate/report'

/**
 * Investigations that hang together (every reference meets something) and are otherwise as odd as the types allow: any
 * script, any punctuation, empty lists, open bounds. Invented throughout.
 */
export function investigations(): fc.Arbitrary<Investigation> {
  return fc
    .tuple(fc.uuid(), fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 6 }))
    .chain(([name, sources, texts, claims]) => investigation({ name, sources: sources + 1, texts, claims }))
}

interface Shape {
  readonly name: string
  readonly sources: number
  readonly texts: number
  readonly claims: number
}

function investigation(shape: Shape): fc.Arbitrary<Investigation> {
  const ids = idsOf(shape)
  const passages = ids.passages.length > 0
  const claims = passages ? ids.claims : []
  return fc.record({
    id: fc.constant(derivedId('investigation', shape.name)),
    code: fc.constant(shape.name),
    title: anyWords,
    notice: anyWords,
    nature: fc.constantFrom('public-record', 'invented', 'own'),
    thresholds: fc.constant(USUAL_THRESHOLDS),
    sources: fc.tuple(...ids.sources.map(source)),
    originLinks: links(ids.sources),
    interviews: fc.tuple(...ids.sources.slice(1).map(interview)),
    consents: fc.tuple(...ids.sources.map(consent)),
    places: fc.tuple(...ids.places.map(place)),
    persons: fc.tuple(person(shape.name)),
    units: fc.tuple(unit(shape.name)),
    lists: fc.tuple(list(shape.name)),
    linkages: fc.tuple(linkage(shape.name)),
    texts: fc.tuple(...ids.texts.map((id, i) => text(id, i, ids))),
    passages: fc.tuple(...ids.passages.map((id, i) => passage(id, i, ids))),
    claims: fc.tuple(...claims.map((id, i) => claim(id, i, ids))),
    resolutions: claims.length > 1 ? fc.tuple(resolution(claims)) : fc.constant([]),
    findings: fc.tuple(finding(shape.name, claims, ids.sources)),
    estimates: claims.length > 0 ? fc.tuple(estimate(shape.name, claims)) : fc.constant([]),
    runs: claims.length > 0 ? fc.tuple(keptRun(shape.name)) : fc.constant([]),
    reports: fc.tuple(report(shape.name, 'en', claims), report(shape.name, 'ar', claims)),
  })
}

interface Ids {
  readonly sources: readonly SourceId[]
  readonly texts: readonly TextId[]
  readonly passages: readonly PassageId[]
  readonly claims: readonly ClaimId[]
  readonly places: readonly PlaceId[]
}

function idsOf(shape: Shape): Ids {
  const some = (count: number) => Array.from({ length: count }, (_, i) => String(i))
  return {
    sources: some(shape.sources).map((i) => derivedId('source', shape.name, i)),
    texts: some(shape.texts).map((i) => derivedId('text', shape.name, i)),
    passages: some(shape.texts * 2).map((i) => derivedId('passage', shape.name, i)),
    claims: some(shape.claims).map((i) => derivedId('claim', shape.name, i)),
    places: some(3).map((i) => derivedId('place', shape.name, i)),
  }
}

function source(id: SourceId, i: number): fc.Arbitrary<Source> {
  return fc.record({
    id: fc.constant(id),
    code: fc.constant(`W${i}`),
    kind: fc.constantFrom('witness', 'document', 'media', 'physical'),
    role: fc.constantFrom('former-detainee', 'former-guard', 'judge', 'report', 'other'),
    title: anyWords,
    reliability: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    credibility: fc.constantFrom(1, 2, 3, 4, 5, 6),
  })
}

function links(sources: readonly SourceId[]): fc.Arbitrary<readonly OriginLink[]> {
  const one: fc.Arbitrary<OriginLink> = fc.record({
    from: fc.constantFrom(...sources),
    to: fc.constantFrom(...sources),
    kind: fc.constantFrom('told-by', 'derived-from', 'same-recording', 'same-household', 'joint-interview'),
    decision: fc.constantFrom('dependent', 'independent', 'undecided'),
    reason: orNull(anyText),
  })
  return fc.uniqueArray(one, {
    maxLength: 4,
    selector: (link) => `${link.from} ${link.to} ${link.kind}`,
  })
}

function interview(witness: SourceId, i: number): fc.Arbitrary<Interview> {
  return fc.record({
    id: fc.constant(derivedId('interview', witness)),
    code: fc.constant(`I${i}`),
    witness: fc.constant(witness),
    date: day,
    place: anyWords,
    remote: fc.boolean(),
    interviewer: anyText,
    interpreter: orNull(anyText),
    languages: texts,
    others: texts,
    priorAccounts: texts,
    distress: orNull(anyText),
    referralOffered: fc.boolean(),
    risk: fc.record({ before: anyText, after: anyText }),
  })
}

function consent(witness: SourceId): fc.Arbitrary<Consent> {
  return fc.record({
    id: fc.constant(derivedId('consent', witness)),
    witness: fc.constant(witness),
    version: fc.integer({ min: 1, max: 9 }),
    allows: fc.array(
      fc.record({
        purpose: fc.constantFrom('analysis', 'quotation', 'details'),
        recipient: fc.constantFrom('own-team', 'icc', 'public'),
      }),
      { maxLength: 3 },
    ),
    conceal: fc.subarray(['name', 'voice', 'face', 'place', 'family']),
    explainedBy: anyText,
    language: anyText,
    givenAt: day,
    withdrawnAt: orNull(day),
  })
}

/** Inner places first, so that a reference stands before what it refers to. */
function place(id: PlaceId, i: number, all: readonly PlaceId[]): fc.Arbitrary<Place> {
  return fc.record({
    id: fc.constant(id),
    code: fc.constant(`P${i}`),
    name: anyWords,
    kind: fc.constantFrom('country', 'facility', 'room'),
    within: fc.constant(all[i + 1] ?? null),
    aliases: texts,
  })
}

function person(name: string): fc.Arbitrary<Person> {
  return fc.record({
    id: fc.constant(derivedId('person', name)),
    code: anyText,
    name: anyWords,
    part: fc.constantFrom('alleged-perpetrator', 'official', 'victim', 'missing', 'other'),
  })
}

function unit(name: string): fc.Arbitrary<Unit> {
  return fc.record({
    id: fc.constant(derivedId('unit', name)),
    code: anyText,
    name: anyWords,
    active: orNull(anyWhen),
  })
}

function list(name: string): fc.Arbitrary<PersonList> {
  return fc.record({
    id: fc.constant(derivedId('list', name)),
    code: anyText,
    title: anyWords,
    holder: anyText,
    columns: texts,
    rows: fc.array(texts, { minLength: ROWS, maxLength: 5 }),
  })
}

/** As many rows as every list has at least. */
const ROWS = 2

function linkage(name: string): fc.Arbitrary<Linkage> {
  return fc.record({
    id: fc.constant(derivedId('linkage', name)),
    code: anyText,
    title: anyWords,
    madeBy: anyWords,
    links: fc.array(
      fc.record({
        list: fc.constant(derivedId('list', name)),
        row: fc.integer({ min: 1, max: ROWS }),
        person: anyText,
        draw: orNull(fc.integer({ min: 1, max: 9 })),
      }),
      { maxLength: 5 },
    ),
  })
}

function text(id: TextId, i: number, ids: Ids): fc.Arbitrary<Text> {
  return fc
    .record({
      id: fc.constant(id),
      code: fc.constant(`T${i}`),
      source: fc.constantFrom(...ids.sources),
      title: anyWords,
      language: fc.constantFrom('en', 'ar', 'ar-SY'),
      kind: fc.constantFrom('transcript', 'summary', 'translation'),
      translationOf: fc.constant(i % 2 === 1 ? (ids.texts[i + 1] ?? null) : null),
      version: fc.integer({ min: 1, max: 9 }),
      content: anyText,
      turns: fc.array(fc.record({ speaker: anyText, start: fc.nat(), end: fc.nat() }), { maxLength: 3 }),
    })
    .map((made) => ({ ...made, sha256: digestOf(made.content) }))
}

function passage(id: PassageId, i: number, ids: Ids): fc.Arbitrary<Passage> {
  return fc.record({
    id: fc.constant(id),
    code: anyText,
    text: fc.constantFrom(...ids.texts),
    sha256: fc.constant(digestOf(String(i))),
    start: fc.nat(),
    end: fc.nat(),
    exact: anyText,
    prefix: anyText,
    suffix: anyText,
  })
}

function claim(id: ClaimId, i: number, ids: Ids): fc.Arbitrary<Claim> {
  return fc.record({
    id: fc.constant(id),
    code: fc.constant(`C${i}`),
    source: fc.constantFrom(...ids.sources),
    passages: fc.shuffledSubarray([...ids.passages], { minLength: 1 }).map(atLeastOne),
    mode: fc.constantFrom('incident', 'pattern', 'state', 'attribution', 'negative'),
    topic: fc.constantFrom('group-size', 'window', 'زمن'),
    proposition: anyWords,
    roles: fc.array(
      fc.record({
        part: fc.constantFrom('perpetrator', 'victim'),
        who: anyWords,
        register: orNull(anyText),
      }),
      { maxLength: 2 },
    ),
    when: orNull(anyWhen),
    place: orNull(fc.constantFrom(...ids.places)),
    quantity: orNull(anyQuantity),
    pattern: orNull(anyPattern),
    basis: fc.record({
      kind: fc.constantFrom('took-part', 'saw', 'heard', 'told-by', 'document', 'expert'),
      chain: fc.subarray([...ids.sources]),
      vantage: orNull(anyText),
    }),
    certainty: fc.constantFrom('certain', 'thinks', 'guesses', 'reports-without-view'),
    polarity: fc.constantFrom('affirmed', 'denied', 'does-not-know'),
    coder: anyText,
    secondCoder: orNull(anyText),
    status: fc.constantFrom('accepted', 'conflict', 'work-needed'),
  })
}

function resolution(claims: readonly ClaimId[]): fc.Arbitrary<Resolution> {
  const [first, ...more] = atLeastOne(claims)
  return fc.record({
    claims: fc.constant<[ClaimId, ClaimId]>([more.at(-1) ?? first, first]),
    prefers: orNull(fc.constantFrom(...claims)),
    by: anyText,
    reason: anyText,
  })
}

function finding(
  name: string,
  claims: readonly ClaimId[],
  sources: readonly SourceId[],
): fc.Arbitrary<Finding> {
  return fc.record({
    id: fc.constant(derivedId('finding', name)),
    code: fc.constant('F1'),
    kind: fc.oneof(
      fc.record({ kind: fc.constantFrom('incident', 'pattern', 'state', 'quantity') }),
      fc.record({
        kind: fc.constant('attribution'),
        to: fc.constantFrom(...sources),
        beneath: anyWords,
      }),
    ),
    proposition: anyWords,
    claimsFor: fc.shuffledSubarray([...claims]),
    claimsAgainst: fc.shuffledSubarray([...claims]).chain((against) =>
      fc.tuple(
        ...against.map((contrary) =>
          fc.record({
            claim: fc.constant(contrary),
            dismissed: orNull(fc.record({ by: anyText, reason: anyText })),
          }),
        ),
      ),
    ),
    standardOfProof: orNull(fc.constantFrom('reasonable-grounds', 'beyond-reasonable-doubt')),
    reasons: orNull(anyWords),
    signer: orNull(anyText),
    version: fc.integer({ min: 1, max: 9 }),
    elements: texts,
  })
}

function estimate(name: string, claims: readonly ClaimId[]): fc.Arbitrary<PatternRequest> {
  const one = fc.constantFrom(...claims)
  const weeks = fc.constantFrom('calendar', 'four-per-month', 'named-days')
  const reading = fc.oneof(
    fc.record({ weeks, rate: fc.constantFrom('ends', 'mean') }),
    fc.record({ weeks, rate: fc.constant('mixture'), share: fc.constantFrom(0, 0.25, 0.5, 1) }),
  )
  return fc.record({
    id: fc.constant(derivedId('estimate', name)),
    code: fc.constant('E1'),
    question: anyWords,
    unit: anyWords,
    periods: fc.tuple(fc.record({ code: anyText, window: one, rate: one, size: one, reading })),
    rounding: fc.oneof(
      fc.record({ kind: fc.constant('none') }),
      fc.record({ kind: fc.constant('down-to'), unit: fc.integer({ min: 1, max: 9_999 }) }),
    ),
    assumptions: fc.tuple(fc.record({ code: anyText, words: anyWords })),
    alternatives: fc.array(fc.record({ code: anyText, words: anyWords, reading }), { maxLength: 2 }),
    checks: fc.array(fc.record({ claim: one, bound: fc.constantFrom('min', 'max') }), { maxLength: 2 }),
  })
}

function keptRun(name: string): fc.Arbitrary<KeptRun> {
  const result = { kind: 'lists', study: smallStudy() } as const
  return fc.record({
    id: fc.constant(derivedId('run', name)),
    estimate: fc.constant(derivedId('estimate', name)),
    version: fc.integer({ min: 1, max: 9 }),
    request: fc.constant(smallListRequest({ id: derivedId('estimate', name) })),
    inputs: anyText,
    seed: anyText,
    software: anyText,
    repeats: fc.constant(null),
    askedBy: anyText,
    askedAt: anyText,
    endedAt: anyText,
    result: fc.constant(result),
    sha256: fc.constant(digestOf(resultText(result))),
  })
}

function report(name: string, locale: 'en' | 'ar', claims: readonly ClaimId[]): fc.Arbitrary<Report> {
  const at = orNull(fc.record({ file: anyText, line: fc.nat() }))
  const sentence: fc.Arbitrary<Sentence> = fc.record({
    parts: fc.tuple(fc.record({ kind: fc.constant('words'), text: anyText })),
    grounds: fc.constant(claims.map((id) => ({ kind: 'claim', claim: id }) as const)),
    own: fc.boolean(),
    at,
  })
  return fc.record({
    id: fc.constant(derivedId('report', name, locale)),
    code: fc.constant('R1'),
    locale: fc.constant(locale),
    title: anyText,
    subtitle: orNull(anyText),
    authors: texts,
    dated: day,
    blocks: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('heading'), level: fc.constantFrom(2, 3), text: anyText, at }),
        fc.record({ kind: fc.constant('paragraph'), sentences: fc.array(sentence, { maxLength: 3 }), at }),
      ),
      { maxLength: 3 },
    ),
  })
}
