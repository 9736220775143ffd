/**
 * Making a package and verifying it, beside the limit of the machine in the same run: SHA-256 and SHA-512 over the same bytes, and nothing
 * else. The bytes are made as they are read, so that no disk is measured; a package is verified out of the tar that it is written as. Aim:
 * at least 0.7 of the two-digest limit, and memory under 300 MB that does not grow from 0.5 to 2 GB.
 *
 * A file whose digests were taken when it came in is digested once more as it goes out (SHA-256 alone); what is not known is read twice.
 */
import { randomBytes } from 'node:crypto'
import {
  planPackage,
  readTar,
  writeTar,
  type PackagePlan,
  type PackageSource,
} from '@corroborate/interchange'
import { verifyBag } from '@corroborate/ledger'
import { DIGESTS_OF_NODE, ledgerKeyOf } from '@corroborate/vault'
import { costOf, type Cost } from '../measure.ts'

const [SIZES_MB, CHUNK, AIM_SHARE, AIM_MB] = [[512, 2_048], 1 << 20, 0.7, 300]

const chunk = randomBytes(CHUNK)
const signer = ledgerKeyOf('corroborate.invalid/bench', randomBytes(32)).signerOf('bench')
let isShort = false

console.log(
  'size; CPU seconds and MB/s of: two digests alone, made, written as tar, verified; share of the limit; peak',
)
for (const megabytes of SIZES_MB) {
  const limit = await costOf(() => digested(megabytes))
  const made = await costOf(() => planned(megabytes))
  const written = await costOf(() => passedBy(tarOf(made.value)))
  const verified = await costOf(async () => {
    const bag = await verifyBag(readTar(tarOf(made.value)), {
      ...{ profile: 'ours', digests: DIGESTS_OF_NODE, along: () => null },
    })
    if (!bag.ok) throw new Error(bag.detail)
  })
  // The tar that is verified is written as it is read, and what goes out is digested: that part is taken off.
  const reading = verified.cpuSeconds - written.cpuSeconds
  const shares = [made.cpuSeconds, reading].map((seconds) => limit.cpuSeconds / seconds)
  isShort ||= shares.some((share) => share < AIM_SHARE) || verified.peakMegabytes > AIM_MB
  const told = [limit, made, written, { ...verified, cpuSeconds: reading }].map((cost) =>
    inRate(megabytes, cost),
  )
  console.log(
    `${megabytes} MB: ${told.join('; ')}; made ${share(shares[0])}, verified ${share(shares[1])} of the limit (aim: ${AIM_SHARE}); peak ${verified.peakMegabytes.toFixed(0)} MB (aim: under ${AIM_MB})`,
  )
}
process.exitCode = isShort ? 1 : 0

function share(found: number | undefined): string {
  return (found ?? Number.NaN).toFixed(2)
}

function inRate(megabytes: number, { cpuSeconds }: Pick<Cost, 'cpuSeconds'>): string {
  return `${cpuSeconds.toFixed(2)} s, ${(megabytes / cpuSeconds).toFixed(0)} MB/s`
}

async function* bytesOf(megabytes: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  for (let i = 0; i < megabytes; i++) yield chunk
}

async function digested(megabytes: number): Promise<void> {
  const digesting = DIGESTS_OF_NODE(['sha256', 'sha512'])
  for await (const bytes of bytesOf(megabytes)) digesting.add(bytes)
  digesting.end()
}

function planned(megabytes: number): Promise<PackagePlan> {
  const file: PackageSource = { name: 'files/large', read: () => bytesOf(megabytes) }
  const root = new Uint8Array(32)
  const origin = signer.key.name
  return planPackage({
    about: {
      scope: { kind: 'investigation' },
      investigation: { id: 'bench', code: 'bench', title: { en: 'Invented' }, nature: 'invented' },
      ledger: { origin, size: 1, root: Buffer.from(root).toString('hex') },
      ...{ given: {}, withheld: {}, lines: { given: 1, withheld: {} }, tokens: 0 },
    },
    ...{ title: { en: 'Invented' }, signedAt: '2026-01-05T12:00:00.000Z', sources: [file] },
    ...{ signer, script: 'none', digests: DIGESTS_OF_NODE },
  })
}

function tarOf({ files }: PackagePlan): AsyncIterable<Uint8Array> {
  return writeTar(files.map((file) => ({ ...file, name: `package/${file.name}` })))
}

async function passedBy(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let bytes = 0
  for await (const one of chunks) bytes += one.length
  if (bytes === 0) throw new Error('nothing was written')
}
