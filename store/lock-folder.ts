import { join } from 'node:path'
import Database from 'libsql'

/**
 * Takes a folder for this process, or null when somebody has it: another process, or this one. The lock is a write
 * transaction on an empty database beside the store, that is, a lock of the operating system: it ends with the process
 * however that ends, and nothing is left behind that would have to be judged alive or dead.
 */
export function lockFolder(folder: string): { readonly release: () => void } | null {
  const lock = new Database(join(folder, 'store.lock'), { timeout: 0 })
  try {
    lock.exec('begin immediate')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return null
    throw error
  }
  return {
    release: () => {
      if (lock.open) lock.close()
    },
  }
}
