import type { MemberId } from '@corroborate/base'
import type { Desk } from './desk.ts'
import { signature } from './name-record.ts'
import { instant } from './time.ts'

/** Who marks and codes. */
export const CODERS = ['researcher', 'reviewer'] as const

/** Whoever codes at this desk, by id and by name, and when. Throws when nobody of the team does: the act let them through. */
export async function coderAt(
  desk: Desk,
): Promise<{ readonly coder: MemberId; readonly by: string; readonly at: string }> {
  const { member } = desk
  if (member === null || member === 'operator') throw new Error('an act was let through that no member does')
  return { coder: member, by: await signature(desk), at: instant(desk.clock()) }
}
