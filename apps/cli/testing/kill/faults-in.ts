import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { ok, valueOf } from '@corroborate/base'
import { restoreBackup, signCheckpoint } from '@corroborate/casework'
import { readTar } from '@corroborate/interchange'
import { verifyLedger, verifyPackage } from '@corroborate/ledger'
import {
  allInvestigations,
  chainOf,
  checkpointsOf,
  contentsOf,
  exhibitFilesOf,
  sources,
  type InvestigationHead,
} from '@corroborate/store'
import { ageOpened, DIGESTS_OF_NODE, SHA_256_OF_NODE } from '@corroborate/vault'
import { deskIn } from '../../../../casework/testing/house.ts'
import { filesForTest } from '../../../../casework/testing/packages.ts'
import { openUnder } from '../../../../store/open-file.ts'
import { packageItems } from '../../package-folder.ts'
import type { Acknowledged } from './acknowledged.ts'
import { openPlace, outOf, type Place } from './place.ts'

/**
 * Opens what killed processes left, as the next start does, and holds everything that they acknowledged against what lies there. In words:
 * what was acknowledged and is gone or altered, what lies there and is named by nothing, what looks finished and is not, a ledger that is
 * broken or is not signed any more.
 */
export async function faultsIn(
  folder: string,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const at = await openPlace(folder)
  try {
    const [investigation] = await allInvestigations(at.store.db)
    if (!investigation) return ['the investigation is gone']
    return [
      ...(await exhibitFaults(at, investigation, acknowledged)),
      ...(await orphansIn(at, investigation, folder)),
      ...(await recordFaults(at, investigation, acknowledged)),
      ...(await ledgerFaults(at, investigation, acknowledged)),
      ...(await packageFaults(at, investigation, { folder, acknowledged })),
      ...(await backupFaults(at, { folder, acknowledged })),
    ]
  } finally {
    await at.close()
  }
}

function ofKind<Each extends Acknowledged['kind']>(acknowledged: readonly Acknowledged[], kind: Each) {
  return acknowledged.filter((one): one is Extract<Acknowledged, { kind: Each }> => one.kind === kind)
}

async function exhibitFaults(
  { store, files }: Place,
  { id }: InvestigationHead,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const faults: string[] = []
  const rows = await exhibitFilesOf(store.db, id)
  const digestOf = new Map(rows.map((row) => [String(row.exhibit), row.sha256]))
  for (const { exhibit, sha256 } of ofKind(acknowledged, 'upload'))
    if (digestOf.get(exhibit) !== sha256) faults.push(`${exhibit} was acknowledged and is not there`)
  for (const { exhibit, held, bytes, sha256, sha512 } of rows) {
    const { kind } = await files.check({ held, digests: { bytes, sha256, sha512 } })
    if (kind !== 'whole') faults.push(`${exhibit} is ${kind}`)
  }
  return faults
}

async function orphansIn(
  { store, files }: Place,
  { id }: InvestigationHead,
  folder: string,
): Promise<readonly string[]> {
  const faults: string[] = []
  const named = new Set((await exhibitFilesOf(store.db, id)).map(({ held }) => held.address))
  for await (const address of files.store.addresses())
    if (!named.has(address)) faults.push(`${address} lies there and nothing names it`)
  for (const name of await readdir(join(folder, 'files', 'incoming')))
    faults.push(`${name} was left on its way`)
  return faults
}

async function recordFaults(
  { store }: Place,
  { id }: InvestigationHead,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const here = new Set((await sources(store.db, id)).map((source) => String(source.id)))
  const whole = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.db)
  return [
    ...ofKind(acknowledged, 'commit')
      .filter(({ source }) => !here.has(source))
      .map(({ source }) => `the source ${source} was acknowledged and is not there`),
    ...whole.rows
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => `the store: ${row.integrity_check}`),
  ]
}

/** The ledger entry by entry, against every head that was signed and that beside the store; and whether it is signed on. */
async function ledgerFaults(
  { store, signing }: Place,
  { id }: InvestigationHead,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const faults: string[] = []
  const signed = await checkpointsOf(store.db, id)
  const verified = await verifyLedger(chainOf(store.db, id), {
    heads: signed.map(({ size, root }) => ({ size: BigInt(size), root })),
    ...{ contents: contentsOf(store.db, id), sha256: SHA_256_OF_NODE },
  })
  if (!verified.ok) faults.push(`the ledger is broken: ${verified.detail}`)
  const noteOf = new Map(signed.map(({ size, note }) => [size, note]))
  const last = Number(signing.heads.last(id)?.size ?? '0')
  for (const { size, note } of ofKind(acknowledged, 'checkpoint')) {
    if (noteOf.get(size) !== note) faults.push(`the checkpoint of ${size} was given out and is not there`)
    if (last < size) faults.push(`${size} lines were signed, and the file beside the store says ${last}`)
  }
  const next = await signCheckpoint({ ...deskIn(store, 'operator', Date.now), signing }, id)
  if (!next.ok) faults.push(`the ledger is not signed any more: ${next.detail}`)
  return faults
}

/** What is called a package is whole and its line stands in the ledger, acknowledged or not; what was acknowledged is there. */
async function packageFaults(
  { store }: Place,
  { id }: InvestigationHead,
  { folder, acknowledged }: { readonly folder: string; readonly acknowledged: readonly Acknowledged[] },
): Promise<readonly string[]> {
  const found = (await readdir(outOf(folder))).filter((name) => isFinished(name, 'package-'))
  const faults = missing(found, ofKind(acknowledged, 'package'))
  const entered = new Set<string>()
  for await (const { content } of contentsOf(store.db, id))
    entered.add((content as { readonly package?: string }).package ?? '')
  for (const name of found) {
    const items = valueOf(await packageItems(join(outOf(folder), name)))
    const asked = { policy: null, against: null, digests: DIGESTS_OF_NODE, sha256: SHA_256_OF_NODE }
    const verified = await verifyPackage(items, asked)
    if (!verified.ok) faults.push(`${name} is called a package and is none: ${verified.detail}`)
    else if (!entered.has(verified.value.id)) faults.push(`${name} left without a line in the ledger`)
  }
  return faults
}

/** Each backup is restored into an empty place. */
async function backupFaults(
  { keys }: Place,
  { folder, acknowledged }: { readonly folder: string; readonly acknowledged: readonly Acknowledged[] },
): Promise<readonly string[]> {
  const found = (await readdir(outOf(folder))).filter((name) => isFinished(name, 'backup-'))
  const faults = missing(found, ofKind(acknowledged, 'backup'))
  for (const name of found) {
    const bytes = () => createReadStream(join(outOf(folder), name))
    const into = join(folder, `restored-${name}`)
    const store = valueOf(await openUnder(into, () => Promise.resolve(ok(keys.store))))
    const restored = await restoreBackup(store, {
      open: () => readTar(ageOpened(bytes(), keys.recovery.identity)),
      filesUnder: async (identity) => ok(await filesForTest({ identity, recipient: keys.files.recipient })),
    })
    if (!restored.ok) faults.push(`${name} is called a backup and is none: ${restored.detail}`)
    await store.close()
  }
  return faults
}

function isFinished(name: string, kind: string): boolean {
  return name.startsWith(kind) && !name.endsWith('.unfinished')
}

function missing(found: readonly string[], acknowledged: readonly { readonly file: string }[]): string[] {
  return acknowledged
    .filter(({ file }) => !found.includes(file))
    .map(({ file }) => `${file} was acknowledged and is not there`)
}
