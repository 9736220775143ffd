import { ok, refuse, type Outcome } from '@corroborate/base'
import {
  consistencyProof,
  hashAtOfTiles,
  rangeAt,
  rootOf,
  tilePath,
  trustCheckpoint,
  verifyConsistency,
  verifyTile,
  type HashAt,
  type Tile,
  type TreeHead,
  type VerifierKey,
} from '@corroborate/ledger'

/** How a ledger is read from outside. Null where there is nothing. */
export interface LedgerRead {
  readonly checkpoint: () => Promise<string | null>
  /** As the address itself gives it: to be compared with one that came another way. */
  readonly key: () => Promise<string | null>
  readonly tile: (path: string) => Promise<Uint8Array | null>
}

/** A head that was seen, with the note that says so. */
export interface Seen extends TreeHead {
  readonly note: string
}

export type WatchFault = 'not-there' | 'not-trusted' | 'shrunk' | 'fork' | 'wrong-tile'

/**
 * Looks at a ledger as a monitor does: its checkpoint is signed by the known key, its tree continues the one that was seen last, and the
 * tiles that show it have the root that is signed. Refusals are sentences for whoever watches.
 * @param known.last what was seen last, by this monitor or another; null at the first sight
 */
export async function lookAt(
  read: LedgerRead,
  known: { readonly key: VerifierKey; readonly last: TreeHead | null },
): Promise<Outcome<Seen, WatchFault>> {
  const note = await read.checkpoint()
  if (note === null) return refuse('not-there', 'There is no checkpoint at this address.')
  const seen = headOfNote(note, known.key)
  if (!seen.ok) return seen
  const fault = known.last && (await faultAfter(read, known.last, seen.value))
  return fault ?? seen
}

/** The head that a note says, when the known key has signed it. */
export function headOfNote(note: string, key: VerifierKey): Outcome<Seen, 'not-trusted'> {
  const trusted = trustCheckpoint(note, { logs: [key], witnesses: [], quorum: { kind: 'none' } })
  if (!trusted.ok) return refuse('not-trusted', `The checkpoint is not to be believed: ${trusted.detail}.`)
  const { size, root } = trusted.value.checkpoint
  return ok({ size, root, note })
}

async function faultAfter(read: LedgerRead, last: TreeHead, next: Seen) {
  if (next.size < last.size)
    return refuse<WatchFault>(
      'shrunk',
      `The ledger has shrunk: ${last.size} entries were signed, and now only ${next.size}. An older copy was put back, or the end was cut off.`,
    )
  const forked = refuse<WatchFault>(
    'fork',
    `The ledger has forked: the first ${last.size} entries are not those that were signed before. Keep both checkpoints: together they prove it.`,
  )
  if (next.size === last.size) return sameBytes(next.root, last.root) ? null : forked
  if (last.size === 0n) return null
  const tiles = new Tiles(read, Number(next.size))
  const asked = { earlier: Number(last.size), later: Number(next.size) }
  const proof = await tiles.reading((hashAt) => consistencyProof(asked, hashAt))
  const spoiled = await tiles.faultAgainst(next)
  if (spoiled !== null) return refuse<WatchFault>('wrong-tile', spoiled)
  if (!proof.ok) return refuse<WatchFault>('wrong-tile', `A tile of the ledger is missing: ${proof.detail}.`)
  return verifyConsistency({ earlier: last, later: next, proof: proof.value }).ok ? null : forked
}

/** The tiles that were read of a tree, each once. */
class Tiles {
  readonly #read: LedgerRead
  readonly #size: number
  readonly #held = new Map<string, { readonly tile: Tile; readonly bytes: Uint8Array | null }>()

  constructor(read: LedgerRead, size: number) {
    this.#read = read
    this.#size = size
  }

  /** Reckons with hashes out of tiles: what is missing is fetched, and it is reckoned again, until nothing is missing. */
  async reading<Answer>(reckon: (hashAt: HashAt) => Answer): Promise<Answer> {
    for (;;) {
      const missing = new Map<string, Tile>()
      const answer = reckon(
        hashAtOfTiles((tile) => {
          const held = this.#held.get(tilePath(tile))
          if (!held) missing.set(tilePath(tile), tile)
          return held?.bytes ?? null
        }, this.#size),
      )
      if (missing.size === 0) return answer
      for (const [path, tile] of missing) this.#held.set(path, { tile, bytes: await this.#read.tile(path) })
    }
  }

  /** Which of the tiles that were read is not the tree's own? In a sentence; null when all are. */
  async faultAgainst(head: TreeHead): Promise<string | null> {
    const range = await this.reading((hashAt) => rangeAt(this.#size, hashAt))
    if (!range.ok) return `A tile of the ledger is missing: ${range.detail}.`
    for (const [path, { tile, bytes }] of [...this.#held]) {
      if (bytes === null) continue
      const verified = await this.reading((hashAt) => verifyTile({ tile, bytes }, head, hashAt))
      if (!verified.ok) return `${path} is not what was signed: ${verified.detail}.`
    }
    return sameBytes(rootOf(range.value), head.root)
      ? null
      : 'The tiles do not have the root that was signed.'
  }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i])
}
