import { valueOf } from '@corroborate/base'
import { openStream, openValue, sealStream, sealValue } from '@corroborate/vault/sealing'
import { contextBy, expecting, person, receiversOf, trustOf } from '../../vault/sealing/testing/team.ts'

/** What is measured in a page of a real browser; times in seconds. */
export interface Measured {
  readonly identities: { readonly sealed: number; readonly opened: number }
  readonly recording: {
    readonly ownAes: number
    /** Null where this browser has no ChaCha20-Poly1305 of its own. */
    readonly ownChaCha: number | null
    readonly sealed: number
    readonly opened: number
  }
}

const PIECE = 1024 * 1024

/** Seals and opens so many identities for five recipients, and a recording of so many MiB as a stream. */
async function measure(identities: number, mebibytes: number): Promise<Measured> {
  return { identities: await ofIdentities(identities), recording: await ofRecording(mebibytes) }
}

Object.assign(globalThis, { measure })

async function ofIdentities(count: number): Promise<Measured['identities']> {
  const people = await Promise.all(['amal', 'basma', 'chidi', 'dina', 'emre'].map(person))
  const [amal, basma] = people
  if (!amal || !basma) throw new Error('nobody is there')
  const trusted = await trustOf(basma, amal)
  const to = { author: amal.author, recipients: receiversOf(...people) }
  const values: Awaited<ReturnType<typeof sealValue>>[] = []
  const sealed = await seconds(async () => {
    for (let i = 0; i < count; i++)
      values.push(await sealValue(`Invented ${i}`, contextBy(amal, { record: `s${i}` }), to))
  })
  const opened = await seconds(async () => {
    for (const [i, one] of values.entries())
      valueOf(
        await openValue(valueOf(one), expecting(people, { record: `s${i}` }), { trusted, keys: basma.keys }),
      )
  })
  return { sealed, opened }
}

async function ofRecording(mebibytes: number): Promise<Measured['recording']> {
  const amal = await person('amal')
  const once = await sealStream(recording(mebibytes), receiversOf(amal))
  const sealed = await seconds(() => drain(once.ciphertext))
  const again = await sealStream(recording(mebibytes), receiversOf(amal))
  // Opened as it is sealed, so that no recording is held whole; what sealing alone took is taken off.
  const both = await seconds(async () => {
    const [first, rest] = await headOf(again.ciphertext)
    await drain(await openStream(joined(first, rest), await again.header, amal.keys))
  })
  return {
    ownAes: await ownCipher({ name: 'AES-GCM', iv: new Uint8Array(12) }, mebibytes),
    ownChaCha: await ownCipher({ name: 'ChaCha20-Poly1305', iv: new Uint8Array(12) }, mebibytes).catch(
      () => null,
    ),
    sealed,
    opened: both - sealed,
  }
}

/** How fast the browser itself encrypts in pieces of 64 KiB, as age has them. */
async function ownCipher(algorithm: { name: string; iv: Uint8Array<ArrayBuffer> }, mebibytes: number) {
  const { name } = algorithm
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const format = name === 'AES-GCM' ? 'raw' : ('raw-secret' as 'raw')
  const key = await crypto.subtle.importKey(format, raw, { name }, false, ['encrypt'])
  const piece = new Uint8Array(64 * 1024).fill(7)
  return seconds(async () => {
    for (let i = 0; i < mebibytes * 16; i++) await crypto.subtle.encrypt(algorithm, key, piece)
  })
}

function recording(mebibytes: number): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(PIECE).fill(7)
  let left = mebibytes
  return new ReadableStream({
    pull(controller) {
      if (left === 0) controller.close()
      else controller.enqueue(piece)
      left -= 1
    },
  })
}

/** The first piece is read, so that the digest of the header is known before anything is opened. */
async function headOf(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  const { value } = await reader.read()
  reader.releaseLock()
  return [value ?? new Uint8Array(), stream] as const
}

function joined(first: Uint8Array, rest: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const through = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => controller.enqueue(first),
  })
  return rest.pipeThrough(through)
}

async function drain(stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader()
  while (!(await reader.read()).done);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1_000
}
