import type { PlaceId } from '@corroborate/base'
import type { Person, Place as PlaceEntry, Unit } from '@corroborate/claims'
import type { Consent, Interview, OriginLink, Purpose, Source } from '@corroborate/testimony'
import { PURPOSES } from '@corroborate/testimony'
import { entries, idOf, openLists, refer, wrong, type Located, type Opened, type Reading } from './reading.ts'
import {
  consentShape,
  interviewShape,
  originLinkShape,
  personShape,
  placeShape,
  sourceShape,
  unitShape,
} from './record-shapes.ts'
import { maybeWhen } from './time.ts'

export const REGISTER_FILES = {
  'sources.yaml': {
    sources: { kind: 'source', required: true },
    'origin-links': { kind: null, required: false },
  },
  'registers.yaml': {
    places: { kind: 'place', required: false },
    persons: { kind: 'person', required: false },
    units: { kind: 'unit', required: false },
  },
  'interviews.yaml': {
    interviews: { kind: 'interview', required: false },
    consents: { kind: null, required: false },
  },
} as const

export function openRegisters(reading: Reading): Opened {
  const opened = Object.entries(REGISTER_FILES).flatMap(([file, lists]) => [
    ...openLists(reading, file, lists),
  ])
  return new Map(opened)
}

export function readSources(reading: Reading, opened: Opened): readonly Source[] {
  return entries(reading, sourceShape, opened.get('sources')).map(({ value }) => ({
    id: idOf(reading, 'source', value.code),
    ...value,
  }))
}

export function readOriginLinks(reading: Reading, opened: Opened): readonly OriginLink[] {
  return entries(reading, originLinkShape, opened.get('origin-links')).map(({ value, placeOf }) => ({
    from: refer(reading, 'source', { code: value.from, place: () => placeOf(['from']) }),
    to: refer(reading, 'source', { code: value.to, place: () => placeOf(['to']) }),
    kind: value.kind,
    decision: value.decision ?? (isForAPerson(value.kind) ? 'undecided' : 'dependent'),
    reason: value.reason ?? null,
  }))
}

function isForAPerson(kind: OriginLink['kind']): boolean {
  return kind === 'same-household' || kind === 'joint-interview'
}

export function readPlaces(reading: Reading, opened: Opened): readonly PlaceEntry[] {
  const found = entries(reading, placeShape, opened.get('places'))
  const places = found.map(({ value, placeOf }) => ({
    id: idOf(reading, 'place', value.code),
    code: value.code,
    name: value.name,
    kind: value.kind,
    within: value.within
      ? refer(reading, 'place', { code: value.within, place: () => placeOf(['within']) })
      : null,
    aliases: value.aliases ?? [],
  }))
  const within = new Map(places.map((place) => [place.id, place.within]))
  found.forEach(({ value, placeOf }, index) => {
    const id = places[index]?.id
    if (id && goesRound(within, id))
      wrong(reading, placeOf(['within']), {
        expected: 'places that are not within themselves',
        found: `“${value.within ?? ''}”`,
      })
  })
  return places
}

function goesRound(within: ReadonlyMap<PlaceId, PlaceId | null>, start: PlaceId): boolean {
  const passed = new Set<PlaceId>()
  for (let at = within.get(start) ?? null; at !== null && !passed.has(at); at = within.get(at) ?? null) {
    if (at === start) return true
    passed.add(at)
  }
  return false
}

export function readPersons(reading: Reading, opened: Opened): readonly Person[] {
  return entries(reading, personShape, opened.get('persons')).map(({ value }) => ({
    id: idOf(reading, 'person', value.code),
    ...value,
  }))
}

export function readUnits(reading: Reading, opened: Opened): readonly Unit[] {
  return entries(reading, unitShape, opened.get('units')).map(({ value, placeOf }) => ({
    id: idOf(reading, 'unit', value.code),
    code: value.code,
    name: value.name,
    active: maybeWhen(reading, value.active, () => placeOf(['active'])),
  }))
}

export function readInterviews(
  reading: Reading,
  opened: Opened,
  sources: readonly Source[],
): readonly Interview[] {
  return entries(reading, interviewShape, opened.get('interviews')).map((found) => {
    const { value } = found
    return {
      id: idOf(reading, 'interview', value.code),
      code: value.code,
      witness: witnessOf(reading, found, sources),
      date: value.date,
      place: value.place,
      remote: value.remote,
      interviewer: value.interviewer,
      interpreter: value.interpreter ?? null,
      languages: value.languages,
      others: value.others ?? [],
      priorAccounts: value['prior-accounts'] ?? [],
      distress: value.distress ?? null,
      referralOffered: value['referral-offered'],
      ...(value.risk === undefined ? {} : { risk: value.risk }),
    }
  })
}

export function readConsents(
  reading: Reading,
  opened: Opened,
  sources: readonly Source[],
): readonly Consent[] {
  const versions = new Set<string>()
  return entries(reading, consentShape, opened.get('consents')).map((found) => {
    const { value, placeOf } = found
    const version = `${value.witness} ${value.version}`
    if (versions.has(version))
      wrong(reading, placeOf(['version']), {
        expected: `each version of the consent of ${value.witness} once`,
        found: `version ${value.version} a second time`,
      })
    versions.add(version)
    return {
      id: idOf(reading, 'consent', value.witness, String(value.version)),
      witness: witnessOf(reading, found, sources),
      version: value.version,
      allows: PURPOSES.flatMap((purpose) => allowed(value.allows, purpose)),
      conceal: value.conceal ?? [],
      explainedBy: value['explained-by'],
      language: value.language,
      givenAt: value['given-at'],
      withdrawnAt: value['withdrawn-at'] ?? null,
    }
  })
}

type Allows = Partial<Record<Purpose, Consent['allows'][number]['recipient'][] | undefined>>

function allowed(allows: Allows, purpose: Purpose): Consent['allows'] {
  return (allows[purpose] ?? []).map((recipient) => ({ purpose, recipient }))
}

/** A source that is a person; anything else cannot be interviewed or consent. */
function witnessOf(
  reading: Reading,
  { value, placeOf }: Located<{ readonly witness: string }>,
  sources: readonly Source[],
): Source['id'] {
  const place = () => placeOf(['witness'])
  const id = refer(reading, 'source', { code: value.witness, place })
  const source = sources.find((one) => one.id === id)
  if (source && source.kind !== 'witness')
    wrong(reading, place(), {
      expected: 'a source of kind witness',
      found: `“${source.code}”, of kind ${source.kind}`,
    })
  return id
}
