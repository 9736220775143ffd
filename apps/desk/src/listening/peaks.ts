/** The loudest of each of so many equal stretches of a recording, from 0 to 1; 1 where the recording is loudest. */
export function peaksOf(samples: Float32Array, stretches: number): readonly number[] {
  const loudest = Array.from({ length: stretches }, (_, at) => {
    const from = Math.floor((at * samples.length) / stretches)
    const to = Math.floor(((at + 1) * samples.length) / stretches)
    let peak = 0
    for (let i = from; i < to; i++) peak = Math.max(peak, Math.abs(samples[i] ?? 0))
    return peak
  })
  const most = Math.max(...loudest)
  return most === 0 ? loudest : loudest.map((peak) => peak / most)
}
