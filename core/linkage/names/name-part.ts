import type { Particle } from './particles.ts'
import type { Script } from './script-of.ts'

/** Which place in the chain of names a part has. */
export const ROLES = ['given', 'father', 'grandfather', 'ancestor', 'family'] as const
export type Role = (typeof ROLES)[number]

/** One name of a person's names, compounds in one: عبد الرحمن is one part. */
export interface NamePart {
  /** As it is compared: normalised, compounds joined, article and links left out. */
  readonly text: string
  readonly script: Script
  readonly particles: readonly Particle[]
  /** Whether lam and alef were turned back in it. */
  readonly repaired: boolean
}

export interface RolePart extends NamePart {
  readonly role: Role
}

/**
 * Roles by the number of parts: the first is the given name; the last of two or more the family name; between them father, grandfather, and beyond
 * them ancestors. An assumption about how lists are written in Arab countries, and wrong for lists that put the family name first.
 */
export function roleAt(at: number, parts: number): Role {
  if (at === 0) return 'given'
  if (at === parts - 1) return 'family'
  return at === 1 ? 'father' : at === 2 ? 'grandfather' : 'ancestor'
}
