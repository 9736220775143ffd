import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { corroborate, root } from './testing/run.ts'
import { sherpaStandIn, waveOf, WHISPER_JSON, whisperStandIn } from './transcribing/testing/stand-ins.ts'

vi.setConfig({ testTimeout: 120_000 })
let folder: string
let program: string
let module: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corroborate-transcribe-'))
  program = await whisperStandIn(folder)
  module = await sherpaStandIn(folder)
  await writeFile(at('critics-june.wav'), waveOf([true, false, true]))
  for (const name of ['whisper', 'nobody', 'aborts', 'heard'])
    await mkdir(at(name === 'nobody' ? name : `sherpa-${name}`))
  for (const [name, tokens] of Object.entries({ whisper: 'a 0', aborts: 'abort', heard: 'a 0' }))
    for (const file of ['tiny-encoder.onnx', 'tiny-decoder.int8.onnx', 'tiny-tokens.txt'])
      await writeFile(at(`sherpa-${name}/${file}`), tokens)
  await writeFile(at('sherpa-heard/silero_vad.onnx'), 'a detector')
})
afterAll(() => rm(folder, { recursive: true }))

const modelOf = async (name: string, of: object) => {
  await writeFile(at(name), JSON.stringify(of))
  return at(name)
}

const called = async () =>
  JSON.parse(await readFile(at('called.json'), 'utf8')) as {
    told: string[]
    mode: number
    out: string
    environment: Record<string, string>
  }

const byWhisper = (model: string, recording = at('critics-june.wav')) =>
  ['transcribe', recording, '--engine', 'whisper-cli', '--program', program, '--model', model] as const
const bySherpa = (model: string, out: string, recording = at('critics-june.wav')) =>
  [
    ...['transcribe', recording, '--engine', 'sherpa-onnx', '--module', module, '--model', at(model)],
    ...['--out', at(out)],
  ] as const

const segmentsIn = async (name: string) =>
  (
    JSON.parse(await readFile(at(name), 'utf8')) as {
      segments: { start: number; end: number; text: string }[]
    }
  ).segments

describe('a transcript by whisper-cli', () => {
  test('lies beside the recording, says which machine wrote it, and is taken in as a machine’s', async () => {
    const data = ['--data', at('data')]
    expect((await corroborate(['import', join(root, 'examples/saydnaya'), ...data])).code).toBe(0)
    const model = await modelOf('ggml-base.bin', { writes: WHISPER_JSON })
    const asked = [...byWhisper(model), '--investigation', 'saydnaya', ...data]
    const { code, out } = await corroborate(asked)
    expect(out).toMatch(
      /critics-june\.transcript\.json: 2 segments up to 0:00:04.*whisper-cli, model ggml-base\.bin, SHA-256 [0-9a-f]{64}/,
    )
    expect(out).toMatch(/1 taken in, 0 refused/)
    expect(out).toMatch(
      /those of a machine \(whisper-cli, model ggml-base\.bin, SHA-256 [0-9a-f]{64}\): nothing of it can be cited/,
    )
    expect(out).toContain('expected words that the machine was sure of')
    expect(code).toBe(0)
    // What took hours is not written over.
    const again = await corroborate(byWhisper(model))
    expect(again.err).toContain('critics-june.transcript.json is there already')
    expect(again.code).toBe(2)
  })

  test('is written in a folder that nobody else enters and that goes, by a program that is told none of our secrets', async () => {
    const model = await modelOf('ggml-tiny.bin', { writes: WHISPER_JSON })
    const secrets = { CORROBORATE_PASSPHRASE: 'of a test', DATABASE_URL: 'postgres://of-a-test' }
    const { code } = await corroborate(
      [...byWhisper(model), '--out', at('told.json'), '--language', 'ar'],
      secrets,
    )
    expect(code).toBe(0)
    const { told, mode, out, environment } = await called()
    expect(told).toEqual(['-m', model, '-l', 'ar', '-ojf', '-of', out, '-f', at('critics-june.wav')])
    expect(mode).toBe(0o700)
    expect(existsSync(out)).toBe(false)
    expect(Object.values(environment).join()).not.toMatch(/of a test|of-a-test/)
  })

  test('nothing to be run, nothing to be heard, and every end that is no transcript has its sentence', async () => {
    await writeFile(at('film.avi'), 'RIFF....AVI LIST')
    const sentences = {
      'no-words': await modelOf('silent', { writes: '{"transcription": []}' }),
      fails: await modelOf('fails', { exits: 3, complains: 'failed to load model' }),
      quiet: await modelOf('quiet', {}),
      other: await modelOf('other', { writes: '{"text": "no segments"}' }),
    }
    const said = async (model: string, recording?: string) =>
      (await corroborate(byWhisper(model, recording))).err
    const good = at('ggml-base.bin')
    await rm(at('critics-june.transcript.json'), { force: true })
    expect(await said(sentences['no-words'])).toContain('whisper-cli heard no words in it')
    expect(await said(sentences.fails)).toMatch(
      /it ended with exit code 3\. It said last:\nfailed to load model/,
    )
    expect(await said(sentences.quiet)).toContain('ended well and wrote no transcript')
    expect(await said(sentences.other)).toContain('something else than the JSON of whisper.cpp')
    expect(await said(at('none.bin'))).toContain('expected the file of a model (ggml), found none')
    expect(await said(good, at('none.wav'))).toContain('expected a recording, found no file')
    expect(await said(good, at('film.avi'))).toContain(`ffmpeg -i "${at('film.avi')}" -vn -ac 1 -ar 16000`)
    expect(existsSync(at('critics-june.transcript.json'))).toBe(false)
  })
})

describe('a transcript by sherpa-onnx', () => {
  test('is made stretch by stretch, without those in which nothing sounds', async () => {
    await writeFile(
      at('long.wav'),
      waveOf([...Array<boolean>(20).fill(true), false, ...Array<boolean>(20).fill(true)]),
    )
    const { code, out } = await corroborate(bySherpa('sherpa-whisper', 'long.json', at('long.wav')))
    expect(out).toMatch(/2 segments up to 0:00:41.*sherpa-onnx 1\.13\.8, model sherpa-whisper, SHA-256/)
    expect(code).toBe(0)
    const [first, second] = await segmentsIn('long.json')
    expect(first?.start).toBe(0)
    expect(first?.end).toBeGreaterThan(20)
    expect(first?.end).toBeLessThan(21)
    expect(second).toMatchObject({ start: first?.end, end: 41 })
  })

  test('is of what a detector takes for speech, where one lies beside the model', async () => {
    expect((await corroborate(bySherpa('sherpa-heard', 'heard.json'))).code).toBe(0)
    expect((await segmentsIn('heard.json')).map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ])
    await writeFile(at('low.wav'), waveOf([true], { rate: 8_000 }))
    const { err } = await corroborate(bySherpa('sherpa-heard', 'low.json', at('low.wav')))
    expect(err).toContain('hears 16000 samples a second, found 8000')
  })

  test('a model that is not known, one that ends the engine, and what is no engine have their sentences', async () => {
    const said = async (words: readonly string[]) => (await corroborate(words)).err
    expect(await said(bySherpa('nobody', 'x.json'))).toContain(
      'expected a folder with the model of sherpa-onnx',
    )
    expect(await said(bySherpa('sherpa-aborts', 'x.json'))).toMatch(
      /it ended with exit code 255\. It said last:\nErrors in config/,
    )
    const elsewhere = bySherpa('sherpa-whisper', 'x.json').map((word) =>
      word === module ? at('nobody') : word,
    )
    expect(await said(elsewhere)).toContain('expected sherpa-onnx-node, found something that cannot be used')
    await writeFile(at('sound.mp3'), 'ID3 and more of it')
    expect(await said(bySherpa('sherpa-whisper', 'x.json', at('sound.mp3')))).toContain(
      'expected a WAV of 16-bit samples',
    )
  })
})

test.each([
  [[], 'transcribe takes one recording'],
  [['a.wav'], 'needs --engine with whisper-cli or sherpa-onnx, found ""'],
  [['a.wav', '--engine', 'whisper-cli', '--program', 'w'], 'whisper-cli needs --program'],
  [['a.wav', '--engine', 'sherpa-onnx', '--model', 'm'], 'sherpa-onnx needs --module'],
])('%j is not enough', async (words, sentence) => {
  const { code, err } = await corroborate(['transcribe', ...words])
  expect(err).toContain(sentence)
  expect(code).toBe(2)
})
