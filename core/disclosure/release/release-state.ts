import { blocks, type FlagTally } from './flag.ts'

/** A check as somebody stated it, and whether somebody else let go what it stopped. */
export interface CheckStated {
  /** The digest of what was checked. */
  readonly content: string
  readonly flags: readonly FlagTally[]
  readonly approvedBy: string | null
}

/**
 * How far something is on its way out: nobody has stated a check of it as it now reads; the latest check stops it and nobody else has let it go;
 * or nothing stands against it any more.
 * @param stated the latest first
 */
export function releaseState(
  stated: readonly CheckStated[],
  content: string,
): 'not-checked' | 'stopped' | 'released' {
  const latest = stated.find((one) => one.content === content)
  if (latest === undefined) return 'not-checked'
  return latest.flags.some(blocks) && latest.approvedBy === null ? 'stopped' : 'released'
}
