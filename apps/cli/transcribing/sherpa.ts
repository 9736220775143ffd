import { fork } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import type { EngineAsked } from '../transcribe-command-line.ts'
import { endOf, environmentOfEngine, quoted, type Ended } from './child.ts'
import { digestsOf, type Heard } from './heard.ts'
import { ffmpegLine, recordingForm, type Fault } from './recording.ts'
import { sherpaAnswer, type SherpaAnswer, type SherpaJob } from './sherpa-job.ts'
import { modelIn, type SherpaModel } from './sherpa-models.ts'
import { openWave, type Wave } from './wave.ts'

type SherpaAsked = Extract<EngineAsked, { readonly name: 'sherpa-onnx' }>

const MOST_THREADS = 4

/** Has the user's own sherpa-onnx-node transcribe a WAV, stretch by stretch, in a process that may read files and nothing else. */
export async function bySherpa(
  recording: string,
  { module, model: folder }: SherpaAsked,
  language: string | null,
): Promise<Outcome<Heard, Fault>> {
  const form = await recordingForm(recording)
  if (!form.ok) return form
  const wave = await openWave(recording)
  if (!wave.ok) return wave
  if ((await stat(module).catch(() => null)) === null)
    return refuse('no-engine', `${module}: expected the folder of sherpa-onnx-node, found none.`)
  const model = await modelIn(folder, language)
  if (!model.ok) return model
  const job = jobOf(resolve(module), model.value, wave.value)
  if (job.vad !== null && wave.value.rate !== DETECTED_RATE)
    return refuse(
      'not-readable',
      `${recording}: silero_vad.onnx lies beside the model and hears ${DETECTED_RATE} samples a second, found ${wave.value.rate}. Take it out of the folder, or make the recording so: ${ffmpegLine(recording)}`,
    )
  const { answer, ended } = await askedOf(job)
  if (answer?.kind !== 'heard') return refusalOf(module, answer, ended)
  const digests = await digestsOf(model.value.files)
  return ok({
    ...{ language: language ?? answer.language, segments: answer.segments },
    engine: { name: 'sherpa-onnx', version: answer.version, model: basename(resolve(folder)), ...digests },
  })
}

function refusalOf(
  module: string,
  fault: Extract<SherpaAnswer, { readonly kind: 'fault' }> | null,
  { trouble, said }: Ended,
): Refusal<Fault> {
  if (fault?.reason === 'no-engine')
    return refuse(
      'no-engine',
      `${module}: expected sherpa-onnx-node, found something that cannot be used: ${fault.sentence}`,
    )
  const why = fault?.sentence ?? trouble ?? 'it gave no answer'
  return refuse('engine-failed', `sherpa-onnx made no transcript: ${why}.${quoted(said)}`)
}

/** Of the features that models hear, and of Silero's detector. Sound of another rate is brought to it by sherpa-onnx, but not before the detector. */
const DETECTED_RATE = 16_000

function jobOf(module: string, { config, vad }: SherpaModel, wave: Wave): SherpaJob {
  const run = { numThreads: Math.min(MOST_THREADS, availableParallelism()), provider: 'cpu', debug: 0 }
  // As in the examples of sherpa-onnx, but for the longest stretch, which is that of Whisper.
  const silero = {
    ...{ model: vad, threshold: 0.5, minSpeechDuration: 0.25, minSilenceDuration: 0.5 },
    ...{ maxSpeechDuration: 28, windowSize: 512 },
  }
  return {
    ...{ module, wave },
    recogniser: {
      featConfig: { sampleRate: DETECTED_RATE, featureDim: 80 },
      modelConfig: { ...config, ...run },
    },
    vad: vad === null ? null : { sileroVad: silero, sampleRate: DETECTED_RATE, ...run, numThreads: 1 },
  }
}

/** Native code is not held back by what Node denies: the engine is the user's own, and trusted so far. */
const DENIED = ['--no-warnings', '--permission', '--allow-addons', '--allow-fs-read=*']

async function askedOf(job: SherpaJob) {
  const child = fork(fileURLToPath(new URL('./sherpa-process.ts', import.meta.url)), {
    ...{ execArgv: DENIED, env: environmentOfEngine(), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  })
  let heard: unknown = null
  child.on('message', (message) => (heard = message))
  child.send(job)
  const ended = await endOf(child)
  return { answer: sherpaAnswer.nullable().catch(null).parse(heard), ended }
}
