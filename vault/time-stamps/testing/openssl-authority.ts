import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a real authority can be run here. */
export function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** An authority for time-stamps that `openssl ts` is, with a root of its own, for a test. */
export interface OpensslAuthority {
  readonly folder: string
  /** Its root, in PEM. */
  readonly roots: string
  readonly answer: (request: Uint8Array) => Uint8Array
  /** What `openssl ts -verify` says of an answer. */
  readonly accepts: (data: string, answer: Uint8Array) => boolean
  readonly remove: () => void
}

export interface AuthorityAsked {
  /** What the certificate may be used for, in openssl's words. */
  readonly uses?: string
  /** `YYYYMMDDHHMMSSZ`: where the certificate shall be valid in another time than now. */
  readonly valid?: { readonly from: string; readonly to: string }
  readonly key?: readonly string[]
}

const RSA = ['rsa', '-pkeyopt', 'rsa_keygen_bits:2048']
export const EC = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']

export function opensslAuthority(asked: AuthorityAsked = {}): OpensslAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-tsa-'))
  const run = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  writeFileSync(join(folder, 'openssl.cnf'), configuration(asked.uses ?? 'critical, timeStamping'))
  for (const file of ['index.txt', 'index.txt.attr']) writeFileSync(join(folder, file), '')
  for (const file of ['serial', 'tsa-serial']) writeFileSync(join(folder, file), '1001\n')
  const keyOf = (name: string) => run('genpkey', '-algorithm', ...(asked.key ?? RSA), '-out', `${name}.key`)
  keyOf('root')
  keyOf('tsa')
  const cnf = ['-config', 'openssl.cnf']
  run(
    'req',
    '-x509',
    '-new',
    '-key',
    'root.key',
    '-subj',
    '/CN=Invented root',
    '-days',
    '36500',
    ...cnf,
    '-extensions',
    'root',
    '-out',
    'root.pem',
  )
  run('req', '-new', '-key', 'tsa.key', '-subj', '/CN=Invented authority', ...cnf, '-out', 'tsa.csr')
  const dates = asked.valid ? ['-startdate', asked.valid.from, '-enddate', asked.valid.to] : ['-days', '3650']
  run(
    'ca',
    '-batch',
    ...cnf,
    '-in',
    'tsa.csr',
    '-out',
    'tsa.pem',
    '-extensions',
    'stamper',
    '-notext',
    ...dates,
  )
  const answer = (request: Uint8Array) => {
    writeFileSync(join(folder, 'request.tsq'), request)
    run('ts', '-reply', '-queryfile', 'request.tsq', ...cnf, '-out', 'answer.tsr')
    return new Uint8Array(readFileSync(join(folder, 'answer.tsr')))
  }
  const accepts = (data: string, given: Uint8Array) => {
    writeFileSync(join(folder, 'data'), data)
    writeFileSync(join(folder, 'given.tsr'), given)
    try {
      run('ts', '-verify', '-data', 'data', '-in', 'given.tsr', '-CAfile', 'root.pem')
      return true
    } catch {
      return false
    }
  }
  return {
    ...{ folder, answer, accepts },
    roots: readFileSync(join(folder, 'root.pem'), 'utf8'),
    remove: () => {
      rmSync(folder, { recursive: true })
    },
  }
}

/** The same authority on a port of this machine. */
export async function servedAuthority(authority: OpensslAuthority) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      response.setHeader('content-type', 'application/timestamp-reply')
      response.end(authority.answer(Buffer.concat(parts)))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the authority has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  }
}

function configuration(uses: string): string {
  return `
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[stamper]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = ${uses}
[ca]
default_ca = authority
[authority]
database = index.txt
new_certs_dir = .
serial = serial
private_key = root.key
certificate = root.pem
default_md = sha256
policy = any
[any]
commonName = supplied
[tsa]
default_tsa = stamping
[stamping]
serial = tsa-serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
certs = root.pem
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`
}
