import { canonicalJson, jsonOf, type Json } from '@corroborate/base'
import { isNamed, keyOfRecord, KINDS, RECORD_KINDS, type RecordKind } from '@corroborate/interchange'
import { fieldsOf, lineOf } from '@corroborate/ledger'
import { isReplaceable } from '@corroborate/store'
import { SHA_256_OF_NODE } from '@corroborate/vault'

/** One side of a merge: its records as lines, and all that was ever entered of each. */
export interface Side {
  readonly lines: ReadonlyMap<RecordKind, ReadonlyMap<string, string>>
  readonly history: History
}

/** What was ever entered under the name of a record, here or where a package came from: the digests of its forms. */
export class History {
  readonly #forms = new Map<string, Set<string>>()

  /** What a line of a ledger committed to: a record, or an act's account that has records in it. */
  take(content: Json): void {
    for (const record of recordsIn(content))
      this.#add(keyOfRecord(record), digestOfLine(canonicalJson(jsonOf(record))))
    for (const [key, forms] of Object.entries(fieldsOf(fieldsOf(content)?.forms) ?? {}))
      if (Array.isArray(forms)) for (const form of forms) this.#add(key, String(form))
  }

  #add(key: string, form: string): void {
    this.#forms.set(key, (this.#forms.get(key) ?? new Set<string>()).add(form))
  }

  /** Forms of a record that another history has and this one has not. */
  lacking(other: History, key: string): readonly string[] {
    return [...(other.#forms.get(key) ?? [])].filter((form) => this.#forms.get(key)?.has(form) !== true)
  }

  has(key: string, line: string): boolean {
    return this.#forms.get(key)?.has(digestOfLine(line)) ?? false
  }
}

export function digestOfLine(line: string): string {
  return SHA_256_OF_NODE.ofText(line)
}

function recordsIn(content: Json): readonly object[] {
  const fields = fieldsOf(content)
  if (fields === null) return []
  const { link, records } = fields
  return [
    ...(isNamed(fields) ? [fields] : []),
    ...(link === undefined ? [] : recordsIn(link)),
    ...(Array.isArray(records) ? records.flatMap((record: Json) => recordsIn(record)) : []),
  ]
}

/** A record that is to be written. */
export interface Taken {
  readonly kind: RecordKind
  readonly key: string
  /** As it came. */
  readonly came: string
  /** As it is kept: under another code where its own is another record's here. */
  readonly line: string
}

/** What taking in a package does to the records of an investigation. */
export interface Merge {
  readonly added: readonly Taken[]
  /** Ours stand in the history of the package: somebody went on from them there. */
  readonly replaced: readonly Taken[]
  /** Theirs stand in our history: we went on from them here, or took them away where nothing can rest on them. */
  readonly kept: number
  readonly conflicts: readonly Taken[]
  /** Earlier forms that the package knows of its records and we do not: with these, an older package is known again. */
  readonly forms: Readonly<Record<string, readonly string[]>>
}

/**
 * Holds the records of a package against ours. What is missing here is added. What differs is decided by the two ledgers: the side whose
 * record the other has had, and went on from, gives way; where neither has, or each has, a person decides.
 */
export function compareRecords(ours: Side, theirs: Side): Merge {
  const all: Mutable = { added: [], replaced: [], kept: 0, conflicts: [] }
  const forms: Record<string, readonly string[]> = {}
  for (const kind of KINDS) {
    const here = ours.lines.get(kind) ?? new Map<string, string>()
    const came = theirs.lines.get(kind) ?? new Map<string, string>()
    compareKind(kind, { here, came, ours: ours.history, theirs: theirs.history }, all)
    for (const [key, line] of came) {
      const unknown = ours.history.lacking(theirs.history, key).filter((form) => form !== digestOfLine(line))
      if (unknown.length > 0) forms[key] = unknown
    }
  }
  return { ...all, forms }
}

interface Mutable {
  readonly added: Taken[]
  readonly replaced: Taken[]
  kept: number
  readonly conflicts: Taken[]
}

interface Both {
  readonly here: ReadonlyMap<string, string>
  readonly came: ReadonlyMap<string, string>
  readonly ours: History
  readonly theirs: History
}

/** First what gives way, then what is added: a code that is let go of here is free. */
function compareKind(kind: RecordKind, both: Both, all: Mutable): void {
  const stays = new Map(both.here)
  const coming: (Taken & { readonly to: Taken[] })[] = []
  for (const [key, came] of both.came) {
    const one = { kind, key, came, line: came }
    switch (outcomeOf(kind, { key, came }, both)) {
      case 'added':
        coming.push({ ...one, to: all.added })
        break
      case 'replaced':
        stays.delete(key)
        coming.unshift({ ...one, to: all.replaced })
        break
      case 'kept':
        all.kept++
        break
      case 'conflict':
        all.conflicts.push(one)
        break
      case 'same':
    }
  }
  const names = new NamesTaken(kind, stays)
  for (const { to, ...one } of coming) {
    const line = names.take(one.came)
    if (line === null) all.conflicts.push(one)
    else to.push({ ...one, line })
  }
}

/** Kinds on which nothing rests: what was taken away here does not come back with a package of who still has it. */
const TAKEN_AWAY: ReadonlySet<RecordKind> = new Set(['codings', 'translations', 'crimes', 'element-ties'])

function outcomeOf(
  kind: RecordKind,
  { key, came }: Pick<Taken, 'key' | 'came'>,
  { here, ours, theirs }: Both,
): 'same' | 'added' | 'replaced' | 'kept' | 'conflict' {
  const mine = here.get(key)
  if (mine === came) return 'same'
  if (mine === undefined) return TAKEN_AWAY.has(kind) && ours.has(key, came) ? 'kept' : 'added'
  const [theyWentOn, weWentOn] = [theirs.has(key, mine), ours.has(key, came)]
  if (theyWentOn === weWentOn) return 'conflict'
  if (weWentOn) return 'kept'
  return isReplaceable(RECORD_KINDS[kind]) ? 'replaced' : 'conflict'
}

/** The fields that no two records of a kind share. */
const NAMED_BY: Partial<Readonly<Record<RecordKind, readonly string[]>>> = {
  sources: ['code'],
  texts: ['code', 'version'],
  claims: ['code'],
  findings: ['code'],
  estimates: ['code'],
  reports: ['code', 'locale'],
  codes: ['code'],
  runs: ['estimate', 'version'],
  consents: ['witness', 'version'],
}

/** The names that records of a kind go by here, beside their ids. */
export class NamesTaken {
  readonly #fields: readonly string[]
  readonly #taken: Set<string>

  constructor(kind: RecordKind, lines: ReadonlyMap<string, string>) {
    this.#fields = NAMED_BY[kind] ?? []
    this.#taken = new Set(
      this.#fields.length === 0 ? [] : [...lines.values()].map((line) => this.#nameOf(line)),
    )
  }

  /**
   * The line under a code that is free here. Null where it is a version that is taken: which of two consents is the later one, no program
   * may say.
   */
  take(line: string): string | null {
    if (this.#isFree(line)) return this.#taking(line)
    return this.#fields.includes('code') ? this.#next(line, 'code') : null
  }

  /** The same for a person who decided that it comes after what is here. */
  takeNext(line: string): string {
    if (this.#isFree(line)) return line
    return this.#next(line, this.#fields.includes('code') ? 'code' : 'version')
  }

  #next(line: string, field: 'code' | 'version'): string {
    const fields = fieldsOf(lineOf(line)) ?? {}
    const code = typeof fields.code === 'string' ? fields.code : ''
    for (let number = 2; ; number++) {
      const value = field === 'code' ? `${code}-${number}` : Number(fields.version) + number - 1
      const renamed = canonicalJson(jsonOf({ ...fields, [field]: value }))
      if (this.#isFree(renamed)) return this.#taking(renamed)
    }
  }

  #taking(line: string): string {
    this.#taken.add(this.#nameOf(line))
    return line
  }

  #isFree(line: string): boolean {
    return this.#fields.length === 0 || !this.#taken.has(this.#nameOf(line))
  }

  #nameOf(line: string): string {
    const fields = fieldsOf(lineOf(line)) ?? {}
    return this.#fields.map((field) => JSON.stringify(fields[field])).join(' ')
  }
}
