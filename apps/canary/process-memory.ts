import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

const PIECE = 1024 * 1024
/** Pieces overlap by more than the longest form of a name, so that none is cut in two. */
const OVERLAP = 4096
const NOTHING = Buffer.alloc(PIECE)

/**
 * All that a process has in memory and may have written there, as whoever dumps it gets it, piece by piece; each is to be looked at before
 * the next is asked for. Null where this system does not let one process read another's (`/proc/PID/mem` of Linux does, for one's own
 * children).
 */
export function memoryOf(pid: number): IteratorObject<readonly [string, Buffer]> | null {
  try {
    const maps = readFileSync(`/proc/${pid}/maps`, 'utf8')
    return piecesOf(openSync(`/proc/${pid}/mem`, 'r'), regionsIn(maps))
  } catch {
    return null
  }
}

function* piecesOf(
  mem: number,
  regions: readonly (readonly [number, number])[],
): Generator<readonly [string, Buffer]> {
  const room = Buffer.alloc(PIECE)
  try {
    for (const [start, end] of regions)
      for (let at = start; at < end; at += PIECE - OVERLAP) {
        const piece = readAt(mem, at, room.subarray(0, end - at))
        if (piece === null) break
        // Most of what is reserved was never written.
        if (!piece.equals(NOTHING.subarray(0, piece.length))) yield ['memory', piece]
      }
  } finally {
    closeSync(mem)
  }
}

/** What can be read and written. The rest is the program's own files, and what was reserved and never used. */
function regionsIn(maps: string): readonly (readonly [number, number])[] {
  return [...maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm)].map(([, start = '', end = '']) => [
    Number.parseInt(start, 16),
    Number.parseInt(end, 16),
  ])
}

/** Null where a region is there no longer: the process goes on while it is read. */
function readAt(mem: number, at: number, room: Buffer): Buffer | null {
  try {
    return room.subarray(0, readSync(mem, room, 0, room.length, at))
  } catch {
    return null
  }
}
