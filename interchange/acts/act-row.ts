import type { ActsRead, ClaimToBe } from './read-acts.ts'

/** One row of acts, as it was read: what it would claim, its words, and the digest by which it is known again. */
export interface ActRow extends Pick<ClaimToBe, 'topic' | 'proposition' | 'roles' | 'when' | 'words'> {
  /** The number that it has in its database. */
  readonly row: string
  readonly sha256: string
}

/** What is taken in of the rows: numbers of people, and never their names. */
export function actRows({ claims, made }: ActsRead): readonly ActRow[] {
  return claims.map(({ row, topic, proposition, roles, when, words }, i) => ({
    ...{ row, topic, proposition, roles, when, words, sha256: made[i]?.sha256 ?? '' },
  }))
}
