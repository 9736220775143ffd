import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { fieldsShared, gatherLists, linkageOutcome, proposeLinkage, type Linked } from '@corroborate/casework'
import { fieldsOf, headOf, type ListMapping, type OpenList } from '@corroborate/interchange'
import type { LinkageSettings, RecordTable } from '@corroborate/linkage'
import { linkageSettingsShape, scoreInThreads } from '@corroborate/server'
import type { LinkAsked } from './command-line.ts'
import { digestOfFile, openedList } from './files-on-disk.ts'
import { readJsonFile } from './json-file.ts'
import { SOFTWARE } from './software.ts'

interface ListRead {
  readonly code: string
  readonly file: string
  readonly sha256: string
  readonly list: OpenList
  readonly mapping: ListMapping
}

/**
 * Links lists from the command line, without a store: who is on which. Columns are read as they are proposed to be. Writes the clusters, the overlap that
 * `corroborate estimate` takes, and what they were made of; the same files, settings and seed give the same bytes.
 */
export async function link(asked: LinkAsked): Promise<number> {
  const read = await readAll(asked.files)
  if (!read.ok) return complain(asked, read.detail)
  const settings = await settingsFor(asked, read.value)
  if (!settings.ok) return complain(asked, settings.detail)
  const digest = createHash('sha256')
  const gathered = gatherLists(settings.value.fields, (text) => digest.update(text))
  const rows = await fed(read.value, gathered)
  if (!rows.ok) return complain(asked, rows.detail)
  const table = gathered.table()
  const unread = gathered.unread()
  const linked = await linkageOutcome({
    table,
    settings: settings.value,
    judgements: [],
    unread,
    grows: null,
    score: scoreInThreads,
    onShare: tellWatcher,
  })
  if (linked.kind === 'failed') return complain(asked, linked.detail)
  await mkdir(asked.out, { recursive: true })
  const about = {
    ...{ software: SOFTWARE, settings: settings.value, summary: linked.summary, sha256: linked.sha256 },
    data: digest.digest('hex'),
    files: read.value.map(({ code, file, sha256, mapping, list }) => ({
      code,
      file,
      sha256,
      form: list.form,
      mapping,
    })),
    aside: rows.value.aside,
  }
  await writeFile(join(asked.out, 'linkage.json'), `${JSON.stringify(about, null, 2)}\n`)
  await writeClusters(join(asked.out, 'clusters.csv'), { table, linked, lines: rows.value.lines })
  const overlap = overlapOf(table, linked)
  await writeFile(join(asked.out, 'overlap.csv'), overlap.csv)
  if (asked.json)
    console.log(JSON.stringify({ ok: true, out: asked.out, people: overlap.people, ...about }, null, 2))
  else console.log(inWords(asked, { table, people: overlap.people, linked, aside: rows.value.aside, unread }))
  return 0
}

async function readAll(files: readonly string[]): Promise<Outcome<readonly ListRead[]>> {
  const read: ListRead[] = []
  for (const path of files) {
    const opened = await openedList(path, null)
    if (!opened.ok) return opened
    const { file, list } = opened.value
    const stem = basename(path, extname(path)).replaceAll(/[",\s]+/g, '-')
    const code = read.some((one) => one.code === stem) ? `${stem}-${read.length + 1}` : stem
    const { proposed } = await headOf(list, 1_000)
    read.push({ code, file: file.name, sha256: await digestOfFile(file), list, mapping: proposed.mapping })
  }
  return ok(read)
}

async function settingsFor(asked: LinkAsked, lists: readonly ListRead[]): Promise<Outcome<LinkageSettings>> {
  if (asked.settings !== null) {
    const settings = await readJsonFile(asked.settings, linkageSettingsShape)
    return settings.ok && asked.seed !== null ? ok({ ...settings.value, seed: asked.seed }) : settings
  }
  const fields = fieldsShared(lists.map(({ mapping }) => fieldsOf(mapping)))
  if (fields.length > 0)
    return ok(proposeLinkage(fields, { seed: asked.seed ?? '1', records: asked.records }).settings)
  const found = lists.map(
    ({ file, mapping }) =>
      `${file} has ${
        fieldsOf(mapping)
          .map(({ field }) => field)
          .join(', ') || 'none'
      }`,
  )
  return refuse(
    'no-fields',
    `Expected a field that two lists have, found none: ${found.join('; ')}. Name the columns, or give --settings.`,
  )
}

interface Fed {
  /** For every row its line in its file. */
  readonly lines: readonly number[]
  readonly aside: readonly string[]
}

async function fed(
  lists: readonly ListRead[],
  gathered: ReturnType<typeof gatherLists>,
): Promise<Outcome<Fed>> {
  const [lines, aside]: [number[], string[]] = [[], []]
  for (const { code, list, mapping } of lists) {
    gathered.begin({ code, clean: false, columns: list.columns, mapping })
    for await (const step of list.steps()) {
      if (step.kind === 'refused') return refuse(step.fault.reason, step.fault.sentence)
      gathered.add(step.rows)
      for (const { line } of step.rows) lines.push(line)
      for (const { sentence } of step.aside) aside.push(sentence)
    }
  }
  return ok({ lines, aside })
}

/** One line for each row: who it is, on which list, where in its file. */
async function writeClusters(
  path: string,
  {
    table,
    linked,
    lines,
  }: { readonly table: RecordTable; readonly linked: Linked; readonly lines: readonly number[] },
): Promise<void> {
  const out = createWriteStream(path)
  out.write('person,list,row,line\n')
  for (const { code, first, rows } of table.lists)
    for (let row = first; row < first + rows; row++) {
      const more = out.write(
        `p${(linked.clusterOf[row] ?? row) + 1},${code},${row - first + 1},${lines[row] ?? ''}\n`,
      )
      if (!more) await new Promise((drained) => out.once('drain', drained))
    }
  out.end()
  await finished(out)
}

/** How many people are on exactly these lists, as `corroborate estimate` reads it. */
function overlapOf(
  { lists }: RecordTable,
  { clusterOf }: Linked,
): { readonly csv: string; readonly people: number } {
  const masks = new Map<number, number>()
  for (const [at, { first, rows }] of lists.entries())
    for (let row = first; row < first + rows; row++) {
      const person = clusterOf[row] ?? row
      masks.set(person, (masks.get(person) ?? 0) | (1 << at))
    }
  const counts = new Map<number, number>()
  for (const mask of masks.values()) counts.set(mask, (counts.get(mask) ?? 0) + 1)
  const head = [...lists.map(({ code }) => code), 'count'].join(',')
  const rows = [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([mask, count]) => [...lists.map((_, at) => (mask >> at) & 1), count].join(','))
  return { csv: `${[head, ...rows].join('\n')}\n`, people: masks.size }
}

function inWords(
  { out }: LinkAsked,
  told: {
    readonly table: RecordTable
    readonly people: number
    readonly linked: Linked
    readonly aside: readonly string[]
    readonly unread: ReturnType<ReturnType<typeof gatherLists>['unread']>
  },
): string {
  const { table, people, linked, aside, unread } = told
  return [
    `${table.rows} rows of ${table.lists.length} lists are ${people} people by this rule; ${linked.pairs.left.length} pairs were kept to be looked at.`,
    'A rule is no judgement: the pairs wait for somebody to review them.',
    ...(aside.length > 0 ? [`${aside.length} rows were set aside, the first: ${aside[0] ?? ''}`] : []),
    ...unread.map(
      ({ list, column, cells, first }) =>
        `${list}, column “${column}”: ${cells} cells say nothing; the first, line ${first.line}: expected ${first.expected}, found ${first.found}.`,
    ),
    `Result ${linked.sha256}`,
    `Written: ${join(out, 'clusters.csv')}, ${join(out, 'overlap.csv')}, ${join(out, 'linkage.json')}`,
  ].join('\n')
}

function complain({ json }: LinkAsked, sentence: string): number {
  if (json) console.log(JSON.stringify({ ok: false, reasons: [sentence] }, null, 2))
  else console.error(`${sentence}\nNothing was written.`)
  return 2
}

/** Progress is for somebody who watches; a file or a pipe gets the result alone. */
function tellWatcher(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(100 * share)} %`)
}
