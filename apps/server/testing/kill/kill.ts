import { spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { valueOf } from '@corroborate/base'
import { enrolMember, openInvestigation } from '@corroborate/casework'
import { USUAL_THRESHOLDS } from '@corroborate/findings'
import { verifyChain } from '@corroborate/ledger'
import { allInvestigations, chainOf, contentsOf, exhibitFilesOf, openStore } from '@corroborate/store'
import { deskIn } from '../../../../casework/testing/house.ts'
import { openFiles } from '../../exhibits/open-files.ts'

/** What was found when a process had been killed so many times while it took in files. */
export interface Killed {
  readonly kills: number
  readonly acknowledged: number
  /** In words: what was acknowledged and is gone or altered, what lies there and is named by nothing, a broken ledger. */
  readonly faults: readonly string[]
}

const PASSPHRASE = 'invented for a test'
const PROCESS = fileURLToPath(new URL('./uploading.ts', import.meta.url))
/** It lives until it has acknowledged so many files at most, and so much longer: by count, because a file takes a hundred times as long on a busy disk. */
const [MOST_FILES, LONGEST_AFTER_MS] = [5, 150]

/**
 * Starts a process that takes in files, kills it (SIGKILL) at a moment drawn at random, opens what it left as the next start does, and
 * holds everything that it had acknowledged against what lies there. A killed process loses no power: what a disk loses with it, this
 * does not show.
 */
export async function killWhileUploading(kills: number): Promise<Killed> {
  const root = await mkdtemp(join(tmpdir(), 'corroborate-kill-'))
  const at = { data: join(root, 'data'), folder: join(root, 'files') }
  try {
    await begin(at)
    const acknowledged = new Map<string, string>()
    const faults: string[] = []
    for (let kill = 1; kill <= kills; kill++) {
      for (const [exhibit, sha256] of await killOnce(at)) acknowledged.set(exhibit, sha256)
      faults.push(...(await faultsIn(at, acknowledged)).map((fault) => `after ${kill} kills: ${fault}`))
    }
    return { kills, acknowledged: acknowledged.size, faults }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

interface Place {
  readonly data: string
  readonly folder: string
}

async function opened({ data, folder }: Place) {
  const store = valueOf(await openStore({ kind: 'file', folder: data, passphrase: PASSPHRASE }))
  const held = valueOf(
    await openFiles({ folder, passphrase: PASSPHRASE, bucket: null }, { store, random: randomBytes }),
  )
  const close = async () => {
    held.release()
    await store.close()
  }
  return { store, files: held.files, close }
}

async function begin(at: Place): Promise<void> {
  const { store, close } = await opened(at)
  const member = valueOf(await enrolMember(deskIn(store, 'operator'), { name: 'A. Researcher' }))
  valueOf(
    await openInvestigation(deskIn(store, member), {
      ...{
        code: 'kill',
        title: { en: 'Killed' },
        notice: { en: 'Invented for a test.' },
        nature: 'invented',
      },
      thresholds: USUAL_THRESHOLDS,
    }),
  )
  await close()
}

/** The exhibits that the process said were in, with their digests, before it was killed. */
async function killOnce({ data, folder }: Place): Promise<readonly (readonly [string, string])[]> {
  const child = spawn(process.execPath, [PROCESS, data, folder, PASSPHRASE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const ended = new Promise<void>((settle) => child.on('close', () => settle()))
  const lines = 2 + randomInt(MOST_FILES)
  const enough = new Promise<void>((settle) =>
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.split('\n').length > lines) settle()
    }),
  )
  await Promise.race([enough, ended])
  await new Promise((settle) => setTimeout(settle, randomInt(LONGEST_AFTER_MS)))
  child.kill('SIGKILL')
  await ended
  const whole = said.split('\n').slice(1, -1)
  if (!said.startsWith('ready\n')) throw new Error('the process ended before it was ready')
  return whole.map((line) => [line.slice(0, 36), line.slice(37)] as const)
}

async function faultsIn(at: Place, acknowledged: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const { store, files, close } = await opened(at)
  const faults: string[] = []
  const [place] = await allInvestigations(store.db)
  if (!place) throw new Error('the investigation is gone')
  const rows = await exhibitFilesOf(store.db, place.id)
  const byExhibit = new Map(rows.map((row) => [String(row.exhibit), row]))
  for (const [exhibit, sha256] of acknowledged)
    if (byExhibit.get(exhibit)?.sha256 !== sha256) faults.push(`${exhibit} was acknowledged and is not there`)
  for (const { exhibit, held, bytes, sha256, sha512 } of rows) {
    const { kind } = await files.check({ held, digests: { bytes, sha256, sha512 } })
    if (kind !== 'whole') faults.push(`${exhibit} is ${kind}`)
  }
  const named = new Set(rows.map(({ held }) => held.address))
  for await (const address of files.store.addresses())
    if (!named.has(address)) faults.push(`${address} lies there and nothing names it`)
  for (const name of await readdir(join(at.folder, 'incoming'))) faults.push(`${name} was left on its way`)
  const chain = await verifyChain(chainOf(store.db, place.id), contentsOf(store.db, place.id))
  if (!chain.ok) faults.push(`the ledger is broken: ${chain.detail}`)
  await close()
  return faults
}
