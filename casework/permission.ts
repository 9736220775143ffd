import type { MemberId } from '@corroborate/base'

/** What a member may be in one investigation. A member can be several of them at once. */
export type MemberRole =
  | 'researcher'
  | 'reviewer'
  | 'legal-adviser'
  | 'statistician'
  | 'publisher'
  | 'identity-custodian'
  | 'monitor'
  | 'family-liaison'
  | 'administrator'

/** In the order in which tables print them. */
export const MEMBER_ROLES: readonly [MemberRole, ...MemberRole[]] = [
  'researcher',
  'reviewer',
  'legal-adviser',
  'statistician',
  'publisher',
  'identity-custodian',
  'monitor',
  'family-liaison',
  'administrator',
]

/**
 * The roles that read what an investigation holds. An administrator keeps its membership and reads nothing; a monitor
 * reads what was handed over, and a family liaison answers families: neither reads the testimony.
 */
export const READING_ROLES: readonly [MemberRole, ...MemberRole[]] = [
  'researcher',
  'reviewer',
  'legal-adviser',
  'statistician',
  'publisher',
  'identity-custodian',
]

/**
 * Who may do an act.
 * A list of roles: who has one of them in the investigation that the act names; the operator counts as its administrator.
 * `administrator-anywhere`: who administers some investigation, whichever, and the operator: who is a member is a matter of the house.
 * `any-member`: whoever is enrolled. `anyone`: also who is not signed in yet.
 */
export type Permission =
  readonly [MemberRole, ...MemberRole[]] | 'administrator-anywhere' | 'any-member' | 'anyone'

/** The roles that a permission names; none where it does not ask for a role. */
export function rolesNamed(permission: Permission): readonly MemberRole[] {
  if (permission === 'administrator-anywhere') return ['administrator']
  return typeof permission === 'string' ? [] : permission
}

/** Does this permission admit somebody who has these roles in the place that the act is about? */
export function admits(
  permission: Permission,
  who: { readonly member: MemberId | 'operator' | null; readonly roles: readonly string[] },
): boolean {
  if (permission === 'anyone') return true
  if (who.member === null) return false
  const named = rolesNamed(permission)
  if (who.member === 'operator') return named.includes('administrator')
  return permission === 'any-member' || named.some((role) => who.roles.includes(role))
}

/** May somebody with these roles read what the investigation holds? */
export function readsContent(roles: readonly string[]): boolean {
  return READING_ROLES.some((role) => roles.includes(role))
}

/** A role by its name as it came from outside, or null. */
export function roleNamed(name: string): MemberRole | null {
  return MEMBER_ROLES.find((role) => role === name) ?? null
}
