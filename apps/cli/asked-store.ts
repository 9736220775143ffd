import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { openStore, type Store, type StoreRefusal, type Where } from '@corroborate/store'
import type { StoreAsked } from './store-asked.ts'
import type { FilesAsked } from '@corroborate/server'
import type { BucketAsked } from '@corroborate/vault'
import { passphraseFor } from './passphrase.ts'

export const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface AskedWhere {
  readonly where: Where
  /** In words for the terminal: the folder, or the database. Never the passphrase, never the database's address. */
  readonly inWords: string
  /** The file beside the store that holds its passphrase, when nobody has moved it away yet. */
  readonly passphraseBeside: string | null
}

export interface AskedStore extends AskedWhere {
  readonly store: Store
}

/** Which store is to be served, where its files lie, and the key that signs its ledger. */
export interface AskedServe extends AskedWhere {
  readonly signing: { readonly folder: string; readonly passphrase: string }
  readonly files: FilesAsked
}

/**
 * The files and the key that signs stand beside the data folder, under the same passphrase by derivations of their own; with PostgreSQL
 * too, where there is no data folder.
 */
export async function askedServe(
  asked: StoreAsked,
): Promise<Outcome<AskedServe, 'no-passphrase' | 'bad-bucket'>> {
  const named = await askedWhere(asked)
  if (!named.ok) return named
  const bucket = askedBucket(process.env)
  if (!bucket.ok) return bucket
  const data = dataFolder(asked)
  const beside = (passphrase: string) => ({
    signing: { folder: `${data}.ledger`, passphrase },
    files: { folder: `${data}.files`, passphrase, bucket: bucket.value },
  })
  const { where } = named.value
  if (where.kind === 'file') return ok({ ...named.value, ...beside(where.passphrase) })
  const found = await passphraseFor(data, asked.passphraseFile)
  return found.ok ? ok({ ...named.value, ...beside(found.value.passphrase) }) : found
}

/** The bucket that the environment names, or null where it names none. */
function askedBucket(environment: NodeJS.ProcessEnv): Outcome<BucketAsked | null, 'bad-bucket'> {
  const url = environment.CORROBORATE_BUCKET
  if (url === undefined || url === '') return ok(null)
  const { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secret } = environment
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    return refuse(
      'bad-bucket',
      'CORROBORATE_BUCKET takes the address of a bucket: https://s3.example.org/evidence',
    )
  if (!region || !accessKeyId || !secret)
    return refuse(
      'bad-bucket',
      'CORROBORATE_BUCKET also needs AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    )
  return ok({ url, region, accessKeyId, secretAccessKey: secret })
}

function dataFolder(asked: StoreAsked): string {
  return resolve(asked.data ?? join(project, 'data'))
}

/** Which store the command line and the environment name. */
export async function askedWhere(asked: StoreAsked): Promise<Outcome<AskedWhere, 'no-passphrase'>> {
  const url = process.env.DATABASE_URL
  if (url !== undefined && url !== '') {
    const inWords = 'the PostgreSQL database of DATABASE_URL'
    return ok({ where: { kind: 'postgres', url }, inWords, passphraseBeside: null })
  }
  const folder = dataFolder(asked)
  const found = await passphraseFor(folder, asked.passphraseFile)
  if (!found.ok) return found
  const { passphrase, besideStore } = found.value
  return ok({ where: { kind: 'file', folder, passphrase }, inWords: folder, passphraseBeside: besideStore })
}

/** Opens that store; refused with a sentence that says what to do. */
export async function openAskedStore(
  asked: StoreAsked,
): Promise<Outcome<AskedStore, StoreRefusal | 'no-passphrase'>> {
  const named = await askedWhere(asked)
  if (!named.ok) return named
  const opened = await openStore(named.value.where)
  return opened.ok ? ok({ ...named.value, store: opened.value }) : opened
}
