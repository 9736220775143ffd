/** Milliseconds without a key pressed before what was typed is kept. */
const AFTER = 400

/** Keeps the newest of what was typed, and nothing once it was dropped. */
export interface DraftKeeper {
  readonly keep: (typed: string) => void
  /** Does at once what would be done later. */
  readonly flush: () => void
  readonly drop: () => void
}

interface KeeperGiven {
  readonly seal: (typed: string) => Promise<string>
  readonly write: (sealed: string) => void
}

/** Sealing takes a moment: what was sealed is written only where nothing newer was typed meanwhile and it was not dropped. */
export function makeDraftKeeper({ seal, write }: KeeperGiven): DraftKeeper {
  let waiting: { readonly typed: string; readonly timer: ReturnType<typeof setTimeout> } | null = null
  let newest = 0
  const stop = () => {
    const typed = waiting?.typed ?? null
    clearTimeout(waiting?.timer)
    waiting = null
    return typed
  }
  const sealNow = async (typed: string) => {
    const turn = ++newest
    const sealed = await seal(typed)
    if (turn === newest) write(sealed)
  }
  const flush = () => {
    const typed = stop()
    if (typed !== null) void sealNow(typed)
  }
  return {
    keep: (typed) => {
      stop()
      waiting = { typed, timer: setTimeout(flush, AFTER) }
    },
    flush,
    drop: () => {
      stop()
      newest++
    },
  }
}
