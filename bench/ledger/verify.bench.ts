/**
 * Verifying a ledger of 1,000,000 entries end to end: order, links, every hash, and the root of the tree against signed heads. Aim: under 5
 * seconds of processor time with the machine's own SHA-256, of which hashing is at least half. Beside it: the same in script,
 * the walk without hashes, and what `openssl speed` says of the machine where it is installed.
 */
import { spawnSync } from 'node:child_process'
import {
  appendTo,
  leafOf,
  SHA_256_IN_SCRIPT,
  verifyLedger,
  type Entry,
  type Sha256,
  type TreeHead,
} from '@corroborate/ledger'
import { against, costOf } from '../measure.ts'
import { SHA_256_OF_NODE } from '@corroborate/vault'

const [ENTRIES, RUNS, AIM_SECONDS, AIM_SHARE] = [1_000_000, 3, 5, 0.5]

const entries = ledgerOf(ENTRIES)
const heads = await headsOf(entries)
const bytes = entries.reduce((sum, entry) => sum + leafOf(entry).length + 1, 0)
console.log(`${ENTRIES} entries, ${(bytes / 1e6).toFixed(0)} MB of leaves, ${heads.length} signed heads`)

const rest = await withoutHashing()
const ofNode = await verifiedWith(SHA_256_OF_NODE)
report('node:crypto', ofNode)
report('in script', await verifiedWith(SHA_256_IN_SCRIPT))
console.log(
  `with the machine's own hash: ${against(AIM_SECONDS, ofNode, 'CPU s')}; hashing aims to be at least ${percent(AIM_SHARE)}`,
)
limitOfTheMachine()
process.exitCode = ofNode < AIM_SECONDS ? 0 : 1

function report(name: string, whole: number): void {
  const rate = (ENTRIES / whole / 1_000).toFixed(0)
  console.log(
    `${name}: ${whole.toFixed(2)} CPU s (${rate},000 entries a second), ` +
      `${rest.toFixed(2)} s of it without hashing: hashing is ${percent(1 - rest / whole)}`,
  )
}

async function verifiedWith(sha256: Sha256, signed = heads): Promise<number> {
  const runs: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const { cpuSeconds, value } = await costOf(() =>
      verifyLedger(entries, { heads: signed, contents: null, sha256 }),
    )
    if (!value.ok) throw new Error(value.detail)
    runs.push(cpuSeconds)
  }
  return runs.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN
}

/** Everything but hashing: the same walk with digests that are known beforehand. What hashing costs is the difference. */
function withoutHashing(): Promise<number> {
  let at = 0
  const node = new Uint8Array(32)
  const known: Sha256 = { ofBytes: () => node, ofText: () => entries[at++ % ENTRIES]?.hash ?? '' }
  return verifiedWith(known, [])
}

function limitOfTheMachine(): void {
  const { status, stdout } = spawnSync('openssl', ['speed', '-seconds', '1', '-bytes', '320', 'sha256'], {
    encoding: 'utf8',
  })
  const rate = /^sha256\s+([\d.]+)k/m.exec(stdout)?.[1]
  if (status !== 0 || !rate) {
    console.log('openssl is not here: no limit of the machine')
    return
  }
  const hashed = (ENTRIES * 65 + bytes) / 1e3
  console.log(
    `openssl speed, blocks of 320 bytes: ${rate}k bytes a second; at that rate the ${hashed.toFixed(0)}k bytes of leaves and nodes take ${(hashed / Number(rate)).toFixed(2)} s`,
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}

async function headsOf(all: readonly Entry[]): Promise<readonly TreeHead[]> {
  const heads: TreeHead[] = []
  for (const size of [1_000, 500_000, all.length]) {
    const verified = await verifyLedger(all.slice(0, size), {
      heads: [],
      contents: null,
      sha256: SHA_256_OF_NODE,
    })
    if (verified.ok) heads.push({ size: BigInt(size), root: verified.value.root })
  }
  return heads
}

function ledgerOf(count: number): readonly Entry[] {
  const made: Entry[] = []
  const id = (at: number) => `018f3a5e-7b2c-7def-8123-${String(at).padStart(12, '0')}`
  for (let i = 0; i < count; i++) {
    const time = new Date(1_767_225_600_000 + i * 1_000).toISOString()
    const commitment = i.toString(16).padStart(64, 'c')
    made.push(
      appendTo(made.at(-1) ?? null, {
        time,
        actor: id(i % 50),
        act: 'claim.stated',
        subject: id(i),
        commitment,
      }),
    )
  }
  return made
}
