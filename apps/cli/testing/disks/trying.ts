/**
 * A process that has each of its folders on a small disk of its own (tmpfs, in a namespace of its own), fills it or makes it read-only at
 * each step, and prints for each what it was told, what changed all the same, and whether the same went well once there was room again:
 * what `disks.test.ts` starts. The first word is an empty folder.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { ok, valueOf, type Outcome } from '@corroborate/base'
import { makePackage, receiveExhibit, signCheckpoint, takeInFile } from '@corroborate/casework'
import {
  allInvestigations,
  checkpointsOf,
  exhibitFilesOf,
  ledgerHead,
  members,
  type Store,
} from '@corroborate/store'
import { exhibitFiles } from '@corroborate/vault'
import { deskIn, recordedSource } from '../../../../casework/testing/house.ts'
import { openUnder } from '../../../../store/open-file.ts'
import { digestsOf } from '../../../server/testing/files.ts'
import { failureInWords } from '../../failure.ts'
import { writePackage } from '../../package-folder.ts'
import { writeBackup } from '../../write-backup.ts'
import type { Acknowledged } from '../kill/acknowledged.ts'
import { faultsIn } from '../kill/faults-in.ts'
import { makePlace, openPlace, outOf } from '../kill/place.ts'

/** What came of a work on a disk that was spoiled: `told` is what the user reads. */
export interface Tried {
  readonly step: string
  readonly disk: string
  readonly told: string
  /** What was there afterwards and not before, or the other way round. */
  readonly changed: readonly string[]
  /** Done again when the disk was as before. */
  readonly again: string
}

type Disk = 'data' | 'files' | 'ledger' | 'out' | 'copy'
const [, , root = ''] = process.argv
const MEGABYTES = { data: 16, files: 32, ledger: 1, out: 24 }

for (const disk of ['data', 'files', 'ledger', 'out'] as const) {
  mkdirSync(join(root, disk))
  mount(disk, `size=${MEGABYTES[disk]}m,nr_inodes=1000`)
}
await makePlace(root)
const { store, files, signing, keys, close } = await openPlace(root)
const [investigation] = await allInvestigations(store.db)
const member = (await members(store.db)).find(({ name }) => name === 'A. Researcher')
if (!investigation || !member) throw new Error('the place is empty')
const { id } = investigation
const desk = { ...deskIn(store, member.id, Date.now), files }
const acknowledged: Acknowledged[] = []
let name = 0

function mount(disk: Disk, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', join(root, disk)])
}

const filler = (disk: Disk) => join(root, disk, 'filler')

/** Fills a disk, but for so many bytes. */
function fill(disk: Disk, leave = 0): void {
  writeFileSync(filler(disk), '')
  let bytes = 0
  for (const size of [1 << 20, 4096])
    try {
      for (; ; bytes += size) appendFileSync(filler(disk), Buffer.alloc(size))
    } catch {
      truncateSync(filler(disk), bytes)
    }
  truncateSync(filler(disk), bytes - leave)
}

/** Fills a disk with names of files: there is room for bytes, and for no more files. */
function fillWithNames(disk: Disk): void {
  mkdirSync(filler(disk))
  try {
    for (let i = 0; ; i++) writeFileSync(join(filler(disk), String(i)), '')
  } catch {
    return
  }
}

const readOnly = (disk: Disk) => execFileSync('mount', ['-o', 'remount,ro', join(root, disk)])

function mend(disk: Disk): void {
  execFileSync('mount', ['-o', 'remount,rw', join(root, disk)])
  rmSync(filler(disk), { recursive: true, force: true })
}

/** Everything that anybody could see: files, rows of files, the ledger's length, signed heads, what was written out. */
async function visible(): Promise<readonly string[]> {
  const held = []
  for await (const address of files.store.addresses()) held.push(address)
  const rows = await exhibitFilesOf(store.db, id)
  const signed = await checkpointsOf(store.db, id)
  return [
    ...held.map((address) => `file ${address}`),
    ...rows.map((row) => `row ${row.id}`),
    `ledger of ${(await ledgerHead(store.db, id))?.sequence ?? 0}`,
    `signed ${signing.heads.last(id)?.size ?? '0'}, ${signed.length} heads`,
    ...readdirSync(outOf(root)).filter((file) => file !== 'filler'),
  ]
}

async function said(work: () => Promise<Outcome<unknown>>): Promise<string> {
  try {
    const outcome = await work()
    return outcome.ok ? 'done' : outcome.detail
  } catch (error) {
    return failureInWords(error)
  }
}

async function tried(
  [step, disk]: readonly [string, Disk],
  work: (spoil: () => void) => Promise<Outcome<unknown>>,
  spoil: () => void,
): Promise<Tried> {
  const before = await visible()
  const told = await said(() => work(spoil))
  mend(disk)
  await sql`pragma query_only = off`.execute(store.db)
  const after = await visible()
  const changed = [
    ...after.filter((one) => !before.includes(one)),
    ...before.filter((one) => !after.includes(one)),
  ]
  const again = await said(() => work(() => undefined))
  return { step, disk, told, changed, again }
}

/** Takes in a file; the disk is spoiled before, while it comes, when all of it has come, before it is put in place, or before its row. */
function taking(when: 'before' | 'coming' | 'come' | 'placing' | 'row') {
  return async (spoil: () => void): Promise<Outcome<unknown>> => {
    const bytes = randomBytes(60_000)
    async function* coming(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytes.subarray(0, 20_000))
      if (when === 'coming') spoil()
      yield bytes.subarray(20_000)
      if (when === 'come') spoil()
    }
    const keep: typeof files.store.keep = (from, laid) => {
      if (when === 'placing') spoil()
      return files.store.keep(from, laid)
    }
    if (when === 'before') spoil()
    const within = await exhibitFiles({
      ...{ store: { ...files.store, keep }, key: keys.files },
      folder: join(root, 'files', 'incoming'),
    })
    const unknown = { source: null, generation: 'unknown', whereabouts: null, collected: null } as const
    const taken = await takeInFile(
      { ...desk, files: within },
      {
        ...{ investigation: id, name: 'x.bin', bytes: coming() },
        announced: { digests: digestsOf(bytes), atRest: 'encrypted' },
      },
      {
        act: receiveExhibit,
        enter: (file) => {
          if (when === 'row') spoil()
          return receiveExhibit(desk, {
            ...{ investigation: id, code: null, title: { en: 'x' }, ...unknown, file },
          })
        },
      },
    )
    if (taken.ok)
      acknowledged.push({ kind: 'upload', exhibit: taken.value.exhibit, sha256: digestsOf(bytes).sha256 })
    return taken
  }
}

async function entered(spoil: () => void): Promise<Outcome<unknown>> {
  spoil()
  const source = await recordedSource(desk, id, 'document')
  acknowledged.push({ kind: 'commit', source })
  return ok(source)
}

async function signed(spoil: () => void): Promise<Outcome<unknown>> {
  spoil()
  const outcome = await signCheckpoint({ ...desk, signing }, id)
  if (outcome.ok) {
    const { size, note } = outcome.value.head
    acknowledged.push({ kind: 'checkpoint', size, note })
  }
  return outcome
}

async function packaged(ending: '' | '.tar', spoil: () => void): Promise<Outcome<unknown>> {
  const scope = { kind: 'investigation' } as const
  const plan = valueOf(await makePackage(desk, { investigation: id, scope, signing, script: 'none', files }))
  spoil()
  const file = `package-${++name}${ending}`
  await writePackage(join(outOf(root), file), plan)
  acknowledged.push({ kind: 'package', file })
  return ok(file)
}

async function backedUp(spoil: () => void): Promise<Outcome<unknown>> {
  spoil()
  const file = `backup-${++name}`
  await writeBackup(store.db, {
    ...{ out: join(outOf(root), file), to: keys.recovery.recipient, at: new Date().toISOString() },
    files: { store: files.store, key: keys.files },
  })
  acknowledged.push({ kind: 'backup', file })
  return ok(file)
}

/** The disk of the store with so few pages left that a work fails at another one each time, until it goes well. */
async function swept(step: string, work: (spoil: () => void) => Promise<Outcome<unknown>>): Promise<void> {
  for (let pages = 0; ; pages = pages * 2 + 1) {
    const found = await tried([`${step}, ${pages} pages left`, 'data'], work, () =>
      fill('data', pages * 4096),
    )
    if (found.told === 'done') return
    tell(found)
  }
}

function tell(found: Tried): void {
  console.log(JSON.stringify(found))
}

/** A start on the disk as it is, and, where that goes well, an act. */
async function started(step: string, folder: string): Promise<void> {
  const opened = await openUnder(folder, () => Promise.resolve(ok(keys.store)))
  const enter = async ({ db }: Pick<Store, 'db'>) =>
    ok(await recordedSource({ ...desk, store: { db } }, id, 'document'))
  const told = opened.ok ? await said(() => enter(opened.value)) : opened.detail
  tell({ step, disk: 'data', told, changed: [], again: 'done' })
  if (opened.ok) await opened.value.close()
}

tell(await tried(['a file comes', 'files'], taking('before'), () => fill('files')))
tell(await tried(['half of a file has come', 'files'], taking('coming'), () => fill('files')))
tell(await tried(['all of a file has come', 'files'], taking('come'), () => fillWithNames('files')))
tell(await tried(['a file comes, read-only', 'files'], taking('before'), () => readOnly('files')))
tell(await tried(['a file is put in place, read-only', 'files'], taking('placing'), () => readOnly('files')))
await swept('the row of a file is written', taking('row'))
tell(await tried(['the row of a file is written, read-only', 'data'], taking('row'), queryOnly))
await swept('an act is entered', entered)
tell(await tried(['an act is entered, read-only', 'data'], entered, queryOnly))
valueOf(await entered(() => undefined))
tell(await tried(['the ledger is signed', 'ledger'], signed, () => fill('ledger')))
valueOf(await entered(() => undefined))
tell(await tried(['the ledger is signed, read-only', 'ledger'], signed, () => readOnly('ledger')))
valueOf(await entered(() => undefined))
tell(await tried(['what was signed is written down', 'data'], signed, () => fill('data')))
for (const ending of ['', '.tar'] as const) {
  const work = (spoil: () => void) => packaged(ending, spoil)
  tell(await tried([`a package${ending} is written`, 'out'], work, () => fill('out', 16_384)))
  tell(await tried([`a package${ending} is written, read-only`, 'out'], work, () => readOnly('out')))
}
tell(await tried(['a backup is written', 'out'], backedUp, () => fill('out', 16_384)))
tell(await tried(['a backup is written, read-only', 'out'], backedUp, () => readOnly('out')))
await close()
fill('data')
await started('the store is opened', join(root, 'data'))
mend('data')
// A copy: the engine lets go of the file itself only when its statements are forgotten, and a disk in use is not made read-only.
mkdirSync(join(root, 'copy'))
mount('copy', 'size=16m')
cpSync(join(root, 'data'), join(root, 'copy'), { recursive: true })
readOnly('copy')
await started('the store is opened, read-only', join(root, 'copy'))
console.log(JSON.stringify(await faultsIn(root, acknowledged)))

function queryOnly(): void {
  void sql`pragma query_only = on`.execute(store.db)
}
