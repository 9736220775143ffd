import { createHash } from 'node:crypto'
import { refuse, type Outcome } from '@corroborate/base'
import {
  keepTimeStamp,
  lastCheckpoint,
  lastStampedAt,
  signedShares,
  timeStampsOf,
  type Chain,
  type Db,
  type SignedHead,
} from '@corroborate/store'
import { REQUEST_TYPE, timeStampRequest, tokenOfResponse, verifyToken } from '@corroborate/vault'

/** An authority for time-stamps, with the certificates by which it is believed. */
export interface Authority {
  readonly url: string
  /** In PEM. */
  readonly roots: string
}

/** Sends one request to an authority and gives its answer; throws where there is none. */
export type AskAuthority = (url: string, request: Uint8Array) => Promise<Uint8Array>

/** What is needed to be stamped. */
export interface StampingDesk {
  readonly db: Db
  readonly authorities: readonly Authority[]
  readonly ask: AskAuthority
  readonly random: (bytes: number) => Uint8Array
  /** Milliseconds. */
  readonly clock: () => number
}

const PATIENCE_MS = 10_000
const NONCE_BYTES = 8
const DAY_MS = 24 * 60 * 60 * 1000

/** Over the network, without following anybody elsewhere. */
export const askAuthority: AskAuthority = async (url, request) => {
  const answer = await fetch(url, {
    ...{ method: 'POST', redirect: 'error', headers: { 'content-type': REQUEST_TYPE } },
    ...{ body: Buffer.from(request), signal: AbortSignal.timeout(PATIENCE_MS) },
  })
  if (!answer.ok) throw new Error(`it answered ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** What is to be stamped: a digest, and which state of which chain it stands for. */
export interface ToStamp {
  /** SHA-256. */
  readonly digest: Uint8Array
  readonly chain: Chain
  readonly size: number
}

/**
 * Has every authority stamp a digest that has not stamped it yet, and keeps the tokens that are right. Answers sentences: who did not,
 * and why. One authority that is away holds up nobody.
 */
export async function stampBy(desk: StampingDesk, asked: ToStamp): Promise<readonly string[]> {
  const digest = Buffer.from(asked.digest).toString('hex')
  const held = (await timeStampsOf(desk.db, digest)).map(({ authority }) => authority)
  const told: string[] = []
  for (const authority of desk.authorities.filter(({ url }) => !held.includes(url))) {
    const token = await tokenFrom(desk, authority, asked.digest).catch((error: unknown) =>
      refuse('unreachable', error instanceof Error ? error.message : String(error)),
    )
    if (token.ok)
      await keepTimeStamp(desk.db, {
        ...{ digest, authority: authority.url, chain: asked.chain, size: asked.size },
        ...token.value,
      })
    else told.push(`The authority ${authority.url} has not stamped the time: ${token.detail}.`)
  }
  return told
}

async function tokenFrom(
  { ask, random }: StampingDesk,
  { url, roots }: Authority,
  digest: Uint8Array,
): Promise<Outcome<{ readonly token: Uint8Array; readonly stampedAt: string }>> {
  const nonce = random(NONCE_BYTES)
  const token = tokenOfResponse(await ask(url, timeStampRequest({ digest, nonce })))
  if (!token.ok) return token
  const stamp = verifyToken(token.value, { digest, nonce, roots })
  return stamp.ok ? { ok: true, value: { token: token.value, stampedAt: stamp.value.at } } : stamp
}

/** Has a signed head stamped by every authority that has not stamped it yet. */
export function stampHead(desk: StampingDesk, { note, chain, size }: SignedHead): Promise<readonly string[]> {
  return stampBy(desk, { digest: createHash('sha256').update(note).digest(), chain, size })
}

/** Has the last signed head of each chain stamped, of every authority once a day, where it has grown since. */
export async function stampDaily(desk: StampingDesk): Promise<readonly string[]> {
  const told: string[] = []
  for (const { chain } of await signedShares(desk.db)) {
    const head = await lastCheckpoint(desk.db, chain)
    if (!head) continue
    const authorities: Authority[] = []
    for (const authority of desk.authorities)
      if (isDue(await lastStampedAt(desk.db, { chain, authority: authority.url }), desk.clock()))
        authorities.push(authority)
    told.push(...(await stampHead({ ...desk, authorities }, head)))
  }
  return told
}

/** A clock that was set back does not put off the next stamp for longer than a day. */
function isDue(last: string | null, now: number): boolean {
  return last === null || Math.abs(now - Date.parse(last)) >= DAY_MS
}
