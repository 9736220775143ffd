import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'
import type { Fault } from './recording.ts'

/** A model as sherpa-onnx is told of it, and the files that it is made of. */
export interface SherpaModel {
  /** The part of its configuration (`modelConfig`) that names the kind, with paths. */
  readonly config: Readonly<Record<string, unknown>>
  readonly files: readonly string[]
  /** Silero's, which tells speech from the rest; null where it does not lie in the folder. */
  readonly vad: string | null
}

/** Kinds of one file, which its name or that of its folder tells, as the makers of sherpa-onnx publish them; the first that fits. */
const OF_ONE_FILE: readonly (readonly [named: RegExp, kind: string])[] = [
  [/sense-?voice/i, 'senseVoice'],
  [/paraformer/i, 'paraformer'],
  [/zipformer.*ctc|ctc.*zipformer/i, 'zipformerCtc'],
  [/nemo|parakeet/i, 'nemoCtc'],
  [/wenet/i, 'wenetCtc'],
  [/dolphin/i, 'dolphin'],
  [/omnilingual/i, 'omnilingual'],
]

const RECOGNISED =
  'a tokens.txt with encoder, decoder and joiner (transducer), with NAME-encoder and NAME-decoder (Whisper), with preprocess, encode, uncached_decode and cached_decode (Moonshine), or with model.onnx in a folder whose name says sense-voice, paraformer, zipformer-ctc, nemo, wenet, dolphin or omnilingual'

/**
 * Which model lies in a folder, by the names of its files. Of a file that is there in full and as `.int8` the full one is taken: what was said
 * weighs more than the time.
 */
export async function modelIn(folder: string, language: string | null): Promise<Outcome<SherpaModel, Fault>> {
  const names = (await readdir(folder).catch(() => [])).sort()
  const found = (pattern: RegExp) => {
    const fitting = names.filter((name) => pattern.test(name))
    const name = fitting.find((one) => !one.includes('.int8.')) ?? fitting[0]
    return name === undefined ? null : resolve(join(folder, name))
  }
  const tokens = found(/(?:^|-)tokens\.txt$/)
  const kind = kindOf(basename(resolve(folder)), found, language)
  if (tokens === null || kind === null)
    return refuse('no-model', `${folder}: expected a folder with the model of sherpa-onnx: ${RECOGNISED}.`)
  const vad = found(/^silero_vad.*\.onnx$/)
  return ok({
    config: { [kind.name]: { ...kind.files, ...kind.told }, tokens },
    ...{ files: [...Object.values(kind.files), tokens, vad].flatMap((file) => file ?? []), vad },
  })
}

interface Kind {
  readonly name: string
  readonly files: Readonly<Record<string, string | null>>
  readonly told: Readonly<Record<string, unknown>>
}

type Found = (pattern: RegExp) => string | null

function kindOf(folder: string, found: Found, language: string | null): Kind | null {
  return ofSeveral(found, language) ?? ofOne(folder, found, language)
}

function ofSeveral(found: Found, language: string | null): Kind | null {
  const [encoder, decoder, joiner] = [
    found(/encoder.*\.onnx$/),
    found(/decoder.*\.onnx$/),
    found(/joiner.*\.onnx$/),
  ]
  if (encoder !== null && decoder !== null && joiner !== null)
    return { name: 'transducer', files: { encoder, decoder, joiner }, told: {} }
  const whisper = { encoder: found(/-encoder.*\.onnx$/), decoder: found(/-decoder.*\.onnx$/) }
  if (whisper.encoder !== null && whisper.decoder !== null)
    return {
      name: 'whisper',
      files: whisper,
      told: { language: language ?? '', task: 'transcribe', tailPaddings: -1 },
    }
  const moonshine = {
    ...{ preprocessor: found(/^preprocess.*\.onnx$/), encoder: found(/^encode.*\.onnx$/) },
    ...{
      uncachedDecoder: found(/^uncached_decode.*\.onnx$/),
      cachedDecoder: found(/^cached_decode.*\.onnx$/),
    },
  }
  return Object.values(moonshine).includes(null) ? null : { name: 'moonshine', files: moonshine, told: {} }
}

function ofOne(folder: string, found: Found, language: string | null): Kind | null {
  const model = found(/^model.*\.onnx$/)
  const [, name] = OF_ONE_FILE.find(([named]) => named.test(folder)) ?? []
  if (model === null || name === undefined) return null
  const told = name === 'senseVoice' ? { language: language ?? '', useInverseTextNormalization: 1 } : {}
  return { name, files: { model }, told }
}
