import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modelIn } from './sherpa-models.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corroborate-models-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** As they are published (k2-fsa/sherpa-onnx, release `asr-models`). */
test.each([
  [
    'sherpa-onnx-whisper-tiny',
    [
      'tiny-decoder.int8.onnx',
      'tiny-decoder.onnx',
      'tiny-encoder.int8.onnx',
      'tiny-encoder.onnx',
      'tiny-tokens.txt',
    ],
    'whisper',
    ['tiny-encoder.onnx', 'tiny-decoder.onnx', 'tiny-tokens.txt'],
  ],
  [
    'sherpa-onnx-zipformer-en-2023-06-26',
    [
      'decoder-epoch-99-avg-1.onnx',
      'encoder-epoch-99-avg-1.int8.onnx',
      'joiner-epoch-99-avg-1.int8.onnx',
      'tokens.txt',
    ],
    'transducer',
    [
      'encoder-epoch-99-avg-1.int8.onnx',
      'decoder-epoch-99-avg-1.onnx',
      'joiner-epoch-99-avg-1.int8.onnx',
      'tokens.txt',
    ],
  ],
  [
    'sherpa-onnx-moonshine-tiny-en-int8',
    [
      'preprocess.onnx',
      'encode.int8.onnx',
      'uncached_decode.int8.onnx',
      'cached_decode.int8.onnx',
      'tokens.txt',
    ],
    'moonshine',
    [
      'preprocess.onnx',
      'encode.int8.onnx',
      'uncached_decode.int8.onnx',
      'cached_decode.int8.onnx',
      'tokens.txt',
    ],
  ],
  [
    'sherpa-onnx-sense-voice-zh-en-ja-ko-yue-2024-07-17',
    ['model.int8.onnx', 'model.onnx', 'tokens.txt'],
    'senseVoice',
    ['model.onnx', 'tokens.txt'],
  ],
  [
    'sherpa-onnx-paraformer-zh-2023-09-14',
    ['model.int8.onnx', 'tokens.txt'],
    'paraformer',
    ['model.int8.onnx', 'tokens.txt'],
  ],
  [
    'sherpa-onnx-nemo-ctc-en-conformer-small',
    ['model.int8.onnx', 'tokens.txt'],
    'nemoCtc',
    ['model.int8.onnx', 'tokens.txt'],
  ],
  [
    'sherpa-onnx-zipformer-ctc-zh-int8-2025-07-03',
    ['model.int8.onnx', 'tokens.txt'],
    'zipformerCtc',
    ['model.int8.onnx', 'tokens.txt'],
  ],
])('%s is known by its names', async (name, files, kind, taken) => {
  await mkdir(join(folder, name))
  for (const file of files) await writeFile(join(folder, name, file), '')
  const model = await modelIn(join(folder, name), 'ar')
  if (!model.ok) throw new Error(model.detail)
  expect(Object.keys(model.value.config)).toEqual([kind, 'tokens'])
  expect(model.value.files.map((file) => basename(file))).toEqual(taken)
})

test('a language is told to those that ask for one', async () => {
  const model = await modelIn(join(folder, 'sherpa-onnx-whisper-tiny'), 'ar')
  expect(model.ok && model.value.config.whisper).toMatchObject({ language: 'ar', task: 'transcribe' })
})
