import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

declare const brand: unique symbol

/** An id that only fits its own kind: a function that wants a claim does not accept a finding. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type InvestigationId = Id<'investigation'>
export type MemberId = Id<'member'>
export type SourceId = Id<'source'>
export type InterviewId = Id<'interview'>
export type ConsentId = Id<'consent'>
export type TextId = Id<'text'>
export type PassageId = Id<'passage'>
export type ClaimId = Id<'claim'>
export type CodeId = Id<'code'>
export type FindingId = Id<'finding'>
export type EstimateId = Id<'estimate'>
export type RunId = Id<'run'>
export type PlaceId = Id<'place'>
export type PersonId = Id<'person'>
export type UnitId = Id<'unit'>
export type ListId = Id<'list'>
export type LinkageId = Id<'linkage'>
/** A run of a linkage over lists. */
export type LinkageRunId = Id<'linkage-run'>
export type RecordId = Id<'record'>
export type ExhibitId = Id<'exhibit'>
/** One file of an exhibit: its evidentiary copy, or a working copy. */
export type ExhibitFileId = Id<'exhibit-file'>
export type CustodyEventId = Id<'custody-event'>
export type ReportId = Id<'report'>
/** A request to open what is sealed. */
export type OpeningId = Id<'opening'>
/** A report let go although its check stops it. */
export type ReleaseId = Id<'release'>
/** What is to be asked of a witness, before they are heard. */
export type PlanId = Id<'plan'>
export type TaskId = Id<'task'>
/** A search that a member keeps. */
export type SavedSearchId = Id<'saved-search'>
/** An event to which elements of crimes are held. */
export type IncidentId = Id<'incident'>
/** The root a source goes back to: the source itself, or the one it depends on, however far back. */
export type OriginId = Id<'origin'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** An id that came from outside, or null when it cannot be one of ours (UUID version 7, or 8 for derived ones). */
export function parseId<Kind extends string>(text: string): Id<Kind> | null {
  return UUID.test(text) ? (text as Id<Kind>) : null
}

/**
 * A new id: UUID version 7, so that ids sort by the time they were made.
 * @param made milliseconds since 1970 and ten random bytes; the core has neither clock nor dice of its own
 * @see RFC 9562, section 5.7
 */
export function newId<Kind extends string>(made: {
  readonly at: number
  readonly random: Uint8Array
}): Id<Kind> {
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(made.at / 2 ** (8 * (5 - i))) & 0xff
  bytes.set(made.random.subarray(0, 10), 6)
  return asUuid(bytes, 7) as Id<Kind>
}

/**
 * The id of something that is named in an investigation folder: the same names give the same id on every machine,
 * so that importing a folder in two places makes one investigation and not two.
 * @see RFC 9562, section 5.8 (version 8: the first 128 bits of a SHA-256)
 */
export function derivedId<Kind extends string>(kind: Kind, ...names: readonly string[]): Id<Kind> {
  const digest = sha256(utf8ToBytes(JSON.stringify([kind, ...names])))
  return asUuid(digest.slice(0, 16), 8) as Id<Kind>
}

/** The origin that a source is when it depends on nobody else. */
export function originOf(source: SourceId): OriginId {
  return source as string as OriginId
}

function asUuid(bytes: Uint8Array, version: 7 | 8): string {
  const marked = Uint8Array.from(bytes)
  marked[6] = ((marked[6] ?? 0) & 0x0f) | (version << 4)
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
