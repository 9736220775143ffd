import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ok, refuse, type Outcome } from '@corroborate/base'
import type { Signing } from '@corroborate/casework'
import {
  cosign,
  mayBeSigned,
  parseNote,
  readSize,
  RFC_6962,
  trustCheckpoint,
  writeNote,
  type Proof,
  type Signer,
  type TreeHead,
  type VerifierKey,
} from '@corroborate/ledger'

/** What a witness is made from: its key, the ledgers that it looks at, what it cosigned last, and the time. */
export interface WitnessParts extends Pick<Signing, 'heads' | 'oneByOne'> {
  readonly signer: Signer
  readonly logs: readonly VerifierKey[]
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

const MOST_BYTES = 64 * 1024
const MOST_HASHES = 63

/**
 * A witness: cosigns the head of a ledger it knows when that continues the one it cosigned last, which is on the disk before the answer
 * leaves. Requests wait for each other, so that it never goes back.
 * @see C2SP tlog-witness v1.0.0 (055270b), "add-checkpoint"
 */
export function makeWitness(parts: WitnessParts): Hono {
  const app = new Hono()
  app.use(bodyLimit({ maxSize: MOST_BYTES }))
  app.post('/add-checkpoint', async (c) => {
    const asked = readAsked(await c.req.text())
    if (!asked.ok) return c.text(`${asked.detail}\n`, 400)
    const answer = await parts.oneByOne(() => answerOf(parts, asked.value))
    return c.body(answer.text, answer.status, { 'Content-Type': answer.type ?? 'text/plain; charset=utf-8' })
  })
  return app
}

interface Asked {
  readonly old: bigint
  readonly proof: Proof
  readonly note: string
}

interface Answer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  readonly text: string
  readonly type?: string
}

async function answerOf(
  { heads, logs, signer, clock }: WitnessParts,
  { old, proof, note }: Asked,
): Promise<Answer> {
  const trusted = trustCheckpoint(note, { logs, witnesses: [], quorum: { kind: 'none' } })
  if (!trusted.ok) {
    const status = trusted.reason === 'unknown-log' ? 404 : SIGNATURES.includes(trusted.reason) ? 403 : 400
    return { status, text: `${trusted.detail}\n` }
  }
  const { origin, size, root } = trusted.value.checkpoint
  if (old > size) return { status: 400, text: `old is ${old}, and the checkpoint has ${size} entries\n` }
  const kept = heads.last(origin)
  if (old !== BigInt(kept?.size ?? '0'))
    return { status: 409, text: `${kept?.size ?? '0'}\n`, type: 'text/x.tlog.size' }
  const last: TreeHead | null = kept && { size: old, root: new Uint8Array(Buffer.from(kept.root, 'hex')) }
  const continued = mayBeSigned({ last, next: { size, root }, proof })
  if (!continued.ok) return { status: old === size ? 409 : 422, text: `${continued.detail}\n` }
  const now = clock()
  const at = new Date(now).toISOString()
  await heads.keep(origin, { size: String(size), root: Buffer.from(root).toString('hex'), at })
  const cosigned = cosign(note, signer, BigInt(Math.floor(now / 1000)))
  return cosigned.ok
    ? { status: 200, text: ownLine(cosigned.value, signer) }
    : { status: 400, text: cosigned.detail }
}

const SIGNATURES: readonly string[] = [
  'bad-signature',
  'no-known-signature',
  'not-signed-by-log',
  'ambiguous-key',
]

function ownLine(cosigned: string, { key }: Signer): string {
  const note = parseNote(cosigned)
  const own = note.ok
    ? note.value.signatures.filter(({ name, id }) => name === key.name && id === key.id)
    : []
  const { text } = note.ok ? note.value : { text: '\n' }
  return writeNote({ text, signatures: own }).slice(text.length + 1)
}

function readAsked(body: string): Outcome<Asked, 'unreadable'> {
  const end = body.indexOf('\n\n')
  const [first = '', ...lines] = body.slice(0, Math.max(0, end)).split('\n')
  const old = first.startsWith('old ') ? readSize(first.slice(4)) : null
  if (!old?.ok) return refuse('unreadable', 'line 1 is not "old" and a size')
  if (lines.length > MOST_HASHES) return refuse('unreadable', `a proof has at most ${MOST_HASHES} hashes`)
  const proof = lines.map((line) => new Uint8Array(Buffer.from(line, 'base64')))
  const wrong = proof.findIndex(
    (hash, i) => hash.length !== RFC_6962.empty.length || toBase64(hash) !== lines[i],
  )
  if (wrong >= 0) return refuse('unreadable', `line ${wrong + 2} is not a hash in Base 64`)
  return ok({ old: old.value, proof, note: body.slice(end + 2) })
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
