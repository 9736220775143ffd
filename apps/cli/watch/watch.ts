import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { readVerifierKey, shownKey, type VerifierKey } from '@corroborate/ledger'
import { makeSignedHeads, openSignedHeads, writeDurably, type SignedHeads } from '@corroborate/vault'
import type { Watch } from '../command-line.ts'
import { headOfNote, lookAt, type LedgerRead, type Seen } from './look-at.ts'

const EVERY_MS = 60_000
const PATIENCE_MS = 20_000
/** No checkpoint or tile is longer. */
const MOST_BYTES = 64 * 1024

/** Watches a ledger from outside: 1 when it shrank, forked or is not signed by its key; 2 when it cannot be reached or read. */
export async function watch(asked: Watch): Promise<number> {
  const state = resolve(asked.state ?? 'corroborate-watch.json')
  const heads = existsSync(state) ? await openSignedHeads(state) : ok(await makeSignedHeads(state))
  if (!heads.ok)
    return failed(2, `${state}: ${heads.detail}. Put it back, or begin anew with another --state.`)
  const read = readerAt(asked.url)
  const key = await keyFor(asked, read, heads.value)
  if (!key.ok) return failed(2, key.detail)
  for (;;) {
    const code = await look(asked, { read, key: key.value, heads: heads.value, state })
    if (asked.once || code === 1) return code
    await pause(EVERY_MS)
  }
}

interface Watching {
  readonly read: LedgerRead
  readonly key: VerifierKey
  readonly heads: SignedHeads
  readonly state: string
}

async function look(asked: Watch, { read, key, heads, state }: Watching): Promise<number> {
  const last = heads.last(ledgerOf(asked.url, key))
  const known = last && {
    size: BigInt(last.size),
    root: new Uint8Array(Buffer.from(last.root, 'hex')),
  }
  try {
    const other = asked.against === null ? null : await headInFile(asked.against, key)
    if (other?.ok === false) return failed(2, other.detail)
    for (const before of [known, other?.value ?? null]) {
      const seen = await lookAt(read, { key, last: before })
      if (!seen.ok) return failed(seen.reason === 'not-there' ? 2 : 1, seen.detail)
      await keep(seen.value, { ledger: ledgerOf(asked.url, key), heads, state })
    }
  } catch (error) {
    return failed(2, unread(asked.url, error))
  }
  console.log(
    `${shownKey(key)}: ${heads.last(ledgerOf(asked.url, key))?.size ?? '0'} entries, as seen before and no fewer.`,
  )
  return 0
}

/** The head for the next look, and the note itself for whoever wants to lay two side by side. */
async function keep(
  { size, root, note }: Seen,
  kept: { readonly ledger: string; readonly heads: SignedHeads; readonly state: string },
): Promise<void> {
  await writeDurably(`${kept.state}.checkpoint`, note)
  const at = new Date().toISOString()
  await kept.heads.keep(kept.ledger, { size: String(size), root: Buffer.from(root).toString('hex'), at })
}

function ledgerOf(url: string, key: VerifierKey): string {
  return `${url} ${shownKey(key)}`
}

/** The key that was given; else the one that this address gave at the first sight, and must keep. */
async function keyFor(
  { url, key: file }: Watch,
  read: LedgerRead,
  heads: SignedHeads,
): Promise<Outcome<VerifierKey>> {
  const told = file === null ? await keyAt(url, read) : await fileSaying(file, 'a key')
  if (!told.ok) return told
  const key = readVerifierKey(told.value.trim())
  if (file !== null) return key
  if (!key.ok) return key
  const seen = heads.ledgers().filter((ledger) => ledger.startsWith(`${url} `))
  if (seen.length > 0 && !seen.includes(ledgerOf(url, key.value)))
    return refuse(
      'other-key',
      `${url} gives another key than it did before. Ask its keeper another way, and name the right one with --key.`,
    )
  return key
}

async function keyAt(url: string, read: LedgerRead): Promise<Outcome<string>> {
  try {
    const given = await read.key()
    return given === null
      ? refuse('no-key', `${url} gives no key. Name a file that holds it with --key.`)
      : ok(given)
  } catch (error) {
    return refuse('unreachable', unread(url, error))
  }
}

async function headInFile(file: string, key: VerifierKey): Promise<Outcome<Seen>> {
  const note = await fileSaying(file, 'a checkpoint')
  if (!note.ok) return note
  const head = headOfNote(note.value, key)
  return head.ok ? head : refuse(head.reason, `${file}: ${head.detail}`)
}

async function fileSaying(file: string, what: string): Promise<Outcome<string>> {
  return readFile(file, 'utf8').then(ok, () =>
    refuse('no-file', `${file}: expected a file with ${what}, found none that can be read.`),
  )
}

/** Node says why in the cause alone. */
function unread(url: string, error: unknown): string {
  const { cause } = error instanceof Error ? error : { cause: null }
  const why = cause instanceof Error ? cause : error
  return `${url} cannot be read: ${why instanceof Error ? why.message : String(why)}`
}

function readerAt(url: string): LedgerRead {
  const get = async (path: string): Promise<Uint8Array | null> => {
    const answer = await fetch(`${url}/${path}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    })
    if (answer.status === 404) return null
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (bytes.length > MOST_BYTES) throw new Error(`${path} has more than ${MOST_BYTES} bytes`)
    return bytes
  }
  const text = async (path: string) => {
    const bytes = await get(path)
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  }
  return { checkpoint: () => text('checkpoint'), key: () => text('key'), tile: get }
}

function failed(code: number, sentence: string): number {
  console.error(sentence)
  return code
}
