import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waveFileOf } from './wave-file.ts'

/** Sound as a WAV of 16-bit samples: seconds of it, each loud or not. */
export function waveOf(
  seconds: readonly boolean[],
  { rate = 16_000, channels = 1 }: { readonly rate?: number; readonly channels?: number } = {},
): Buffer {
  const samples = seconds.flatMap((loud) =>
    Array.from({ length: rate * channels }, (_, i) => (loud ? Math.round(9_000 * Math.sin(i / 9)) : 0)),
  )
  return waveFileOf(samples, { rate, channels })
}

/**
 * A program that behaves as whisper.cpp documents of `whisper-cli` (examples/cli/README.md and cli.cpp): what it writes is what the file of its
 * model says. It notes how it was called in `called.json` beside itself.
 */
export async function whisperStandIn(folder: string): Promise<string> {
  const program = join(folder, 'whisper-cli')
  const source = `#!${process.execPath}
const { readFileSync, statSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const told = process.argv.slice(2)
const after = (flag) => told[told.indexOf(flag) + 1]
const out = after('-of')
const mode = statSync(dirname(out)).mode & 0o777
writeFileSync(join(__dirname, 'called.json'), JSON.stringify({ told, mode, out, environment: process.env }))
const model = JSON.parse(readFileSync(after('-m'), 'utf8'))
console.error(model.complains ?? 'whisper_init_from_file_with_params_no_state: loading model')
if (model.writes !== undefined) writeFileSync(out + '.json', model.writes)
process.exit(model.exits ?? 0)
`
  await writeFile(program, source, { mode: 0o755 })
  return program
}

/** As `-ojf` has it. Invented. */
export const WHISPER_JSON = JSON.stringify({
  systeminfo: 'AVX = 1',
  model: { type: 'base', multilingual: true },
  params: { model: '/somewhere/ggml-base.bin', language: 'auto', translate: false },
  result: { language: 'ar' },
  transcription: [
    {
      timestamps: { from: '00:00:00,000', to: '00:00:02,500' },
      offsets: { from: 0, to: 2500 },
      text: ' كانوا عشرين رجلا.',
      tokens: [
        { text: '[_BEG_]', offsets: { from: 0, to: 0 }, id: 50364, p: 0.99, t_dtw: -1 },
        { text: ' كانوا', offsets: { from: 0, to: 1200 }, id: 1, p: 0.25, t_dtw: -1 },
        { text: ' عشرين رجلا.', offsets: { from: 1200, to: 2500 }, id: 2, p: 0.25, t_dtw: -1 },
      ],
    },
    {
      timestamps: { from: '00:00:02,500', to: '00:00:04,000' },
      offsets: { from: 2500, to: 4000 },
      text: ' في الليل.',
      tokens: [{ text: ' في الليل.', offsets: { from: 2500, to: 4000 }, id: 3, p: 0.9, t_dtw: -1 }],
    },
  ],
})

/**
 * A module with what is used of sherpa-onnx-node 1.13: it hears one word in each stretch of sound, at its beginning, and ends its process at a model
 * whose tokens say so, as the native one does. Its detector gives what it was given.
 */
export async function sherpaStandIn(folder: string): Promise<string> {
  const module = join(folder, 'sherpa-onnx-node')
  await mkdir(module, { recursive: true })
  await writeFile(
    join(module, 'index.js'),
    `const { readFileSync } = require('node:fs')
class OfflineRecognizer {
  constructor(config) {
    if (readFileSync(config.modelConfig.tokens, 'utf8') === 'abort') { console.error('Errors in config'); process.exit(255) }
    this.language = config.modelConfig.whisper?.language
  }
  createStream() { return { acceptWaveform(sound) { this.sound = sound } } }
  decode() {}
  getResult({ sound }) {
    const seconds = Math.round(sound.samples.length / sound.sampleRate)
    return { text: ' ' + seconds + ' s', lang: this.language || '<|en|>', tokens: [], timestamps: [], ys_log_probs: [] }
  }
}
class Vad {
  constructor() { this.held = []; this.start = 0 }
  acceptWaveform(samples) { this.held.push(...samples) }
  isEmpty() { return this.held.length < 16000 }
  front() { return { start: this.start, samples: Float32Array.from(this.held.slice(0, 16000)) } }
  pop() { this.held.splice(0, 16000); this.start += 16000 }
  flush() {}
}
module.exports = { OfflineRecognizer, Vad, version: '1.13.8' }
`,
  )
  return module
}
