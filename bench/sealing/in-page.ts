import { atOnce, valueOf } from '@corroborate/base'
import { openStream, openValue, sealStream, sealValue, type SealedRecord } from '@corroborate/vault/sealing'
import { handsOf } from '../../apps/desk/src/exhibits/hands.ts'
import { sealFile } from '../../apps/desk/src/exhibits/seal-file.ts'
import { contextBy, expecting, person, receiversOf, trustOf } from '../../vault/sealing/testing/team.ts'

/** What is measured in a page of a real browser; times in seconds. */
export interface Measured {
  readonly identities: { readonly sealed: number; readonly opened: number }
  readonly recording: {
    /** Threads that sealed and opened. */
    readonly threads: number
    readonly sealed: number
    /** The same, with the digest and the Blob that the desk sends. */
    readonly prepared: number
    readonly opened: number
  }
}

/** What the browser does itself with as many bytes, in as many threads as it likes. */
export interface OwnCiphers {
  readonly aes: Limits
  /** Null where this browser has no ChaCha20-Poly1305 of its own. */
  readonly chaCha: Limits | null
}

/** What the page answers to. */
export interface Page {
  readonly measure: (identities: number) => Promise<Measured>
  readonly ownCiphers: (atOnce: number) => Promise<OwnCiphers>
}

/** What the browser's own cipher takes: one piece after the other, and so many at once. */
export interface Limits {
  readonly one: number
  readonly atOnce: number
}

/** As age has them. */
const PIECE = 64 * 1024
/** As the desk opens a register. */
const AT_ONCE = 16

const page: Page = {
  measure: async (identities) => ({
    identities: await ofIdentities(identities),
    recording: await ofRecording(chosen()),
  }),
  ownCiphers: async (atOnce) => {
    const pieces = chosen().size / PIECE
    const limits = async (name: string): Promise<Limits> => ({
      one: await ownCipher(name, { pieces, atOnce: 1 }),
      atOnce: await ownCipher(name, { pieces, atOnce }),
    })
    return { aes: await limits('AES-GCM'), chaCha: await limits('ChaCha20-Poly1305').catch(() => null) }
  },
}
Object.assign(globalThis, page)

/** The file that was chosen in the page. */
function chosen(): Blob {
  const file = document.querySelector('input')?.files?.[0]
  if (!file) throw new Error('no file was chosen')
  return file
}

async function ofIdentities(count: number): Promise<Measured['identities']> {
  const people = await Promise.all(['amal', 'basma', 'chidi', 'dina', 'emre'].map(person))
  const [amal, basma] = people
  if (!amal || !basma) throw new Error('nobody is there')
  const trusted = await trustOf(basma, amal)
  const to = { author: amal.author, recipients: receiversOf(...people) }
  const ids = Array.from({ length: count }, (_, i) => `s${i}`)
  let values: readonly (readonly [record: string, SealedRecord])[] = []
  const sealed = await seconds(async () => {
    values = await atOnce(AT_ONCE, ids, async (record) => {
      const context = contextBy(amal, { record })
      return [record, valueOf(await sealValue(`Invented ${record}`, context, to))] as const
    })
  })
  const keys = { trusted, keys: basma.keys }
  const opened = await seconds(() =>
    atOnce(AT_ONCE, values, async ([record, one]) =>
      valueOf(await openValue(one, expecting(people, { record }), keys)),
    ),
  )
  return { sealed, opened }
}

async function ofRecording(recording: Blob): Promise<Measured['recording']> {
  const amal = await person('amal')
  const to = receiversOf(amal)
  // The threads of the desk, from the script that the page was given for them.
  const { hands, letGo } = handsOf(() => new Worker('/run-worker.js'))
  const once = await sealStream(recording, to, hands)
  const sealed = await seconds(() => drain(once.ciphertext))
  let file = new Blob()
  let header = ''
  const prepared = await seconds(async () => {
    ;({ file, header } = await sealFile(recording, to, { hands, onBytes: () => undefined }))
  })
  const opened = await seconds(async () => drain(await openStream(file, { header, keys: amal.keys, hands })))
  letGo()
  return { threads: hands.length, sealed, prepared, opened }
}

/** How long the browser itself takes for so many pieces. */
async function ownCipher(
  name: string,
  { pieces, atOnce }: { readonly pieces: number; readonly atOnce: number },
): Promise<number> {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const format = name === 'AES-GCM' ? 'raw' : ('raw-secret' as 'raw')
  const key = await crypto.subtle.importKey(format, raw, { name }, false, ['encrypt'])
  const algorithm = { name, iv: new Uint8Array(12) }
  const piece = new Uint8Array(PIECE).fill(7)
  const share = async () => {
    for (let i = 0; i < pieces / atOnce; i++) await crypto.subtle.encrypt(algorithm, key, piece)
  }
  return seconds(() => Promise.all(Array.from({ length: atOnce }, share)))
}

async function drain(pieces: AsyncIterable<unknown>): Promise<void> {
  const each = pieces[Symbol.asyncIterator]()
  while ((await each.next()).done !== true);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1_000
}
