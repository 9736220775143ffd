import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import { commit, type Content } from './commitment.ts'
import { hashOf, NO_ENTRY, type Entry, type Head } from './entry.ts'
import { SHA_256_IN_SCRIPT, type Sha256 } from './sha256.ts'

/** The content of one entry, where it has not been erased. */
export interface HeldContent extends Content {
  readonly sequence: number
}

export interface Verified {
  /** The last entry: what an outsider must hold to notice a cut tail. Null when the chain is empty. */
  readonly head: Head | null
  readonly count: number
  /** How many contents were held and agree with their commitments; the others are erased or were not asked about. */
  readonly contents: number
  /** Entries whose clock stood before that of the entry ahead of them. No forgery by itself: clocks are set back. */
  readonly clockBack: readonly number[]
}

export type ChainFault = 'gap' | 'broken-link' | 'wrong-hash' | 'wrong-commitment'

export type Stream<Item> = Iterable<Item> | AsyncIterable<Item>

/**
 * Whether a chain is whole and its contents are those that were committed to. Reads each once, in order, and holds none.
 * A content may be missing (erased with its salt): the chain still verifies. A missing tail cannot be seen from inside:
 * compare the head with one that was kept elsewhere, or use `verifyLedger` with a signed checkpoint.
 * @param entries from the first one
 * @param contents in the order of their sequence
 */
export function verifyChain(
  entries: Stream<Entry>,
  contents: Stream<HeldContent> = [],
  sha256: Sha256 = SHA_256_IN_SCRIPT,
): Promise<Outcome<Verified, ChainFault>> {
  return walkChain({ entries, contents, sha256, check: () => null })
}

/** Walks a chain, and looks at each entry that is in order with one more check. */
export async function walkChain<Fault extends string>(chain: {
  readonly entries: Stream<Entry>
  readonly contents: Stream<HeldContent> | null
  readonly sha256: Sha256
  readonly check: (entry: Entry) => Refusal<Fault> | null
}): Promise<Outcome<Verified, ChainFault | Fault>> {
  const held = chain.contents && new Contents(chain.contents)
  const clockBack: number[] = []
  let last: Entry | null = null
  const inOrder = (entry: Entry) => {
    const fault = linkFault(last, entry, chain.sha256) ?? chain.check(entry)
    if (last && entry.time < last.time) clockBack.push(entry.sequence)
    last = entry
    return fault
  }
  const fault = await firstFault<Entry, ChainFault | Fault>(
    chain.entries,
    (entry) => inOrder(entry) ?? held?.faultOf(entry) ?? null,
  )
  if (fault) return fault
  const rest = await held?.next()
  if (rest) return refuse('wrong-commitment', `content ${rest.sequence} belongs to no entry`)
  const head = headOf(last)
  return ok({ head, count: head?.sequence ?? 0, contents: held?.agreed ?? 0, clockBack })
}

function headOf(last: Entry | null): Head | null {
  return last && { sequence: last.sequence, hash: last.hash }
}

/** The first fault in a stream. Waits only where there is something to wait for: a million waits cost more than the hashes. */
async function firstFault<Item, Reason extends string>(
  stream: Stream<Item>,
  faultOf: (item: Item) => Refusal<Reason> | null | Promise<Refusal<Reason> | null>,
): Promise<Refusal<Reason> | null> {
  if (!(Symbol.iterator in stream)) {
    for await (const item of stream) {
      const fault = await faultOf(item)
      if (fault) return fault
    }
    return null
  }
  for (const item of stream) {
    const found = faultOf(item)
    const fault = found instanceof Promise ? await found : found
    if (fault) return fault
  }
  return null
}

function linkFault(last: Entry | null, entry: Entry, sha256: Sha256) {
  const due = (last?.sequence ?? 0) + 1
  if (entry.sequence !== due)
    return refuse('gap', `entry ${due} was expected and entry ${entry.sequence} was found`)
  if (entry.previous !== (last?.hash ?? NO_ENTRY))
    return refuse(
      'broken-link',
      `entry ${due} does not continue entry ${due - 1}: one of the two was changed`,
    )
  if (entry.hash !== orNull(() => hashOf(entry, sha256)))
    return refuse('wrong-hash', `entry ${due} is not what was hashed when it was written`)
  return null
}

/** The contents, walked beside the entries. */
class Contents {
  agreed = 0
  readonly #stream: AsyncIterator<HeldContent>
  #ahead: HeldContent | null = null

  constructor(contents: Stream<HeldContent>) {
    this.#stream = oneByOne(contents)
  }

  async next(): Promise<HeldContent | null> {
    if (this.#ahead) return this.#ahead
    const step = await this.#stream.next()
    this.#ahead = step.done ? null : step.value
    return this.#ahead
  }

  async faultOf(entry: Entry) {
    const content = await this.next()
    if (!content || content.sequence > entry.sequence) return null
    this.#ahead = null
    if (content.sequence < entry.sequence)
      return refuse('wrong-commitment', `content ${content.sequence} is out of order or there twice`)
    if (orNull(() => commit(content.content, content.salt)) !== entry.commitment)
      return refuse('wrong-commitment', `the content of entry ${entry.sequence} is not what was committed to`)
    this.agreed++
    return null
  }
}

async function* oneByOne(contents: Stream<HeldContent>): AsyncGenerator<HeldContent> {
  yield* contents
}

/** Null where the writer would have thrown (a salt of another length, a lone surrogate): it cannot have written this. */
function orNull(compute: () => string): string | null {
  try {
    return compute()
  } catch {
    return null
  }
}
