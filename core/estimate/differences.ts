import { canonicalJson, type Json } from '@corroborate/base'

/** One place where two values differ: its path, and what stands there in each; null where one of them has nothing. */
export interface Difference {
  /** `verdict.interval.min`; places in a list are counted from 0. */
  readonly path: string
  readonly before: Json
  readonly after: Json
}

/** More than this, and nobody reads them one by one. */
export const MOST_DIFFERENCES = 200

/**
 * Where two values differ, each place by its path, in the order of the keys; the first 200.
 * Lists are compared place by place, and one that grew differs in its new places.
 */
export function differencesOf(before: Json, after: Json): readonly Difference[] {
  const found: Difference[] = []
  compare(found, '', before, after)
  return found
}

function compare(found: Difference[], path: string, before: Json, after: Json): void {
  if (found.length >= MOST_DIFFERENCES) return
  const [one, other] = [membersOf(before), membersOf(after)]
  if (one === null || other === null || Array.isArray(before) !== Array.isArray(after)) {
    if (canonicalJson(before) !== canonicalJson(after)) found.push({ path, before, after })
    return
  }
  const list = Array.isArray(before)
  for (const key of keysOf(one, other, list))
    compare(found, stepTo(path, key, list), one.get(key) ?? null, other.get(key) ?? null)
}

/** A list's places in their order, an object's keys in that of their letters. */
function keysOf(
  one: ReadonlyMap<string, Json>,
  other: ReadonlyMap<string, Json>,
  list: boolean,
): readonly string[] {
  const keys = [...new Set([...one.keys(), ...other.keys()])]
  return list ? keys : keys.sort()
}

function stepTo(path: string, key: string, list: boolean): string {
  if (list) return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}

function membersOf(value: Json): ReadonlyMap<string, Json> | null {
  if (value === null || typeof value !== 'object') return null
  const members: (readonly [string, Json | undefined])[] = Object.entries(value)
  return new Map(members.map(([key, member]) => [key, member ?? null]))
}
