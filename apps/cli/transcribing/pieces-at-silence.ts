/** A stretch of a recording. */
export interface Piece {
  /** How many samples come before it. */
  readonly at: number
  readonly samples: Float32Array
}

/** Whisper hears 30 seconds at a time. */
const LONGEST_S = 29
/** So long the sound has to be low where it is cut. */
const QUIET_S = 0.2
/** Two steps of 16 bits: nothing was recorded. In nothing, Whisper hears words that nobody said. */
const SILENT = 2 / 32_768

/** Cuts sound into pieces of 29 seconds at most, each where it is lowest in the second half of what it could be, and leaves out those without any sound. */
export function* piecesAtSilence(blocks: Iterable<Float32Array>, rate: number): Generator<Piece> {
  const most = LONGEST_S * rate
  let held: Float32Array = new Float32Array()
  let at = 0
  for (const block of blocks) {
    held = joined(held, block)
    while (held.length > most) {
      const cut = quietest(held.subarray(0, most), rate)
      yield* sounding({ at, samples: held.slice(0, cut) })
      held = held.slice(cut)
      at += cut
    }
  }
  yield* sounding({ at, samples: held })
}

function joined(before: Float32Array, more: Float32Array): Float32Array {
  const all = new Float32Array(before.length + more.length)
  all.set(before)
  all.set(more, before.length)
  return all
}

function* sounding(piece: Piece): Generator<Piece> {
  if (piece.samples.some((sample) => Math.abs(sample) > SILENT)) yield piece
}

/** The middle of the lowest stretch in the second half. */
function quietest(samples: Float32Array, rate: number): number {
  const window = Math.round(QUIET_S * rate)
  let [best, lowest] = [samples.length, Infinity]
  for (let from = Math.floor(samples.length / 2); from + window <= samples.length; from += window >> 1) {
    let loudness = 0
    for (let i = from; i < from + window; i++) loudness += (samples[i] ?? 0) ** 2
    if (loudness < lowest) [best, lowest] = [from + (window >> 1), loudness]
  }
  return best
}
