/**
 * Taking in one large file, beside what of it nobody can leave out, each part alone in the same run: the two digests of what came, the
 * digest of what lies there, ChaCha20-Poly1305 by 64 KiB as age has it, and writing as many bytes to this disk. What is missing to 1 is
 * our own. The share of the two digests alone stands beside it.
 */
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valueOf } from '@corroborate/base'
import { exhibitFiles, folderStore, makeRecoveryKey } from '@corroborate/vault'
import { costOf } from '../measure.ts'

const [MB, CHUNK, AIM] = [1024, 64 * 1024, 0.7]
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

function digestedOnce(): void {
  const sha256 = createHash('sha256')
  for (let i = 0; i < MB; i++) sha256.update(piece)
  sha256.digest()
}

function encrypted(): void {
  const [key, nonce] = [randomBytes(32), Buffer.alloc(12)]
  for (let at = 0, i = 0; i < (MB * piece.length) / CHUNK; i++, at = (at + CHUNK) % piece.length) {
    nonce.writeUInt32BE(i, 8)
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
    cipher.update(piece.subarray(at, at + CHUNK))
    cipher.final()
    cipher.getAuthTag()
  }
}

async function written(path: string): Promise<void> {
  const file = await open(path, 'wx')
  for await (const one of fileOf(MB)) await file.write(one)
  await file.sync()
  await file.close()
}

const root = await mkdtemp(join(tmpdir(), 'corroborate-bench-'))
try {
  const store = await folderStore(join(root, 'held'))
  const files = await exhibitFiles({ store, key: await makeRecoveryKey(), folder: join(root, 'incoming') })
  const { cpuSeconds: two, value: digests } = await costOf(digested)
  const { cpuSeconds: third } = await costOf(digestedOnce)
  const { cpuSeconds: cipher } = await costOf(encrypted)
  const { cpuSeconds: disk } = await costOf(() => written(join(root, 'plain')))
  const { cpuSeconds: took } = await costOf(async () =>
    valueOf(await files.take(fileOf(MB), { digests, atRest: 'encrypted' })),
  )
  const limit = two + third + cipher + disk
  console.log(
    `${MB} MiB, CPU seconds: two digests ${two.toFixed(2)}, a third ${third.toFixed(2)}, cipher ${cipher.toFixed(2)}, disk ${disk.toFixed(2)}; ` +
      `taken in ${took.toFixed(2)} (${(MB / took).toFixed(0)} MiB/s): ${(limit / took).toFixed(2)} of what it takes (aim: ${AIM}), ${(two / took).toFixed(2)} of two digests alone`,
  )
  process.exitCode = limit / took < AIM ? 1 : 0
} finally {
  await rm(root, { recursive: true, force: true })
}
