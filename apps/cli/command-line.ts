import { parseArgs } from 'node:util'
import { ok, refuse, type Locale, type Outcome } from '@corroborate/base'
import type { RecordsKind } from '@corroborate/linkage'
import { exchangeOf, localeOf, type ExchangeInAsked, type ExchangeOutAsked } from './exchange-command-line.ts'
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
import type { StoreAsked } from './store-asked.ts'

export const usage = `corroborate: from protected testimony to a report that can be walked back

  corroborate serve   [--port 4600] [--data FOLDER]      serve the desk and the public pages on 127.0.0.1
  corroborate build   FOLDER --out FOLDER [--json]       an investigation folder becomes a report (HTML, PDF, data annex)
  corroborate import  FOLDER [--data FOLDER] [--json]    take an investigation folder into the store
  corroborate verify  [--data FOLDER] [--json]           check the ledger of the store, entry by entry
  corroborate package CODE --out PATH [--report CODE [--locale en|ar] | --for RECIPIENT --findings CODES] [--json]
                                                         an investigation, a report with its grounds, or what a body asked for, as a
                                                         signed package: a folder, or a file that ends in .tar
  corroborate package in PACKAGE --key FILE [--data FOLDER] [--json]
                                                         take in a package of everything from another instance: verified, then
                                                         merged record by record; what was changed on both sides is for a person
  corroborate verify  PACKAGE [--key FILE | --policy FILE] [--against FILE] [--roots FILE] [--json]
                                                         check a package: every file, every line, every signature in it;
                                                         --roots: certificates by which its time-stamps are believed
  corroborate recovery-key --out FILE                    make the key that opens backups
  corroborate backup  --to RECIPIENT --out FILE [--data FOLDER]
                                                         all of a store, encrypted, while a server serves it
  corroborate restore FILE --key FILE --data FOLDER      a backup into an empty store, its ledgers held against what they were
  corroborate exhibits add FILE... [--investigation CODE] [--data FOLDER] [--json]
                                                         take files in as exhibits, digested before and after
  corroborate fixity  [--data FOLDER] [--json]           read every exhibit again, and name what is missing, altered or without a name
  corroborate estimate FILE [--quick] [--seed S] [--locale en|ar] [--json]
                                                         how many: from a CSV of overlaps, or a YAML or JSON file of patterns;
                                                         --quick throws the dice less often, for a first look
  corroborate lists read FILE [--sheet NAME] [--json]    how a CSV or XLSX of people would be read, and what would be set aside
  corroborate texts read FILE... [--speakers A,B] [--json]
                                                         how testimony would be read (DOCX, ODT, PDF, TXT, VTT, SRT, CSV, JSON of
                                                         Whisper or oTranscribe): turns, speakers, times, and what to look at
  corroborate texts add  FILE... --investigation CODE [--source CODE] [--language TAG] [--speakers A,B] [--json]
                                                         take them in, each whole or not at all; without --source each goes to the
                                                         source whose code its name begins with
  corroborate link    FILE... --out FOLDER [--records arabic-names|western-persons | --settings FILE] [--seed S] [--json]
                                                         who is on which list: clusters, and the overlap that estimate takes
  corroborate exchange out FOLDER --out FILE --for RECIPIENT [--locale en|ar] [--desk URL] [--json]
                                                         an investigation folder for other programs: FILE.qdpx (REFI-QDA), .jsonld (Web
                                                         Annotations) or .csv (claims), as far as consent for analysis lets it out to
                                                         own-team, un-mechanism, icc, national-court, partners or public
  corroborate exchange in  FILE [--json]                 how a .qdpx, .qde or .qdc of another program is read, and what is set aside
  corroborate watch   URL [--once] [--key FILE] [--state FILE] [--against FILE]
                                                         watch a ledger from outside, such as https://desk.example.org/ledger/NAME;
                                                         --against holds it against the checkpoint that another monitor saw
  corroborate witness --policy FILE --name NAME [--port 4700] [--data FOLDER]
                                                         cosign the ledgers that the policy names, each only as it grows
  corroborate --help

  --data FOLDER            where the store lies (default: the folder "data" of the project)
  --passphrase-file FILE   the store's passphrase (or CORROBORATE_PASSPHRASE in the environment)
  DATABASE_URL             use this PostgreSQL in place of the store in the data folder
  CORROBORATE_BUCKET       keep exhibits in this S3 bucket, such as https://s3.example.org/evidence, with AWS_REGION,
                           AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (default: the folder "data.files" beside the store)

Exit codes: 0 done; 1 refused, with the reasons; 2 the input or the command is wrong, with the place.`

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
  | EstimateAsked
  | ListsReadAsked
  | ExchangeOutAsked
  | ExchangeInAsked
  | TextsAsked
  | LinkAsked

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
  findings: { type: 'string' },
  to: { type: 'string' },
  roots: { type: 'string' },
} as const

type Given = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>

type Parse = (files: readonly string[], values: Given['values']) => Outcome<CommandLine, 'usage'>

/** Commands that say themselves what may follow them. */
const BY_FILES: ReadonlyMap<string, Parse> = new Map<string, Parse>([
  ['link', linkOf],
  ['exchange', exchangeOf],
  ['lists', listsOf],
  ['texts', textsOf],
  ['package', (files, values) => packageOf(files, values, storeIn(values))],
  ['recovery-key', recoveryKeyOf],
  ['backup', (files, values) => backupOf(files, values, storeIn(values))],
  ['restore', (files, values) => restoreOf(files, values, storeIn(values))],
  ['exhibits', exhibitsOf],
  ['fixity', fixityOf],
  ['watch', watchOf],
  ['witness', witnessOf],
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
  const number = portOf(port ?? '4700')
  return number === null
    ? refuse('usage', `--port takes a whole number from 0 to 65535, found "${port ?? ''}"`)
    : ok({
        ...{ command: 'witness', policy, name, port: number },
        ...{ data: data ?? null, passphraseFile: passphraseFile ?? null },
      })
}

function portOf(written: string): number | null {
  const number = Number(written)
  return Number.isInteger(number) && number >= 0 && number <= 65535 ? number : null
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
  const number = Number(port ?? '4600')
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    return refuse('usage', `--port takes a whole number from 0 to 65535, found "${port ?? ''}"`)
  return ok({ command: 'serve', port: number, ...store })
}
