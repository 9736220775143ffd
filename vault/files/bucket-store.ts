import { open, type FileHandle } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { FileStore } from './file-store.ts'
import { isAddress } from './held.ts'
import { signedHeaders, type BucketAccess } from './sign-request.ts'

/** A bucket of any service that speaks S3, and what opens it. */
export interface BucketAsked extends BucketAccess {
  /** Of the bucket itself: `https://s3.example.org/evidence`, or `https://evidence.s3.example.org`. */
  readonly url: string
}

/** Bytes in one request: what is sent is held in memory until it has arrived. S3 takes 10,000 parts at most and 5 MiB at least. */
const PART = 16 * 1024 * 1024
const MOST_PARTS = 10_000
/** Tries after the first, where the service is busy or broken: the wait before each in ms, half of it left to chance. */
const RETRIES = [100, 200, 400, 800]
/** Below this name everything lies, so that a bucket may hold other things too. */
const FOLDER = 'held'

interface Sent {
  readonly method?: string
  readonly body?: Uint8Array<ArrayBuffer>
}

type Send = (path: string, sent?: Sent) => Promise<Response>

/**
 * Files in a bucket: `held/ab34…`. Each request is signed together with the digest of what it carries, so that the service itself refuses
 * what was changed on the way. S3 acknowledges what is durable. Throws when the service refuses or cannot be reached.
 */
export function bucketStore(asked: BucketAsked): FileStore {
  const base = asked.url.replace(/\/+$/, '')
  const send = sending(base, asked)
  const pathOf = (address: string) => {
    if (!isAddress(address)) throw new Error('a file was asked for by what is no address')
    return `/${FOLDER}/${address}`
  }
  return {
    inWords: base,
    keep: async (from, { address, size }) => {
      const file = await open(from, 'r')
      try {
        await (size <= PART
          ? putWhole(send, pathOf(address), await partOf(file, 0, size))
          : putInParts(send, pathOf(address), { file, size }))
      } finally {
        await file.close()
      }
    },
    read: async (address) => {
      const answer = await send(pathOf(address))
      if (answer.status === 404) return null
      await accepted(answer, 'read')
      return answer.body ?? emptyStream()
    },
    addresses: () => addressesIn(send),
    remove: async (address) => {
      await accepted(await send(pathOf(address), { method: 'DELETE' }), 'removed')
    },
  }
}

/** Signs anew at every try: what waited may have become too old. */
function sending(base: string, access: BucketAccess): Send {
  return async (path, { method = 'GET', body = EMPTY } = {}) => {
    const url = `${base}${path}`
    const once = () =>
      fetch(url, {
        method,
        headers: signedHeaders({ method, url, headers: {}, body }, access, new Date()),
        ...(method === 'PUT' || method === 'POST' ? { body } : {}),
      })
    for (const wait of RETRIES) {
      const answer = await once()
      if (answer.status < 500 && answer.status !== 429) return answer
      await answer.body?.cancel()
      await setTimeout(wait * (0.5 + Math.random() / 2))
    }
    return once()
  }
}

async function putWhole(send: Send, path: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
  await accepted(await send(path, { method: 'PUT', body }), 'written')
}

/** What was begun and breaks is taken back: parts that are never put together would be kept and paid for, and seen by nobody. */
async function putInParts(
  send: Send,
  path: string,
  { file, size }: { readonly file: FileHandle; readonly size: number },
): Promise<void> {
  const begun = await textOf(await send(`${path}?uploads=`, { method: 'POST' }), 'begun')
  const upload = encodeURIComponent(elementIn(begun, 'UploadId'))
  try {
    const each = Math.max(PART, Math.ceil(size / MOST_PARTS))
    const parts: string[] = []
    for (let at = 0; at < size; at += each) {
      const number = parts.length + 1
      const body = await partOf(file, at, Math.min(each, size - at))
      const answer = await send(`${path}?partNumber=${number}&uploadId=${upload}`, { method: 'PUT', body })
      await accepted(answer, 'written')
      parts.push(
        `<Part><PartNumber>${number}</PartNumber><ETag>${answer.headers.get('etag') ?? ''}</ETag></Part>`,
      )
    }
    const body = new TextEncoder().encode(
      `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`,
    )
    const ended = await textOf(await send(`${path}?uploadId=${upload}`, { method: 'POST', body }), 'finished')
    // S3 answers 200 before it has put the parts together, and says in the text when it could not.
    if (!ended.includes('<CompleteMultipartUploadResult')) throw refusedBy('finished', 200, ended)
  } catch (error) {
    await send(`${path}?uploadId=${upload}`, { method: 'DELETE' }).catch(() => undefined)
    throw error
  }
}

async function partOf(file: FileHandle, at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length)
  for (let filled = 0; filled < length;) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled)
    if (bytesRead === 0) throw new Error('a file became shorter while it was sent')
    filled += bytesRead
  }
  return bytes
}

async function* addressesIn(send: Send): AsyncGenerator<string> {
  let after = ''
  do {
    const page = await textOf(await send(`/?list-type=2&prefix=${FOLDER}%2F${after}`), 'listed')
    // Our names are hexadecimal: nothing in them is ever escaped.
    for (const [, name = ''] of page.matchAll(/<Key>held\/([^<]*)<\/Key>/g)) if (isAddress(name)) yield name
    const token = /<NextContinuationToken>([^<]+)</.exec(page)?.[1]
    after = token === undefined ? '' : `&continuation-token=${encodeURIComponent(unescaped(token))}`
  } while (after !== '')
}

function elementIn(xml: string, name: string): string {
  const found = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1]
  if (found === undefined) throw new Error(`the bucket answered without ${name}`)
  return unescaped(found)
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

async function accepted(answer: Response, what: string): Promise<void> {
  if (!answer.ok) throw refusedBy(what, answer.status, await answer.text())
}

async function textOf(answer: Response, what: string): Promise<string> {
  await accepted(answer, what)
  return answer.text()
}

function refusedBy(what: string, status: number, said: string): Error {
  const code = /<Code>([A-Za-z]+)<\/Code>/.exec(said)?.[1] ?? 'no reason'
  return new Error(`the bucket refused that a file be ${what}: ${status} ${code}`)
}

const EMPTY = new Uint8Array(0)

async function* emptyStream(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(EMPTY)
}
