import type { LedgerKey, SignedHeads } from '@corroborate/vault'

/** What signs the ledgers of a store. One process has it: two of them would not know what the other signed. */
export interface Signing {
  readonly key: LedgerKey
  /** What was signed last, chain by chain, outside the database. */
  readonly heads: SignedHeads
  /** Signatures wait for each other, so that the head that is kept never goes back to one that was read before. */
  readonly oneByOne: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
}

export function makeSigning(made: Pick<Signing, 'key' | 'heads'>): Signing {
  let waiting: Promise<unknown> = Promise.resolve()
  return {
    ...made,
    oneByOne: (work) => {
      const done = waiting.then(work)
      waiting = done.catch(() => undefined)
      return done
    },
  }
}
