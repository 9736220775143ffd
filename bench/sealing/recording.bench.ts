import { openStream, sealStream } from '@corroborate/vault/sealing'
import { person, receiversOf } from '../../vault/sealing/testing/team.ts'

/** Sealing and opening a recording of 1 GB as a stream, beside the machine's own AES-256-GCM. Memory must not grow with it. */
const PIECE = new Uint8Array(1024 * 1024).fill(7)
const PIECES = 1_024
const amal = await person('amal')

const own = await timed('AES-256-GCM of Web Crypto', async () => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  for (let i = 0; i < PIECES; i++)
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12).fill(i & 255) }, key, PIECE)
})
const { ciphertext, header } = await sealStream(recording(), receiversOf(amal))
const [kept, opened] = ciphertext.tee()
const sealing = await timed('sealed and opened', async () => {
  const drained = drain(kept)
  await drain(await openStream(opened, header, amal.keys))
  await drained
})
console.log(`  one way takes ${((sealing / 2 / own) * 1).toFixed(1)} times as long as the machine's own`)
console.log(`  memory at its most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)

function recording(): ReadableStream<Uint8Array> {
  let left = PIECES
  return new ReadableStream({
    pull(controller) {
      if (left === 0) controller.close()
      else controller.enqueue(PIECE)
      left -= 1
    },
  })
}

async function drain(stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader()
  while (!(await reader.read()).done);
}

async function timed(what: string, run: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await run()
  const seconds = (performance.now() - begun) / 1_000
  console.log(`  ${what}: ${seconds.toFixed(1)} s for ${PIECES} MiB`)
  return seconds
}
