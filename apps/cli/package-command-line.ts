import { LOCALES, ok, refuse, type Locale, type Outcome } from '@corroborate/base'
import { RECIPIENTS, type Recipient } from '@corroborate/testimony'
import { isRecipient } from '@corroborate/vault'
import type { StoreAsked } from './store-asked.ts'

/** What a package is to hold, as it is said at a terminal: by codes. */
export type ScopeAsked =
  | { readonly kind: 'investigation' }
  | { readonly kind: 'report'; readonly code: string; readonly locale: Locale }
  | {
      readonly kind: 'request'
      readonly recipient: Exclude<Recipient, 'own-team'>
      readonly findings: readonly string[]
    }

export type PackageCommand = {
  readonly command: 'package'
  readonly investigation: string
  readonly out: string
  readonly scope: ScopeAsked
  readonly json: boolean
} & StoreAsked

export type PackageInCommand = {
  readonly command: 'package-in'
  readonly file: string
  /** A file with the key of whoever signed it. */
  readonly key: string
  readonly json: boolean
} & StoreAsked

export interface VerifyPackage {
  readonly command: 'verify-package'
  readonly file: string
  /** Files: the ledger's key, or a policy with witnesses, and a checkpoint from an earlier day. */
  readonly key: string | null
  readonly policy: string | null
  readonly against: string | null
  /** A file with the certificates of authorities for time-stamps. */
  readonly roots: string | null
  readonly json: boolean
}

export interface RecoveryKeyCommand {
  readonly command: 'recovery-key'
  readonly out: string
}
export type BackupCommand = {
  readonly command: 'backup'
  readonly to: string
  readonly out: string
} & StoreAsked
export type RestoreCommand = {
  readonly command: 'restore'
  readonly file: string
  readonly key: string
} & StoreAsked

interface Given {
  readonly key?: string | undefined
  readonly policy?: string | undefined
  readonly against?: string | undefined
  readonly roots?: string | undefined
  readonly to?: string | undefined
  readonly out?: string | undefined
  readonly report?: string | undefined
  readonly locale?: string | undefined
  readonly for?: string | undefined
  readonly findings?: string | undefined
  readonly json?: boolean | undefined
}

/** `package in PATH --key FILE` */
function packageInOf(
  [file, extra]: readonly string[],
  { key, json }: Given,
  store: StoreAsked,
): Outcome<PackageInCommand, 'usage'> {
  return file === undefined || key === undefined || extra !== undefined
    ? refuse('usage', 'package in needs one package, and --key with the file of the key of whoever signed it')
    : ok({ command: 'package-in', file, key, json: json === true, ...store })
}

/** `package CODE --out PATH`, with `--report CODE` or `--for RECIPIENT --findings CODES`; `package in` where no place to write to is named. */
export function packageOf(
  words: readonly string[],
  given: Given,
  store: StoreAsked,
): Outcome<PackageCommand | PackageInCommand, 'usage'> {
  const { out, json } = given
  const [investigation, extra] = words
  if (investigation === 'in' && out === undefined) return packageInOf(words.slice(1), given, store)
  if (investigation === undefined || out === undefined)
    return refuse(
      'usage',
      'package needs the code of an investigation, and --out with a folder or a file that ends in .tar',
    )
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many`)
  const scope = scopeOf(given)
  return scope.ok
    ? ok({ command: 'package', investigation, out, scope: scope.value, json: json === true, ...store })
    : scope
}

function scopeOf({ report, locale = 'en', for: body, findings }: Given): Outcome<ScopeAsked, 'usage'> {
  if (report !== undefined && body !== undefined)
    return refuse(
      'usage',
      'package takes --report or --for, not both: one is for everybody, the other for one body',
    )
  if (report !== undefined) {
    const known = LOCALES.find((one) => one === locale)
    return known === undefined
      ? refuse('usage', `--locale takes one of ${LOCALES.join(', ')}, found "${locale}"`)
      : ok({ kind: 'report', code: report, locale: known })
  }
  if (body === undefined)
    return findings === undefined
      ? ok({ kind: 'investigation' })
      : refuse('usage', '--findings needs --for: whom they are given to')
  const recipient = RECIPIENTS.find((one) => one === body)
  if (recipient === undefined || recipient === 'own-team')
    return refuse(
      'usage',
      `--for takes one of ${RECIPIENTS.filter((one) => one !== 'own-team').join(', ')}, found "${body}"`,
    )
  const codes = (findings ?? '').split(',').filter((code) => code !== '')
  return codes.length === 0
    ? refuse('usage', '--for needs --findings with the codes of findings, and commas between them')
    : ok({ kind: 'request', recipient, findings: codes })
}

export function verifyPackageOf(file: string, { key, policy, against, roots, json }: Given): VerifyPackage {
  return {
    ...{ command: 'verify-package', file, json: json === true },
    ...{ key: key ?? null, policy: policy ?? null, against: against ?? null, roots: roots ?? null },
  }
}

export function recoveryKeyOf(
  [extra]: readonly string[],
  { out }: Given,
): Outcome<RecoveryKeyCommand, 'usage'> {
  return out === undefined || extra !== undefined
    ? refuse('usage', 'recovery-key needs --out with the file for the secret, and nothing else')
    : ok({ command: 'recovery-key', out })
}

export function backupOf(
  [extra]: readonly string[],
  { out, to }: Given,
  store: StoreAsked,
): Outcome<BackupCommand, 'usage'> {
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many`)
  if (out === undefined || to === undefined || !isRecipient(to))
    return refuse(
      'usage',
      'backup needs --out with a file, and --to with the public half of a recovery key (age1…)',
    )
  return ok({ command: 'backup', out, to, ...store })
}

export function restoreOf(
  [file, extra]: readonly string[],
  { key }: Given,
  store: StoreAsked,
): Outcome<RestoreCommand, 'usage'> {
  if (file === undefined || key === undefined || extra !== undefined)
    return refuse(
      'usage',
      'restore needs the file of one backup, and --key with the file of its recovery key',
    )
  return ok({ command: 'restore', file, key, ...store })
}
