import { ok, refuse, type Outcome } from '@corroborate/base'

/** The largest size that tlog and its kin write: 2^63 - 1. What comes from outside is read as bigint, so that nothing is rounded. */
export const LARGEST_SIZE = 2n ** 63n - 1n

export function isSize(size: bigint): boolean {
  return size >= 0n && size <= LARGEST_SIZE
}

/**
 * A size or an index as checkpoints and proofs write it: ASCII decimal digits, no sign, no zero in front, at most 2^63 - 1.
 * @see C2SP tlog-checkpoint v1.0.0, "Note text"
 */
export function readSize(text: string): Outcome<bigint, 'not-a-size'> {
  // The length is looked at first: a megabyte of digits is not made a number.
  if (text.length > 19 || !/^(?:0|[1-9][0-9]*)$/.test(text))
    return refuse(
      'not-a-size',
      `a size is written in digits without a zero in front, up to 2^63 - 1, found "${shown(text)}"`,
    )
  const size = BigInt(text)
  return isSize(size) ? ok(size) : refuse('not-a-size', `${text} is more than 2^63 - 1`)
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
