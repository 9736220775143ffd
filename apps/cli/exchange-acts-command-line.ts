import { ok, refuse, type Outcome } from '@corroborate/base'
import type { StoreAsked } from './store-asked.ts'

export type ExchangeActsAsked = {
  readonly command: 'exchange'
  readonly way: 'acts'
  /** Of one database; none where it is asked which were taken in. */
  readonly files: readonly string[]
  /** Where the rows are taken in; null where it is only shown how they are read. */
  readonly into: ActsInto | null
  /** Which column is which: as a file says, or as it was kept of a database; null where it is kept of this one, or proposed. */
  readonly mapping: { readonly file: string } | { readonly database: string } | null
  readonly json: boolean
} & StoreAsked

export interface ActsInto {
  readonly investigation: string
  /** Names the database; null where it is asked which were taken in. */
  readonly name: string | null
  /** The document that it is; null where that is known from the last time. */
  readonly source: string | null
  readonly language: string
  /** Shows what would be taken in, and takes nothing in. */
  readonly dry: boolean
}

interface Given extends StoreAsked {
  readonly investigation?: string | undefined
  readonly name?: string | undefined
  readonly source?: string | undefined
  readonly language?: string | undefined
  readonly mapping?: string | undefined
  readonly 'mapping-of'?: string | undefined
  readonly dry?: boolean | undefined
  readonly json?: boolean | undefined
}

/** `exchange acts FILE...`; with `--investigation` and `--name` into the store; without files which databases were taken in. */
export function exchangeActsOf(files: readonly string[], given: Given): Outcome<ExchangeActsAsked, 'usage'> {
  const { investigation, name = null, source = null, language = 'en', dry, json } = given
  const { mapping: file, 'mapping-of': database, data, passphraseFile } = given
  if (files.length === 0 && investigation === undefined)
    return refuse(
      'usage',
      'exchange acts takes the CSV files of a database, or --investigation with the code of one',
    )
  if (files.length > 0 && investigation !== undefined && name === null)
    return refuse(
      'usage',
      'exchange acts needs --name with that of the database: its rows are known again by it',
    )
  if (file !== undefined && database !== undefined)
    return refuse('usage', 'exchange acts takes --mapping or --mapping-of, not both')
  if (database !== undefined && investigation === undefined)
    return refuse('usage', '--mapping-of needs --investigation: a mapping is kept in one')
  const into =
    investigation === undefined ? null : { investigation, name, source, language, dry: dry === true }
  const mapping = file === undefined ? (database === undefined ? null : { database }) : { file }
  return ok({
    ...{ command: 'exchange', way: 'acts', files, into, mapping },
    ...{ json: json === true, data, passphraseFile },
  })
}
