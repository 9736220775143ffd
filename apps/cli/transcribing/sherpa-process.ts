import { createRequire } from 'node:module'
import { z } from 'zod'
import type { MachineSegment } from '@corroborate/interchange'
import { piecesAtSilence, type Piece } from './pieces-at-silence.ts'
import { sherpaJob, type SherpaAnswer, type SherpaJob } from './sherpa-job.ts'
import { segmentsOfResult, sherpaResult } from './sherpa-segments.ts'
import { samplesOf } from './wave.ts'

/**
 * A process of its own for sherpa-onnx: its native part ends the process that holds it at a model which it does not like. Begun without the right to
 * the network, to other programs and to writing files, as far as Node sees to that.
 */
process.once('message', (message: unknown) => {
  process.send?.(answerTo(sherpaJob.parse(message)), () => process.disconnect?.())
})

/** What is used of sherpa-onnx-node 1.13 (`nodejs-addon-examples`). */
interface Stream {
  acceptWaveform(sound: { readonly samples: Float32Array; readonly sampleRate: number }): void
}
interface Recogniser {
  createStream(): Stream
  decode(stream: Stream): void
  getResult(stream: Stream): unknown
}
interface Vad {
  acceptWaveform(samples: Float32Array): void
  isEmpty(): boolean
  front(): { readonly start: number; readonly samples: Float32Array }
  pop(): void
  flush(): void
}

const isFunction = (value: unknown) => typeof value === 'function'
const sherpa = z.object({
  OfflineRecognizer: z.custom<new (config: object) => Recogniser>(isFunction),
  Vad: z.custom<new (config: object, seconds: number) => Vad>(isFunction),
  version: z.string().optional(),
})

function answerTo(job: SherpaJob): SherpaAnswer {
  const loaded = loadedFrom(job.module)
  if (typeof loaded === 'string') return { kind: 'fault', reason: 'no-engine', sentence: loaded }
  try {
    const segments: MachineSegment[] = []
    let language: string | null = null
    const recogniser = new loaded.OfflineRecognizer(job.recogniser)
    const { rate } = job.wave
    for (const { at, samples } of piecesOf(job, loaded.Vad)) {
      const stream = recogniser.createStream()
      stream.acceptWaveform({ samples, sampleRate: rate })
      recogniser.decode(stream)
      const result = sherpaResult.parse(recogniser.getResult(stream))
      language ??= languageOf(result.lang ?? '')
      segments.push(...segmentsOfResult(result, { from: at / rate, to: (at + samples.length) / rate }))
    }
    return { kind: 'heard', version: loaded.version ?? null, language, segments }
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    return { kind: 'fault', reason: 'engine-failed', sentence }
  }
}

/** SenseVoice writes `<|ar|>`; most models say nothing. */
function languageOf(told: string): string | null {
  const [tag = null] = /[a-z]{2,3}/.exec(told) ?? []
  return tag
}

function loadedFrom(module: string): z.output<typeof sherpa> | string {
  try {
    const found = sherpa.safeParse(createRequire(import.meta.url)(module))
    return found.success ? found.data : 'it has no OfflineRecognizer and no Vad'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Silero's detector takes so many samples at a time, of 16,000 a second. */
const WINDOW = 512
const HELD_S = 60

function* piecesOf(
  { vad, wave }: SherpaJob,
  Detector: new (config: object, seconds: number) => Vad,
): Generator<Piece> {
  if (vad === null) {
    yield* piecesAtSilence(samplesOf(wave, wave.rate), wave.rate)
    return
  }
  const detector = new Detector(vad, HELD_S)
  for (const samples of samplesOf(wave, WINDOW)) {
    detector.acceptWaveform(samples)
    yield* detected(detector)
  }
  detector.flush()
  yield* detected(detector)
}

function* detected(detector: Vad): Generator<Piece> {
  while (!detector.isEmpty()) {
    const { start, samples } = detector.front()
    yield { at: start, samples }
    detector.pop()
  }
}
