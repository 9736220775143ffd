import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valueOf } from '@corroborate/base'
import type { Store } from '@corroborate/store'
import type { Digests, ExhibitFiles } from '@corroborate/vault'
import { openFiles } from '../exhibits/open-files.ts'

/** Files of exhibits in a folder of their own, gone when they are closed. */
export interface FilesInFolder {
  readonly files: ExhibitFiles
  readonly folder: string
  readonly close: () => Promise<void>
}

export async function filesInFolder(store: Store): Promise<FilesInFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'corroborate-exhibits-'))
  const asked = { folder, passphrase: 'invented for a test', bucket: null }
  const { files, release } = valueOf(await openFiles(asked, { store, random: randomBytes }))
  return {
    ...{ files, folder },
    close: async () => {
      release()
      await rm(folder, { recursive: true })
    },
  }
}

export function digestsOf(bytes: Uint8Array): Digests {
  const of = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex')
  return { bytes: bytes.length, sha256: of('sha256'), sha512: of('sha512') }
}

/** What is said of an invented exhibit before its file comes. */
export function saidOf(bytes: Uint8Array, more: object = {}): object {
  const { sha256, sha512 } = digestsOf(bytes)
  return {
    ...{ code: null, title: { en: 'A recording' }, source: null, generation: 'original', whereabouts: null },
    ...{ collected: null, name: 'REC_0007.wav', sha256, sha512, ...more },
  }
}

/** A request that brings a file. */
export function broughtFile(
  bytes: Uint8Array,
  said: object,
  more: Readonly<Record<string, string>> = {},
): RequestInit {
  const headers = {
    'corroborate-exhibit': encodeURIComponent(JSON.stringify(said)),
    ...{ 'content-type': 'application/octet-stream', 'content-length': String(bytes.length), ...more },
  }
  return { method: 'POST', body: Uint8Array.from(bytes), headers }
}
