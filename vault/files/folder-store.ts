import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { putInPlace, syncFolder } from '../write-durably.ts'
import type { FileStore } from './file-store.ts'
import { isAddress } from './held.ts'

/** Large enough that the disk is asked seldom, small enough that a hundred readers fit in memory. */
const PIECE = 1024 * 1024

/**
 * Files in a folder: `ab/ab34…`, each for reading only. Written as restic writes: to the disk under another name, put in place, and the
 * folders brought to the disk.
 */
export async function folderStore(folder: string): Promise<FileStore> {
  await makeFolders(folder)
  const pathOf = (address: string) => {
    if (!isAddress(address)) throw new Error('a file was asked for by what is no address')
    return join(folder, address.slice(0, 2), address)
  }
  return {
    inWords: folder,
    keep: async (from, { address }) => {
      await putInPlace(from, pathOf(address))
    },
    read: async (address) => {
      const path = pathOf(address)
      return (await isThere(path)) ? pieces(path) : null
    },
    addresses: () => addressesIn(folder),
    remove: async (address) => {
      await rm(pathOf(address), { force: true })
      await syncFolder(dirname(pathOf(address)))
    },
  }
}

/** Reads ahead by one piece, so that the disk works while the last one is looked at. */
async function* pieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  yield* createReadStream('', { fd: file, highWaterMark: PIECE })
}

/** All folders that there will ever be, at once: no file is put into one whose own name has not reached the disk. */
async function makeFolders(folder: string): Promise<void> {
  if (await isThere(join(folder, 'ff'))) return
  for (let two = 0; two < 256; two++)
    await mkdir(join(folder, two.toString(16).padStart(2, '0')), { recursive: true, mode: 0o700 })
  await syncFolder(folder)
  await syncFolder(dirname(folder))
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

async function* addressesIn(folder: string): AsyncGenerator<string> {
  for (const two of await readdir(folder, { withFileTypes: true }))
    if (two.isDirectory())
      for (const name of await readdir(join(folder, two.name))) if (isAddress(name)) yield name
}
