import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ok, type Outcome } from '@corroborate/base'
import { openStore, type Store, type StoreRefusal, type Where } from '@corroborate/store'
import type { StoreAsked } from './store-asked.ts'
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

/** Which store is to be served, and the key that signs its ledger. */
export interface AskedServe extends AskedWhere {
  readonly signing: { readonly folder: string; readonly passphrase: string }
}

/**
 * The key that signs stands beside the data folder, under the same passphrase by a derivation of its own; with PostgreSQL too, where there
 * is no data folder.
 */
export async function askedServe(asked: StoreAsked): Promise<Outcome<AskedServe, 'no-passphrase'>> {
  const named = await askedWhere(asked)
  if (!named.ok) return named
  const data = dataFolder(asked)
  const folder = `${data}.ledger`
  const { where } = named.value
  if (where.kind === 'file') return ok({ ...named.value, signing: { folder, passphrase: where.passphrase } })
  const found = await passphraseFor(data, asked.passphraseFile)
  return found.ok ? ok({ ...named.value, signing: { folder, passphrase: found.value.passphrase } }) : found
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
