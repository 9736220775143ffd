import type { MachineDoubt } from '@corroborate/testimony'
import { z } from 'zod'
import type { MachineSegment } from './machine-transcript.ts'
import type { Cue } from './turns-of-cues.ts'

export interface WhisperRead {
  readonly form: 'openai-whisper' | 'whisper.cpp'
  readonly cues: readonly Cue[]
  readonly language: string | null
  readonly machine: string
}

const number = z.number().nullish()
/** openai-whisper, and those that write as it does (faster-whisper, WhisperX with its speakers, `corroborate transcribe`): seconds. */
const openai = z.object({
  corroborate: z.object({ machine: z.string().max(200) }).nullish(),
  language: z.string().max(20).nullish(),
  segments: z.array(
    z.object({
      ...{ start: z.number(), end: z.number(), text: z.string(), speaker: z.string().nullish() },
      ...{ avg_logprob: number, no_speech_prob: number, compression_ratio: number },
    }),
  ),
})
/** whisper.cpp, `-oj` and `-ojf`: milliseconds. */
const cpp = z.object({
  result: z.object({ language: z.string().max(20).nullish() }).nullish(),
  model: z.object({ type: z.string().max(40).nullish() }).nullish(),
  transcription: z.array(
    z.object({
      ...{ offsets: z.object({ from: z.number(), to: z.number() }), text: z.string() },
      ...{
        speaker: z.string().nullish(),
        tokens: z.array(z.object({ text: z.string(), p: z.number() })).nullish(),
      },
    }),
  ),
})

/** Whether JSON is what Whisper writes, in either dialect; null where it is not. */
export function readWhisper(json: unknown): WhisperRead | null {
  const first = openai.safeParse(json)
  if (first.success) return ofOpenai(first.data)
  const second = cpp.safeParse(json)
  return second.success ? ofCpp(second.data) : null
}

function ofOpenai({ corroborate, language, segments }: z.output<typeof openai>): WhisperRead {
  const machine = corroborate?.machine ?? 'Whisper'
  const cues = segments.map((segment, i) => ({
    ...{ speaker: segment.speaker ?? null, words: segment.text.trim(), doubt: doubtOf(segment) },
    ...{ from: Math.round(segment.start * 1000), to: Math.round(segment.end * 1000) },
    at: { line: null, part: `segment ${i + 1}` },
  }))
  return { form: 'openai-whisper', cues: withRepeats(cues), language: language ?? null, machine }
}

/** What `whisper-cli` writes (`-ojf`), as segments; null where it is something else. */
export function segmentsOfWhisperCpp(json: unknown): {
  readonly language: string | null
  readonly segments: readonly MachineSegment[]
} | null {
  const read = cpp.safeParse(json)
  if (!read.success) return null
  const { result, transcription } = read.data
  const segments = transcription.map(({ offsets: { from, to }, text, tokens }) => ({
    ...{ start: from / 1000, end: to / 1000, text: text.trim(), avg_logprob: meanLog(tokens ?? []) },
  }))
  return { language: result?.language ?? null, segments: segments.filter(({ text }) => text !== '') }
}

function ofCpp({ result, model, transcription }: z.output<typeof cpp>): WhisperRead {
  const cues = transcription.map(({ offsets, text, speaker, tokens }, i) => ({
    ...{ speaker: speaker ?? null, words: text.trim(), from: offsets.from, to: offsets.to },
    doubt: unsure(meanLog(tokens ?? [])),
    at: { line: null, part: `segment ${i + 1}` },
  }))
  const machine = ['whisper.cpp', model?.type].filter((part) => typeof part === 'string').join(' ')
  return { form: 'whisper.cpp', cues: withRepeats(cues), language: result?.language ?? null, machine }
}

/** Where Whisper itself begins to doubt: its settings `logprob_threshold`, `no_speech_threshold`, `compression_ratio_threshold`. */
const [UNSURE, NO_SPEECH, TOO_EVEN] = [-1, 0.6, 2.4]

function doubtOf(segment: {
  readonly avg_logprob?: number | null | undefined
  readonly no_speech_prob?: number | null | undefined
  readonly compression_ratio?: number | null | undefined
}): MachineDoubt | null {
  const { avg_logprob: log = null, no_speech_prob: none = null, compression_ratio: even = null } = segment
  if (none !== null && none > NO_SPEECH) return { kind: 'no-speech', share: none }
  if (even !== null && even > TOO_EVEN) return { kind: 'repeats', share: null }
  return unsure(log)
}

function unsure(log: number | null): MachineDoubt | null {
  return log !== null && log < UNSURE ? { kind: 'low-confidence', share: Math.min(1, Math.exp(log)) } : null
}

/** The mean logarithm of what each token is held to be likely; signs of the machine in brackets are no tokens of speech. */
function meanLog(tokens: readonly { readonly text: string; readonly p: number }[]): number | null {
  const spoken = tokens.filter(({ text, p }) => !/^\[_.*\]$/.test(text.trim()) && p > 0)
  return spoken.length === 0 ? null : spoken.reduce((sum, { p }) => sum + Math.log(p), 0) / spoken.length
}

const LOOP = 3

/** Whisper that has lost the thread writes the same again and again: from the third time on, all of them are in doubt. */
function withRepeats(cues: readonly Cue[]): readonly Cue[] {
  const runs: Cue[][] = []
  for (const cue of cues) {
    const last = runs.at(-1)
    if (last?.[0]?.words === cue.words) last.push(cue)
    else runs.push([cue])
  }
  return runs
    .flatMap((run) =>
      run.length < LOOP
        ? run
        : run.map((cue) => ({ ...cue, doubt: cue.doubt ?? { kind: 'repeats' as const, share: null } })),
    )
    .filter(({ words }) => words !== '')
}
