import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { waveOf } from './testing/stand-ins.ts'
import { openWave, samplesOf } from './wave.ts'

let path: string
beforeAll(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'corroborate-wave-')), 'sound.wav')
})
afterAll(() => rm(join(path, '..'), { recursive: true }))

const opened = async (bytes: Uint8Array) => {
  await writeFile(path, bytes)
  return openWave(path)
}

test('two channels are mixed to one, and read in blocks of any length', async () => {
  const wave = valueOf(await opened(waveOf([false, true], { rate: 8_000, channels: 2 })))
  expect(wave).toMatchObject({ rate: 8_000, channels: 2, bytes: 64_000 })
  const all = [...samplesOf(wave, 3_000)]
  expect(all.map(({ length }) => length)).toEqual([3_000, 3_000, 3_000, 3_000, 3_000, 1_000])
  const samples = all.flatMap((block) => [...block])
  expect(samples.slice(0, 8_000).every((one) => one === 0)).toBe(true)
  const [left, right] = [0, 1].map((i) => Math.round(9_000 * Math.sin((200 + i) / 9)))
  expect(samples[8_100]).toBeCloseTo(((left ?? 0) + (right ?? 0)) / 2 / 32_768, 6)
})

test('what a recorder that was cut off has written is heard up to its end', async () => {
  const cut = waveOf([true, true]).subarray(0, 44 + 32_001)
  expect(valueOf(await opened(cut)).bytes).toBe(32_000)
  const lengthless = waveOf([true])
  lengthless.writeUInt32LE(0, 40)
  expect(valueOf(await opened(lengthless)).bytes).toBe(32_000)
})

test.each([
  ['of 24 bits', (wave: Buffer) => wave.writeUInt16LE(24, 34), 'form 1 of 24 bits'],
  ['that is compressed', (wave: Buffer) => wave.writeUInt16LE(2, 20), 'form 2 of 16 bits'],
  ['without a channel', (wave: Buffer) => wave.writeUInt16LE(0, 22), '0 channels'],
  ['without its sound', (wave: Buffer) => wave.write('junk', 36), 'found none'],
])('one %s is refused with the line that makes it readable', async (_, spoil, found) => {
  const wave = waveOf([true])
  spoil(wave)
  const refused = await opened(wave)
  expect(refused).toMatchObject({ ok: false, reason: 'not-readable' })
  expect(refused.ok ? '' : refused.detail).toContain(found)
  expect(refused.ok ? '' : refused.detail).toContain('-c:a pcm_s16le')
})
