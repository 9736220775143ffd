import { derivedId, type Id } from '@corroborate/base'
import { CODE } from './world/seed.ts'

/** The id that a code of this investigation has on every machine, as an investigation folder derives it. */
export function idOf<Kind extends string>(kind: Kind, ...names: readonly string[]): Id<Kind> {
  return derivedId(kind, CODE, ...names)
}
