import { randomBytes } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { ok } from '@corroborate/base'
import { FileGone, restoreBackup, type Restored } from '@corroborate/casework'
import { readTar } from '@corroborate/interchange'
import { filesToBackUp, openFiles, type OpenFiles } from '@corroborate/server'
import { openStore, openToRead } from '@corroborate/store'
import { ageOpened, makeRecoveryKey, NotAsWritten, writeDurably } from '@corroborate/vault'
import { askedServe } from './asked-store.ts'
import type { BackupCommand, RecoveryKeyCommand, RestoreCommand } from './package-command-line.ts'
import { writeBackup } from './write-backup.ts'

const AT_ONCE = 1 << 20

/** Makes the key that opens backups, for a drawer and not for the server: the file is the secret, what is printed is not. */
export async function recoveryKey({ out }: RecoveryKeyCommand): Promise<number> {
  if (existsSync(out)) return complain(`${out} is there already; a key is never written over.`)
  const { identity, recipient } = await makeRecoveryKey()
  await writeDurably(out, `# public key: ${recipient}\n${identity}\n`)
  console.log(`The recovery key is in ${out}. Print it, or keep it where the server is not: without it no backup opens.
Back up to it with  corroborate backup --to ${recipient} --out FILE`)
  return 0
}

/** Writes all of a store, as one moment has it, encrypted to a recovery key; a server that has the store open goes on working. */
export async function backup(asked: BackupCommand): Promise<number> {
  if (existsSync(asked.out)) return complain(`${asked.out} is there already; a backup is never written over.`)
  const named = await askedServe(asked)
  if (!named.ok) return complain(named.detail)
  const files = await filesToBackUp(named.value.files)
  if (!files.ok) return complain(files.detail)
  const opened = await openToRead(named.value.where)
  if (!opened.ok) return complain(opened.detail)
  const store = opened.value
  try {
    const to = { out: asked.out, to: asked.to, at: new Date().toISOString() }
    const heads = await writeBackup(store.db, { ...to, files: files.value })
    console.log(`Written to ${asked.out}: ${heads.length} ledgers, ${heads.reduce((sum, { size }) => sum + size, 0)} lines of them, all records, and every file of an exhibit.
Only the recovery key opens it. The key that signs the ledger is not in it: keep a copy of its folder apart.`)
    return 0
  } catch (error) {
    if (!(error instanceof FileGone)) throw error
    return complain(
      `There is no backup: ${error.message}. Run “corroborate fixity”, which says of what, and put it back from an earlier one.`,
    )
  } finally {
    await store.close()
  }
}

/** Restores a backup into a store that is not there yet, and holds its ledgers against what they were. */
export async function restore(asked: RestoreCommand): Promise<number> {
  if (!existsSync(asked.file)) return complain(`${asked.file}: expected a backup, found nothing.`, 2)
  const identity = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m.exec(await readFile(asked.key, 'utf8'))?.[0]
  if (identity === undefined)
    return complain(`${asked.key}: expected a line that begins with AGE-SECRET-KEY-1, found none.`, 2)
  const named = await askedServe(asked)
  if (!named.ok) return complain(named.detail)
  const opened = await openStore(named.value.where)
  if (!opened.ok) return complain(opened.detail)
  const store = opened.value
  let held: OpenFiles | null = null
  const filesUnder = async (under: string) => {
    const place = await openFiles(named.value.files, { store, random: randomBytes, under })
    if (!place.ok) return place
    held = place.value
    return ok(held.files)
  }
  const open = () => readTar(ageOpened(createReadStream(asked.file, { highWaterMark: AT_ONCE }), identity))
  try {
    const restored = await restoreBackup(store, { open, filesUnder })
    if (!restored.ok) return complain(restored.detail)
    tell(named.value.inWords, restored.value)
    return 0
  } catch (error) {
    if (!(error instanceof NotAsWritten)) throw error
    return complain(
      'The backup does not open: it is encrypted to another key, or was changed or cut. Nothing was restored.',
    )
  } finally {
    release(held)
    await store.close()
  }
}

function release(held: OpenFiles | null): void {
  held?.release()
}

function tell(where: string, { heads, rows, files }: Restored): void {
  console.log(
    `Restored into ${where}: ${rows} rows, ${files} files of exhibits. Every ledger is the one that was backed up:`,
  )
  for (const { chain, size, root } of heads) console.log(`${chain}: ${size} entries, root ${root}`)
}

function complain(sentence: string, code: 1 | 2 = 1): number {
  console.error(sentence)
  return code
}
