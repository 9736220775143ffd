import { createHash, createHmac } from 'node:crypto'

/** Who asks a bucket, and where it lies. */
export interface BucketAccess {
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** What is asked of a bucket; the address as it will be sent. */
export interface BucketRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * The headers of a request to S3, with those that sign it: every header, the address and the digest of the body, so that nothing of it can
 * be changed on the way. Names of headers are given in lower case; of the address, nothing may need to be escaped that is not.
 * @param at when it is asked: a service refuses what is older than some minutes
 * @see AWS, "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)"
 */
export function signedHeaders(
  { method, url, headers, body }: BucketRequest,
  { region, accessKeyId, secretAccessKey }: BucketAccess,
  at: Date,
): Record<string, string> {
  const { host, pathname, searchParams } = new URL(url)
  const time = at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const digest = digestOf(body)
  const sent = { ...headers, 'x-amz-content-sha256': digest, 'x-amz-date': time }
  const signing = Object.entries<string>({ ...sent, host }).sort(([one], [other]) => (one < other ? -1 : 1))
  const names = signing.map(([name]) => name).join(';')
  const query = [...searchParams].map((pair) => pair.map(escaped).join('=')).sort()
  const lines = signing.map(([name, value]) => `${name}:${value.trim()}\n`).join('')
  const canonical = [method, pathname, query.join('&'), lines, names, digest].join('\n')
  const scope = [time.slice(0, 8), region, 's3', 'aws4_request']
  const toSign = ['AWS4-HMAC-SHA256', time, scope.join('/'), digestOf(canonical)].join('\n')
  const key = scope.reduce<string | Buffer>((above, part) => mac(above, part), `AWS4${secretAccessKey}`)
  const signature = mac(key, toSign).toString('hex')
  const credential = `${accessKeyId}/${scope.join('/')}`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`
  return { ...sent, authorization }
}

function mac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function digestOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** As RFC 3986 has it: `encodeURIComponent` leaves five more as they are. */
function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
