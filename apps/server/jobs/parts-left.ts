import type { PairTask, ScoredParts } from '@corroborate/linkage'

/** What threads share that score the pairs of one linkage: the task, and the number of the next part that nobody has taken. */
export interface PartsGiven {
  readonly task: PairTask
  readonly next: Int32Array
}

/** What a thread tells the one that started it: how many pairs a part had that is done, and at last what came of its parts. */
export type PartsTold =
  | { readonly kind: 'pairs'; readonly pairs: number }
  | { readonly kind: 'scored'; readonly scored: ScoredParts }

/** Takes the next part that nobody has, until none is left: no thread waits for a slower one. */
export function* partsLeft({ task, next }: PartsGiven): Generator<PairTask['parts'][number]> {
  for (;;) {
    const part = task.parts[Atomics.add(next, 0, 1)]
    if (part === undefined) return
    yield part
  }
}
