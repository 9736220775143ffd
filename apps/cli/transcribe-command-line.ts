import { refuse, ok, type Outcome } from '@corroborate/base'
import type { StoreAsked } from './store-asked.ts'

/** Engines that their user has installed: neither they nor their models come with this program. */
export type EngineAsked =
  | { readonly name: 'whisper-cli'; readonly program: string; readonly model: string }
  | { readonly name: 'sherpa-onnx'; readonly module: string; readonly model: string }

export type TranscribeAsked = {
  readonly command: 'transcribe'
  readonly recording: string
  readonly engine: EngineAsked
  /** What is spoken; null where the engine is to find out. */
  readonly language: string | null
  /** Where the transcript is written; null for beside the recording. */
  readonly out: string | null
  /** Where it is taken in afterwards; null where it is only written. */
  readonly into: { readonly investigation: string; readonly source: string | null } | null
} & StoreAsked

type Named = 'engine' | 'program' | 'module' | 'model' | 'language' | 'out' | 'investigation' | 'source'

/** `transcribe RECORDING --engine …`. */
export function transcribeOf(
  [recording, extra]: readonly string[],
  given: { readonly [Each in Named]?: string | undefined },
  store: StoreAsked,
): Outcome<TranscribeAsked, 'usage'> {
  if (recording === undefined || extra !== undefined) return refuse('usage', 'transcribe takes one recording')
  const engine = engineOf(given)
  if (!engine.ok) return engine
  const { language = null, out = null, investigation, source = null } = given
  return ok({
    ...{ command: 'transcribe', recording, engine: engine.value, language, out, ...store },
    into: investigation === undefined ? null : { investigation, source },
  })
}

function engineOf({
  engine: name,
  program,
  module,
  model,
}: { readonly [Each in Named]?: string | undefined }): Outcome<EngineAsked, 'usage'> {
  if (name === 'whisper-cli')
    return program === undefined || model === undefined
      ? refuse(
          'usage',
          'whisper-cli needs --program with the file of the program and --model with that of a model',
        )
      : ok({ name, program, model })
  if (name === 'sherpa-onnx')
    return module === undefined || model === undefined
      ? refuse(
          'usage',
          'sherpa-onnx needs --module with the folder of sherpa-onnx-node and --model with that of a model',
        )
      : ok({ name, module, model })
  return refuse('usage', `transcribe needs --engine with whisper-cli or sherpa-onnx, found "${name ?? ''}"`)
}
