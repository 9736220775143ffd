/**
 * Taking in one large file: two digests, encryption, the digest of what lies there, and the disk, next to the two digests alone as this
 * machine takes them, one after the other. No aim is set: what is missing is the third digest, the cipher and the disk, and what they cost together is to be seen.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valueOf } from '@corroborate/base'
import { exhibitFiles, folderStore, makeFilesKey, openFilesKey, WRAPPING_RANDOM } from '@corroborate/vault'
import { costOf } from '../measure.ts'

const MB = 1024
const piece = randomBytes(1024 * 1024)

async function* fileOf(pieces: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < pieces; i++) yield await Promise.resolve(piece)
}

async function digested() {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')]
  for await (const one of fileOf(MB)) {
    sha256.update(one)
    sha512.update(one)
  }
  return { bytes: MB * piece.length, sha256: sha256.digest('hex'), sha512: sha512.digest('hex') }
}

const root = await mkdtemp(join(tmpdir(), 'corroborate-bench-'))
try {
  const key = valueOf(await openFilesKey('bench', await makeFilesKey('bench', randomBytes(WRAPPING_RANDOM))))
  const store = await folderStore(join(root, 'held'))
  const files = await exhibitFiles({ store, key, folder: join(root, 'incoming') })
  const { cpuSeconds: limit, value: digests } = await costOf(digested)
  const { cpuSeconds: took } = await costOf(async () =>
    valueOf(await files.take(fileOf(MB), { digests, atRest: 'encrypted' })),
  )
  const ratio = limit / took
  console.log(
    `${MB} MiB: two digests ${limit.toFixed(2)} CPU s (${(MB / limit).toFixed(0)} MiB/s), ` +
      `taken in ${took.toFixed(2)} CPU s (${(MB / took).toFixed(0)} MiB/s): ${ratio.toFixed(2)} of the limit`,
  )
} finally {
  await rm(root, { recursive: true, force: true })
}
