import type { Range } from '@corroborate/base'

/** Far below half a person, far above what a sum of products can be off by in binary floating point. */
export const HAIR = 1e-6

/** A part of a person is rounded outwards, so that the result holds everything that the claims allow. */
export function wholePeople(range: Range): Range {
  return { min: Math.floor(range.min + HAIR), max: Math.ceil(range.max - HAIR) }
}
