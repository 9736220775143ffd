import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { canonicalJson, digestOf, ok, refuse, type Outcome } from '@corroborate/base'
import { writeDurably } from './write-durably.ts'

/** In the folder of the key that signs. */
export const HEADS_FILE = 'signed.json'

/** The head of a ledger that was signed or cosigned last. */
export interface KeptHead {
  /** Decimal, without a sign: the size of a foreign tree may pass what a number holds. */
  readonly size: string
  /** Hexadecimal. */
  readonly root: string
  /** When, by the clock of the time: ISO 8601. */
  readonly at: string
}

/** What was signed last, ledger by ledger, in a file of its own: it does not go back when a database does. */
export interface SignedHeads {
  readonly last: (ledger: string) => KeptHead | null
  /** Of which ledgers anything was signed. */
  readonly ledgers: () => readonly string[]
  /** On the disk when the promise is kept. Calls wait for each other. */
  readonly keep: (ledger: string, head: KeptHead) => Promise<void>
}

const FORMAT = 'corroborate-signed-heads'
const VERSION = 1

/**
 * Opens the file, which must be there: who has taken it away shall not thereby begin anew. `damaged` when it is not there, was cut, or
 * does not agree with its own digest.
 */
export async function openSignedHeads(
  path: string,
): Promise<Outcome<SignedHeads, 'damaged' | 'newer-version'>> {
  if (!existsSync(path)) return refuse('damaged', 'it is not there')
  const read = readHeads(await readFile(path, 'utf8'))
  return read.ok ? ok(keeping(path, read.value)) : read
}

/** Writes the file of a key that has signed nothing yet. */
export async function makeSignedHeads(path: string): Promise<SignedHeads> {
  await writeDurably(path, writeHeads(new Map()))
  return keeping(path, new Map())
}

function keeping(path: string, heads: Map<string, KeptHead>): SignedHeads {
  let writing: Promise<void> = Promise.resolve()
  return {
    last: (ledger) => heads.get(ledger) ?? null,
    ledgers: () => [...heads.keys()],
    keep: (ledger, head) => {
      const write = async () => {
        const before = heads.get(ledger)
        heads.set(ledger, head)
        try {
          await writeDurably(path, writeHeads(heads))
        } catch (error) {
          if (before) heads.set(ledger, before)
          else heads.delete(ledger)
          throw error
        }
      }
      const done = writing.then(write)
      writing = done.catch(() => undefined)
      return done
    },
  }
}

function writeHeads(heads: ReadonlyMap<string, KeptHead>): string {
  const plain = Object.fromEntries(
    [...heads].map(([ledger, { size, root, at }]) => [ledger, { size, root, at }]),
  )
  const body = { format: FORMAT, version: VERSION, heads: plain }
  return `${JSON.stringify({ ...body, digest: digestOf(canonicalJson(body)) }, null, 1)}\n`
}

function readHeads(text: string): Outcome<Map<string, KeptHead>, 'damaged' | 'newer-version'> {
  const file = fieldsOf(text)
  if (file?.format !== FORMAT) return refuse('damaged', 'it is not a file of signed heads')
  if (typeof file.version === 'number' && file.version > VERSION)
    return refuse('newer-version', `it has version ${file.version}, and this program knows ${VERSION}`)
  const heads = new Map<string, KeptHead>()
  for (const [ledger, value] of Object.entries(fieldsIn(file.heads) ?? {})) {
    const head = headOf(value)
    if (!head) return refuse('damaged', `its head of ${ledger} is none`)
    heads.set(ledger, head)
  }
  return text === writeHeads(heads) ? ok(heads) : refuse('damaged', 'it does not agree with its own digest')
}

function headOf(value: unknown): KeptHead | null {
  const { size, root, at } = fieldsIn(value) ?? {}
  if (typeof size !== 'string' || !/^(0|[1-9][0-9]{0,18})$/.test(size)) return null
  if (typeof root !== 'string' || !/^[0-9a-f]{64}$/.test(root) || typeof at !== 'string') return null
  return { size, root, at }
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return fieldsIn(JSON.parse(text))
  } catch {
    return null
  }
}

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null
}
