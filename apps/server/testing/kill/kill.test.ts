import { expect, test } from 'vitest'
import { killWhileUploading } from './kill.ts'

test('a process that is killed while it takes in files loses nothing that it acknowledged, and leaves nothing that it did not', async () => {
  const { kills, acknowledged, faults } = await killWhileUploading(2)
  expect(faults).toEqual([])
  expect([kills, acknowledged > 0]).toEqual([2, true])
}, 240_000)
