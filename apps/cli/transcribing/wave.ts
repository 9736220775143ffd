import { closeSync, openSync, readSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { ffmpegLine, type Fault } from './recording.ts'

/** Where the sound lies in a WAV of 16-bit samples. */
export interface Wave {
  readonly path: string
  readonly channels: number
  /** Samples a second, of each channel. */
  readonly rate: number
  readonly offset: number
  readonly bytes: number
}

const PLAIN_SAMPLES = 1
/** The real form stands further on, as the first two bytes of a GUID. */
const EXTENSIBLE = 0xfffe

/** Finds the sound in a WAV file (RIFF, Microsoft 1991); anything but 16-bit samples is refused with the line that makes it so. */
export async function openWave(path: string): Promise<Outcome<Wave, Fault>> {
  const no = (found: string) =>
    refuse(
      'not-readable',
      `${path}: expected a WAV of 16-bit samples, found ${found}. To make it one: ${ffmpegLine(path)}`,
    )
  const file = await open(path)
  try {
    const chunks = await chunksOf(file)
    const format = chunks.get('fmt ')
    const sound = chunks.get('data')
    if (format === undefined || sound === undefined || format.bytes < 16) return no('none')
    const { buffer } = await file.read(Buffer.alloc(26), 0, Math.min(26, format.bytes), format.offset)
    const form = buffer.readUInt16LE(0) === EXTENSIBLE ? buffer.readUInt16LE(24) : buffer.readUInt16LE(0)
    const [channels, rate, bits] = [buffer.readUInt16LE(2), buffer.readUInt32LE(4), buffer.readUInt16LE(14)]
    if (form !== PLAIN_SAMPLES || bits !== 16) return no(`form ${form} of ${bits} bits`)
    if (channels === 0 || rate < 8_000) return no(`${channels} channels at ${rate} samples a second`)
    const bytes = sound.bytes - (sound.bytes % (2 * channels))
    return bytes === 0 ? no('no sound') : ok({ path, channels, rate, offset: sound.offset, bytes })
  } finally {
    await file.close()
  }
}

interface Chunk {
  readonly offset: number
  readonly bytes: number
}

/** A recorder that was cut off has written no length, or one that goes past the end: then what is there counts. */
async function chunksOf(file: FileHandle): Promise<ReadonlyMap<string, Chunk>> {
  const { size } = await file.stat()
  const chunks = new Map<string, Chunk>()
  for (let at = 12; at + 8 <= size && !chunks.has('data');) {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, at)
    const name = buffer.toString('latin1', 0, 4)
    const told = buffer.readUInt32LE(4)
    const left = size - at - 8
    chunks.set(name, { offset: at + 8, bytes: name === 'data' && told === 0 ? left : Math.min(told, left) })
    at += 8 + told + (told % 2)
  }
  return chunks
}

/** The sound, some at a time, its channels mixed to one, from -1 to 1. */
export function* samplesOf({ path, channels, offset, bytes }: Wave, atOnce: number): Generator<Float32Array> {
  const file = openSync(path, 'r')
  try {
    const block = Buffer.alloc(atOnce * channels * 2)
    for (let at = 0; at < bytes;) {
      const read = readSync(file, block, 0, Math.min(block.length, bytes - at), offset + at)
      if (read < channels * 2) return
      const samples = new Float32Array(Math.floor(read / (channels * 2)))
      for (let i = 0; i < samples.length; i++) {
        let sum = 0
        for (let c = 0; c < channels; c++) sum += block.readInt16LE((i * channels + c) * 2)
        samples[i] = sum / channels / 32_768
      }
      yield samples
      at += samples.length * channels * 2
    }
  } finally {
    closeSync(file)
  }
}
