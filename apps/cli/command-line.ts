import { parseArgs } from 'node:util'
import { ok, refuse, type Locale, type Outcome } from '@corroborate/base'
import type { RecordsKind } from '@corroborate/linkage'
import { deskOf, type DeskCommand } from './desk-command-line.ts'
import { exchangeOf, localeOf, type ExchangeAsked } from './exchange-command-line.ts'
import {
  backupOf,
  packageOf,
  recoveryKeyOf,
  restoreOf,
  verifyPackageOf,
  type BackupCommand,
  type PackageCommand,
  type PackageInCommand,
  type RecoveryKeyCommand,
  type RestoreCommand,
  type VerifyPackage,
} from './package-command-line.ts'
import { portIn } from './port-in.ts'
import { indexOf, searchOf, type IndexCommand, type SearchCommand } from './search-command-line.ts'
import { membersOf, type MembersCommand } from './members-command-line.ts'
import type { StoreAsked } from './store-asked.ts'
import { transcribeOf, type TranscribeAsked } from './transcribe-command-line.ts'

export type Serve = { readonly command: 'serve'; readonly port: number } & StoreAsked
export interface Build {
  readonly command: 'build'
  readonly folder: string
  readonly out: string
  readonly json: boolean
}
export type Import = {
  readonly command: 'import'
  readonly folder: string
  readonly json: boolean
} & StoreAsked
export type Verify = { readonly command: 'verify'; readonly json: boolean } & StoreAsked
export type ExhibitsAdd = {
  readonly command: 'exhibits'
  readonly files: readonly string[]
  /** Its code; null where there is only one. */
  readonly investigation: string | null
  readonly json: boolean
} & StoreAsked
export type Fixity = { readonly command: 'fixity'; readonly json: boolean } & StoreAsked
export interface EstimateAsked {
  readonly command: 'estimate'
  readonly file: string
  readonly locale: Locale
  /** What the dice are thrown from; it stands beside the numbers. Null where none was given. */
  readonly seed: string | null
  /** Fewer replicates and draws: for a first look. */
  readonly quick: boolean
  readonly json: boolean
}
export interface Watch {
  readonly command: 'watch'
  readonly url: string
  readonly once: boolean
  /** A file with the ledger's key; null believes the address at the first sight. */
  readonly key: string | null
  readonly state: string | null
  readonly against: string | null
}
export type WitnessCommand = {
  readonly command: 'witness'
  readonly policy: string
  readonly name: string
  readonly port: number
} & StoreAsked
export interface ListsReadAsked {
  readonly command: 'lists'
  readonly file: string
  /** Of a workbook; null for the first that is not hidden. */
  readonly sheet: string | null
  readonly json: boolean
}
export type TextsAsked = {
  readonly command: 'texts'
  readonly files: readonly string[]
  /** Whose lines begin with their name; null where it is found out. */
  readonly speakers: readonly string[] | null
  /** Where they go; null where they are only read. */
  readonly into: {
    readonly investigation: string
    readonly source: string | null
    readonly language: string | null
  } | null
  readonly json: boolean
} & StoreAsked
export interface LinkAsked {
  readonly command: 'link'
  readonly files: readonly string[]
  readonly out: string
  /** A file with the settings; null where they are proposed from the columns. */
  readonly settings: string | null
  /** What kind of records they are; null where it is guessed from the columns. */
  readonly records: RecordsKind | null
  readonly seed: string | null
  readonly json: boolean
}
export type CommandLine =
  | { readonly command: 'help' }
  | Watch
  | WitnessCommand
  | Serve
  | Build
  | Import
  | Verify
  | VerifyPackage
  | PackageCommand
  | PackageInCommand
  | RecoveryKeyCommand
  | BackupCommand
  | RestoreCommand
  | ExhibitsAdd
  | Fixity
  | MembersCommand
  | EstimateAsked
  | ListsReadAsked
  | ExchangeAsked
  | TextsAsked
  | TranscribeAsked
  | SearchCommand
  | IndexCommand
  | LinkAsked
  | DeskCommand

const options = {
  help: { type: 'boolean', short: 'h' },
  port: { type: 'string' },
  data: { type: 'string' },
  'passphrase-file': { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  locale: { type: 'string' },
  seed: { type: 'string' },
  quick: { type: 'boolean' },
  sheet: { type: 'string' },
  settings: { type: 'string' },
  records: { type: 'string' },
  speakers: { type: 'string' },
  investigation: { type: 'string' },
  source: { type: 'string' },
  language: { type: 'string' },
  once: { type: 'boolean' },
  key: { type: 'string' },
  state: { type: 'string' },
  against: { type: 'string' },
  policy: { type: 'string' },
  name: { type: 'string' },
  desk: { type: 'string' },
  report: { type: 'string' },
  for: { type: 'string' },
  purpose: { type: 'string' },
  findings: { type: 'string' },
  to: { type: 'string' },
  roots: { type: 'string' },
  role: { type: 'string' },
  until: { type: 'string' },
  mapping: { type: 'string' },
  'mapping-of': { type: 'string' },
  dry: { type: 'boolean' },
  engine: { type: 'string' },
  program: { type: 'string' },
  module: { type: 'string' },
  model: { type: 'string' },
} as const

type Given = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>

type Parse = (files: readonly string[], values: Given['values']) => Outcome<CommandLine, 'usage'>

/** Commands that say themselves what may follow them. */
const BY_FILES: ReadonlyMap<string, Parse> = new Map<string, Parse>([
  ['link', linkOf],
  ['exchange', exchangeOf],
  ['lists', listsOf],
  ['texts', textsOf],
  ['transcribe', (files, values) => transcribeOf(files, values, storeIn(values))],
  ['package', (files, values) => packageOf(files, values, storeIn(values))],
  ['recovery-key', recoveryKeyOf],
  ['backup', (files, values) => backupOf(files, values, storeIn(values))],
  ['restore', (files, values) => restoreOf(files, values, storeIn(values))],
  ['exhibits', exhibitsOf],
  ['fixity', fixityOf],
  ['search', (words, values) => searchOf(words, values, storeIn(values))],
  ['index', (words, values) => indexOf(words, values, storeIn(values))],
  ['members', (words, values) => membersOf(words, values, storeIn(values))],
  ['watch', watchOf],
  ['witness', witnessOf],
  ['desk', deskOf],
])

/** The words after `corroborate`, as one of the commands there are; refused with a sentence that says what was expected. */
export function parseCommandLine(words: readonly string[]): Outcome<CommandLine, 'usage'> {
  let given: Given
  try {
    given = parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    return refuse('usage', error instanceof Error ? error.message : String(error))
  }
  if (given.values.help === true || words.length === 0) return ok({ command: 'help' })
  const [command, ...files] = given.positionals
  const named = BY_FILES.get(command ?? '')
  return named === undefined ? commandOf(given) : named(files, given.values)
}

function commandOf({ positionals, values }: Given): Outcome<CommandLine, 'usage'> {
  const [command, folder, extra] = positionals
  const store = storeIn(values)
  const json = values.json === true
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many`)
  switch (command) {
    case 'serve':
      return serveOf(folder, values.port, store)
    case 'build':
      if (folder === undefined || values.out === undefined)
        return refuse('usage', 'build needs a folder to read and --out with a folder to write')
      return ok({ command, folder, out: values.out, json })
    case 'import':
      if (folder === undefined) return refuse('usage', 'import needs the investigation folder to read')
      return ok({ command, folder, json, ...store })
    case 'verify':
      return ok(folder === undefined ? { command, json, ...store } : verifyPackageOf(folder, values))
    case 'estimate':
      return estimateOf(folder, values)
    case undefined:
    default:
      return refuse('usage', `there is no command "${command ?? ''}"`)
  }
}

function storeIn({ data, 'passphrase-file': passphraseFile }: Given['values']): StoreAsked {
  return { data: data ?? null, passphraseFile: passphraseFile ?? null }
}

function exhibitsOf(
  [verb, ...files]: readonly string[],
  values: Given['values'],
): Outcome<ExhibitsAdd, 'usage'> {
  if (verb !== 'add' || files.length === 0)
    return refuse('usage', 'exhibits takes "add" and the files to take in')
  const { investigation = null, json } = values
  return ok({ command: 'exhibits', files, investigation, json: json === true, ...storeIn(values) })
}

function fixityOf([extra]: readonly string[], values: Given['values']): Outcome<Fixity, 'usage'> {
  if (extra !== undefined)
    return refuse('usage', `fixity takes no folder of its own, found "${extra}": use --data`)
  return ok({ command: 'fixity', json: values.json === true, ...storeIn(values) })
}

function watchOf(
  [address, extra]: readonly string[],
  { once, key, state, against }: Given['values'],
): Outcome<Watch, 'usage'> {
  const url = URL.parse(address ?? '')
  if (extra !== undefined || address === undefined || url === null || !/^https?:$/.test(url.protocol))
    return refuse('usage', 'watch needs the address of a ledger: https://desk.example.org/ledger/NAME')
  return ok({
    ...{ command: 'watch', url: address.replace(/\/+$/, ''), once: once === true },
    ...{ key: key ?? null, state: state ?? null, against: against ?? null },
  })
}

function witnessOf(
  [extra]: readonly string[],
  { policy, name, port, data, 'passphrase-file': passphraseFile }: Given['values'],
): Outcome<WitnessCommand, 'usage'> {
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many`)
  if (policy === undefined || name === undefined || !/^[^\s+]+$/.test(name))
    return refuse(
      'usage',
      'witness needs --policy with a file and --name without spaces: partner.example/witness',
    )
  const number = portIn(port ?? '4700')
  if (!number.ok) return number
  return ok({
    ...{ command: 'witness', policy, name, port: number.value },
    ...{ data: data ?? null, passphraseFile: passphraseFile ?? null },
  })
}

function listsOf(
  [verb, file, extra]: readonly string[],
  { sheet, json }: Given['values'],
): Outcome<ListsReadAsked, 'usage'> {
  if (verb !== 'read' || file === undefined)
    return refuse('usage', 'lists takes "read" and a CSV or XLSX file')
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many`)
  return ok({ command: 'lists', file, sheet: sheet ?? null, json: json === true })
}

const MOST_TEXTS = 10_000

function textsOf(
  [verb, ...files]: readonly string[],
  { speakers, investigation, source, language, json, data, 'passphrase-file': file }: Given['values'],
): Outcome<TextsAsked, 'usage'> {
  if ((verb !== 'read' && verb !== 'add') || files.length === 0)
    return refuse('usage', 'texts takes "read" or "add" and the files')
  if (files.length > MOST_TEXTS)
    return refuse('usage', `texts takes ${MOST_TEXTS} files at most, found ${files.length}`)
  if (verb === 'add' && investigation === undefined)
    return refuse('usage', 'texts add needs --investigation with the code of one')
  const into = { investigation: investigation ?? '', source: source ?? null, language: language ?? null }
  return ok({
    ...{ command: 'texts', files, json: json === true, into: verb === 'add' ? into : null },
    speakers: speakers?.split(',').map((name) => name.trim()) ?? null,
    ...{ data: data ?? null, passphraseFile: file ?? null },
  })
}

const MOST_LISTS = 12
const RECORDS: readonly RecordsKind[] = ['arabic-names', 'western-persons']

function linkOf(
  files: readonly string[],
  { out, settings, records: said, seed, json }: Given['values'],
): Outcome<LinkAsked, 'usage'> {
  if (files.length === 0 || out === undefined)
    return refuse('usage', 'link needs CSV or XLSX files to read and --out with a folder to write')
  if (files.length > MOST_LISTS)
    return refuse('usage', `link takes ${MOST_LISTS} files at most, found ${files.length}`)
  const records = RECORDS.find((kind) => kind === said) ?? null
  if (said !== undefined && records === null)
    return refuse('usage', `--records takes one of ${RECORDS.join(', ')}, found "${said}"`)
  if (said !== undefined && settings !== undefined)
    return refuse('usage', 'link takes --records or --settings, not both: settings say everything')
  return ok({
    command: 'link',
    files,
    out,
    settings: settings ?? null,
    records,
    seed: seed ?? null,
    json: json === true,
  })
}

function estimateOf(
  file: string | undefined,
  { locale: asked, seed, quick, json }: Given['values'],
): Outcome<EstimateAsked, 'usage'> {
  if (file === undefined) return refuse('usage', 'estimate needs a CSV of overlaps or a file of patterns')
  const locale = localeOf(asked)
  if (!locale.ok) return locale
  return ok({
    command: 'estimate',
    file,
    locale: locale.value,
    seed: seed ?? null,
    quick: quick === true,
    json: json === true,
  })
}

function serveOf(
  folder: string | undefined,
  port: string | undefined,
  store: StoreAsked,
): Outcome<Serve, 'usage'> {
  if (folder !== undefined) return refuse('usage', `serve takes no folder, found "${folder}": use --data`)
  const number = portIn(port ?? '4600')
  return number.ok ? ok({ command: 'serve', port: number.value, ...store }) : number
}
