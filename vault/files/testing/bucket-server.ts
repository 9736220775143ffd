import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is signed, as it goes over the wire. */
export interface SignedRequest {
  readonly method: string
  /** Path and query as they were sent. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The signature that a request ought to have, written from AWS's description and not from any client of it: the stand-in checks with
 * it what the client under test signed.
 * @see AWS, "Authenticating Requests (AWS Signature Version 4)" for S3
 */
export function expectedSignature({ method, target, headers }: SignedRequest, secret: string): string {
  const authorization = headers.authorization ?? ''
  const scope = /Credential=[^/]+\/([^,]+)/.exec(authorization)?.[1] ?? ''
  const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1] ?? ''
  const [path = '/', query = ''] = target.split('?')
  const canonical = [
    method,
    path,
    query.split('&').filter(Boolean).toSorted().join('&'),
    ...signed.split(';').map((name) => `${name}:${(headers[name] ?? '').trim()}`),
    '',
    signed,
    headers['x-amz-content-sha256'] ?? '',
  ].join('\n')
  const [day = '', region = '', service = '', end = ''] = scope.split('/')
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'] ?? '', scope, sha256(canonical)].join('\n')
  const key = [day, region, service, end].reduce<Buffer>(
    (at, part) => mac(at, part),
    Buffer.from(`AWS4${secret}`),
  )
  return mac(key, toSign).toString('hex')
}

function mac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export interface Bucket {
  readonly url: string
  readonly objects: Map<string, Buffer>
  /** Uploads in parts that were begun and are neither finished nor taken back. */
  readonly open: Map<string, Map<number, Buffer>>
  /** Answers the next so many requests with this status. */
  readonly fail: (status: number, times: number) => void
  readonly close: () => Promise<void>
}

export const ACCESS = { accessKeyId: 'INVENTED', secretAccessKey: 'invented secret', region: 'eu-north-1' }

/** A service that speaks as much of S3 as we use, and refuses whatever is not signed or is not what was signed. */
export async function bucketServer(): Promise<Bucket> {
  const [objects, open] = [new Map<string, Buffer>(), new Map<string, Map<number, Buffer>>()]
  let failing = { status: 0, times: 0 }
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (failing.times-- > 0) {
        end(response, failing.status, '<Error><Code>SlowDown</Code></Error>')
        return
      }
      if (!isSigned(request, body)) {
        end(response, 403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
        return
      }
      answer({ objects, open }, { request, response, body })
    })
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', () => settle()))
  const { port } = server.address() as AddressInfo
  return {
    ...{ objects, open, url: `http://127.0.0.1:${port}/evidence` },
    fail: (status, times) => (failing = { status, times }),
    close: () => new Promise((settle) => server.close(() => settle())),
  }
}

function isSigned({ method = '', url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  const given = /Signature=([0-9a-f]{64})/.exec(plain.authorization ?? '')?.[1]
  const expected = expectedSignature({ method, target: url, headers: plain }, ACCESS.secretAccessKey)
  return given === expected && plain['x-amz-content-sha256'] === sha256(body)
}

function answer(
  { objects, open }: Pick<Bucket, 'objects' | 'open'>,
  asked: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly body: Buffer },
): void {
  const { request, response, body } = asked
  const url = new URL(request.url ?? '', 'http://bucket')
  const key = url.pathname.replace('/evidence/', '')
  const upload = url.searchParams.get('uploadId')
  if (request.method === 'GET' && url.searchParams.has('list-type')) {
    end(response, 200, listed(objects, url))
    return
  }
  if (request.method === 'POST' && url.searchParams.has('uploads')) {
    const id = `${randomBytes(8).toString('base64')}&`
    open.set(id, new Map())
    end(response, 200, `<R><UploadId>${id.replaceAll('&', '&amp;')}</UploadId></R>`)
    return
  }
  if (upload !== null) {
    inParts({ objects, open }, { ...asked, key, upload, url })
    return
  }
  if (request.method === 'PUT') objects.set(key, body)
  else if (request.method === 'DELETE') objects.delete(key)
  else {
    const found = objects.get(key)
    end(response, found ? 200 : 404, found ?? '<Error><Code>NoSuchKey</Code></Error>')
    return
  }
  end(response, 200, '')
}

function inParts(
  { objects, open }: Pick<Bucket, 'objects' | 'open'>,
  asked: {
    readonly request: IncomingMessage
    readonly response: ServerResponse
    readonly body: Buffer
    readonly key: string
    readonly upload: string
    readonly url: URL
  },
): void {
  const { request, response, body, key, upload, url } = asked
  const parts = open.get(upload)
  if (!parts) {
    end(response, 404, '<Error><Code>NoSuchUpload</Code></Error>')
    return
  }
  if (request.method === 'PUT') {
    parts.set(Number(url.searchParams.get('partNumber')), body)
    response.setHeader('etag', `"${sha256(body)}"`)
    end(response, 200, '')
    return
  }
  open.delete(upload)
  if (request.method === 'DELETE') {
    end(response, 204, '')
    return
  }
  const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>"([0-9a-f]+)"/g)]
  const pieces = named.map(([, number, etag]) => ({ part: parts.get(Number(number)), etag }))
  if (!pieces.every(({ part, etag }) => part && sha256(part) === etag)) {
    end(response, 200, '<Error><Code>InvalidPart</Code></Error>')
    return
  }
  objects.set(key, Buffer.concat(pieces.flatMap(({ part }) => part ?? [])))
  end(response, 200, '<CompleteMultipartUploadResult></CompleteMultipartUploadResult>')
}

/** Two to a page, so that pages are turned. */
function listed(objects: ReadonlyMap<string, Buffer>, url: URL): string {
  const after = url.searchParams.get('continuation-token') ?? ''
  const keys = [...objects.keys()].filter((key) => key > after).toSorted()
  const page = keys.slice(0, 2)
  const more = keys.length > 2 ? `<NextContinuationToken>${page[1] ?? ''}</NextContinuationToken>` : ''
  return `<ListBucketResult>${page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}${more}</ListBucketResult>`
}

function end(response: ServerResponse, status: number, body: string | Buffer): void {
  response.writeHead(status).end(body)
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece as Uint8Array))
  return Buffer.concat(pieces)
}
