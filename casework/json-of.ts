import type { Json } from '@corroborate/base'

/** Plain data as JSON, for the ledger to commit to. Throws on what is no data (a function, a symbol): a bug of the caller. */
export function jsonOf(value: unknown): Json {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map((item: unknown) => jsonOf(item))
  if (typeof value !== 'object') throw new Error(`not data: ${typeof value}`)
  const members: (readonly [string, unknown])[] = Object.entries(value)
  return Object.fromEntries(members.map(([key, member]) => [key, jsonOf(member)]))
}
