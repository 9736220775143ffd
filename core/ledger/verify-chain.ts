import { ok, refuse, type Outcome } from '@corroborate/base'
import { commit, type Content } from './commitment.ts'
import { hashOf, NO_ENTRY, type Entry, type Head } from './entry.ts'

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

type Stream<Item> = Iterable<Item> | AsyncIterable<Item>

/**
 * Whether a chain is whole and its contents are those that were committed to. Reads each once, in order, and holds none.
 * A content may be missing (erased with its salt): the chain still verifies. A missing tail cannot be seen from inside:
 * compare the head with one that was kept elsewhere.
 * @param entries from the first one
 * @param contents in the order of their sequence
 */
export async function verifyChain(
  entries: Stream<Entry>,
  contents: Stream<HeldContent> = [],
): Promise<Outcome<Verified, ChainFault>> {
  const held = new Contents(contents)
  const clockBack: number[] = []
  let last: Entry | null = null
  for await (const entry of entries) {
    const fault = linkFault(last, entry) ?? (await held.faultOf(entry))
    if (fault) return fault
    if (last && entry.time < last.time) clockBack.push(entry.sequence)
    last = entry
  }
  const rest = await held.next()
  if (rest) return refuse('wrong-commitment', `content ${rest.sequence} belongs to no entry`)
  const head = last && { sequence: last.sequence, hash: last.hash }
  return ok({ head, count: head?.sequence ?? 0, contents: held.agreed, clockBack })
}

function linkFault(last: Entry | null, entry: Entry) {
  const due = (last?.sequence ?? 0) + 1
  if (entry.sequence !== due)
    return refuse('gap', `entry ${due} was expected and entry ${entry.sequence} was found`)
  if (entry.previous !== (last?.hash ?? NO_ENTRY))
    return refuse(
      'broken-link',
      `entry ${due} does not continue entry ${due - 1}: one of the two was changed`,
    )
  if (entry.hash !== orNull(() => hashOf(entry)))
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
