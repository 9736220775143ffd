import type { MachineSegment } from '@corroborate/interchange'
import { z } from 'zod'

/** What `getResult` of sherpa-onnx-node gives for a stretch of sound; times in seconds from its beginning, where a model has them. */
export const sherpaResult = z.object({
  text: z.string(),
  lang: z.string().nullish(),
  tokens: z.array(z.string()).nullish(),
  timestamps: z.array(z.number()).nullish(),
  ys_log_probs: z.array(z.number()).nullish(),
})

/** After so long a silence a new segment begins, at a word. */
const PAUSE_S = 1

/** The segments of a stretch: parted at pauses where each token has its time, else one. */
export function segmentsOfResult(
  { text, tokens, timestamps, ys_log_probs: logs }: z.output<typeof sherpaResult>,
  { from, to }: { readonly from: number; readonly to: number },
): readonly MachineSegment[] {
  const words = text.trim()
  if (words === '') return []
  const [said, times, likely] = [tokens ?? [], timestamps ?? [], logs ?? []]
  // Some models cut letters in two: then their tokens do not make up the words.
  const isTimed = said.length > 0 && said.length === times.length && said.join('').trim() === words
  if (!isTimed) return [{ start: from, end: to, text: words, avg_logprob: meanOf(likely) }]
  const starts = [...times.keys()].filter((i) => i === 0 || beginsAfterPause(said, times, i))
  return starts.map((first, nth) => {
    const next = starts[nth + 1] ?? said.length
    const last = from + (times[next - 1] ?? 0) + PAUSE_S
    const end = Math.min(to, last, next < said.length ? from + (times[next] ?? 0) : to)
    return {
      ...{ start: from + (times[first] ?? 0), end, text: said.slice(first, next).join('').trim() },
      avg_logprob: meanOf(likely.slice(first, next)),
    }
  })
}

function beginsAfterPause(tokens: readonly string[], times: readonly number[], at: number): boolean {
  return (times[at] ?? 0) - (times[at - 1] ?? 0) >= PAUSE_S && (tokens[at] ?? '').startsWith(' ')
}

function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}
