import { refuse, type Refusal } from '@corroborate/base'

/** One version of something that only ever grows. */
export interface SeenVersion {
  readonly version: number
  readonly digest: string
}

/** The newest version of each place that this browser has verified. */
export interface Seen {
  readonly of: (place: string) => SeenVersion | null
  readonly note: (place: string, version: SeenVersion) => void
}

/** What this browser has seen as this member. It tells of versions and digests, and of no content. */
export function seenIn(storage: Pick<Storage, 'getItem' | 'setItem'>, member: string): Seen {
  const name = (place: string) => `corroborate.seen.${member}.${place}`
  const of = (place: string) => versionIn(storage.getItem(name(place)) ?? '')
  return {
    of,
    note: (place, { version, digest }) => {
      if (version > (of(place)?.version ?? 0)) storage.setItem(name(place), `${version} ${digest}`)
    },
  }
}

/**
 * Why a history is not the one that was seen before: it has fewer versions now, or another one in the same place. Null when it goes on
 * from there, or nothing was seen yet.
 */
export function faultOfHistory(
  seen: SeenVersion | null,
  shown: readonly SeenVersion[],
): Refusal<'lower-version' | 'other-version'> | null {
  if (seen === null) return null
  const newest = shown.at(-1)?.version ?? 0
  if (newest < seen.version)
    return refuse('lower-version', `version ${newest} is shown, and version ${seen.version} was seen before`)
  return shown.some(({ version, digest }) => version === seen.version && digest === seen.digest)
    ? null
    : refuse('other-version', `version ${seen.version} is another than the one that was seen`)
}

export const placeOfCard = (member: string) => `card ${member}`
export const placeOfCustodians = (investigation: string) => `custodians ${investigation}`
export const placeOfValue = (record: string, field: string) => `sealed ${record} ${field}`

function versionIn(kept: string): SeenVersion | null {
  const [, version, digest] = /^([1-9]\d{0,6}) ([0-9a-f]{64})$/.exec(kept) ?? []
  return version === undefined || digest === undefined ? null : { version: Number(version), digest }
}
