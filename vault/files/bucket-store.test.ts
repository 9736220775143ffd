import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bucketStore } from './bucket-store.ts'
import type { FileStore } from './file-store.ts'
import { signedHeaders } from './sign-request.ts'
import { ACCESS, bucketServer, expectedSignature, type Bucket } from './testing/bucket-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'corroborate-bucket-'))
let bucket: Bucket
let store: FileStore
beforeAll(async () => {
  bucket = await bucketServer()
  store = bucketStore({ url: bucket.url, ...ACCESS })
})
afterAll(async () => {
  await bucket.close()
  rmSync(folder, { recursive: true })
})

/** AWS, "Signature Calculations for the Authorization Header", examples "GET Object" and "GET Bucket (List Objects)". */
test.each([
  {
    target: '/test.txt',
    headers: { range: 'bytes=0-9' },
    signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
  {
    target: '/?max-keys=2&prefix=J',
    headers: {},
    signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  },
])('the client and the stand-in sign $target as AWS published it', ({ target, headers, signature }) => {
  const sent = signedHeaders(
    {
      ...{ method: 'GET', url: `https://examplebucket.s3.amazonaws.com${target}` },
      ...{ headers, body: new Uint8Array() },
    },
    { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET, region: 'us-east-1' },
    new Date('2013-05-24T00:00:00Z'),
  )
  const request = { method: 'GET', target, headers: { ...sent, host: 'examplebucket.s3.amazonaws.com' } }
  expect(sent.authorization).toContain(`Signature=${signature}`)
  expect(expectedSignature(request, SECRET)).toBe(signature)
})
/** As AWS prints it in its examples; it opens nothing. */
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

async function kept(bytes: Uint8Array): Promise<string> {
  const address = createHash('sha256').update(bytes).digest('hex')
  const path = join(folder, address)
  writeFileSync(path, bytes)
  await store.keep(path, { address, size: bytes.length })
  return address
}

async function readBack(address: string): Promise<Buffer | null> {
  const reading = await store.read(address)
  if (reading === null) return null
  const pieces: Uint8Array[] = []
  for await (const piece of reading) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('gives back what it took, in one request or in parts, and lists every page', async () => {
  const files = [randomBytes(10), Buffer.alloc(0), randomBytes(16 * 1024 * 1024 + 1), randomBytes(300)]
  const addresses: string[] = []
  for (const file of files) addresses.push(await kept(file))
  for (const [i, address] of addresses.entries())
    expect((await readBack(address))?.equals(files[i] ?? Buffer.alloc(1))).toBe(true)
  const listed: string[] = []
  for await (const address of store.addresses()) listed.push(address)
  expect(listed.toSorted()).toEqual(addresses.toSorted())
  expect(bucket.open.size).toBe(0)
  await store.remove(addresses[0] ?? '')
  expect(await readBack(addresses[0] ?? '')).toBeNull()
})

test('tries again where the service is busy, and throws where it refuses', async () => {
  bucket.fail(503, 2)
  const address = await kept(randomBytes(20))
  expect(await readBack(address)).toHaveLength(20)
  const other = bucketStore({ url: bucket.url, ...ACCESS, secretAccessKey: 'another' })
  await expect(other.read(address)).rejects.toThrow('403 SignatureDoesNotMatch')
})

test('takes back the parts of a file that could not be sent whole', async () => {
  const bytes = randomBytes(16 * 1024 * 1024 + 5)
  const path = join(folder, 'shorter')
  writeFileSync(path, bytes.subarray(0, 16 * 1024 * 1024))
  const address = createHash('sha256').update(bytes).digest('hex')
  await expect(store.keep(path, { address, size: bytes.length })).rejects.toThrow('shorter')
  expect(bucket.open.size).toBe(0)
  expect(await readBack(address)).toBeNull()
})
