import { refuse, type Outcome } from '@corroborate/base'
import { addText, type Desk } from '@corroborate/casework'
import { AS_FOUND, readTextFile, sourceByName, timeInWords, type ReadText } from '@corroborate/interchange'
import {
  allInvestigations,
  sources as sourcesIn,
  type InvestigationHead,
  type Store,
} from '@corroborate/store'
import type { Source } from '@corroborate/testimony'
import { openAskedStore } from './asked-store.ts'
import type { TextsAsked } from './command-line.ts'
import { deskOf } from './desk-of.ts'
import { digestOfFile, fileOnDisk } from './files-on-disk.ts'
import { firstMember } from './first-member.ts'

interface Into {
  readonly desk: Desk
  readonly investigation: InvestigationHead['id']
  readonly sources: readonly Source[]
  readonly source: Source | null
  readonly language: string | null
}

/** Reads files of testimony, and takes them in where an investigation is named: each whole or not at all, and the rest goes on past what is refused. */
export function texts(asked: TextsAsked): Promise<number> {
  return withInto(asked, (into) => each(asked, into))
}

/** Does something with where texts go, its store open; 2 when that is not there. */
export async function withInto(
  asked: TextsAsked,
  work: (into: Into | null) => Promise<number>,
): Promise<number> {
  if (asked.into === null) return work(null)
  const opened = await openAskedStore(asked)
  if (!opened.ok) return complain(opened.detail)
  try {
    const into = await intoOf(opened.value.store, asked.into)
    return into.ok ? await work(into.value) : complain(into.detail)
  } finally {
    await opened.value.store.close()
  }
}

async function intoOf(
  store: Store,
  { investigation: code, source: named, language }: NonNullable<TextsAsked['into']>,
): Promise<Outcome<Into>> {
  const found = (await allInvestigations(store.db)).find((one) => one.code === code)
  if (found === undefined) return refuse('not-found', `there is no investigation ${code}`)
  const sources = await sourcesIn(store.db, found.id)
  const source = sources.find((one) => one.code === named) ?? null
  if (named !== null && source === null) return refuse('not-found', `${code} has no source ${named}`)
  const desk = deskOf(store, (await firstMember(store)).id)
  return { ok: true, value: { desk, investigation: found.id, sources, source, language } }
}

/** What came of one file. */
type Came =
  | { readonly ok: true; readonly file: string; readonly text: ReadText; readonly id: string | null }
  | { readonly ok: false; readonly file: string; readonly reason: string; readonly detail: string }

async function each(asked: TextsAsked, into: Into | null): Promise<number> {
  let [done, refused] = [0, 0]
  for (const [i, path] of asked.files.entries()) {
    const came = await one(path, asked, into)
    if (came.ok) done++
    else refused++
    if (asked.json) console.log(JSON.stringify(came.ok ? inJson(came) : came))
    else if (came.ok) console.log(inWords(came, asked.files.length === 1).join('\n'))
    else console.error(came.detail)
    if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} of ${asked.files.length}\r`)
  }
  if (!asked.json) console.log(`${done} ${into === null ? 'read' : 'taken in'}, ${refused} refused.`)
  return refused > 0 ? 2 : 0
}

async function one(path: string, { speakers }: TextsAsked, into: Into | null): Promise<Came> {
  const file = await fileOnDisk(path)
  if (!file.ok) return { ...file, file: path }
  const { name } = file.value
  const read = await readTextFile(file.value, { ...AS_FOUND, speakers })
  if (!read.ok) return { ok: false, file: name, reason: read.fault.reason, detail: read.fault.sentence }
  const { text } = read
  if (into === null) return { ok: true, file: name, text, id: null }
  const source = into.source ?? sourceByName(name, into.sources)
  if (source === null) {
    const detail = `${name}: expected --source, or a name that begins with the code of a source, found neither.`
    return { ok: false, file: name, reason: 'no-source', detail }
  }
  const added = await addText(into.desk, {
    ...{ investigation: into.investigation, source: source.id, code: null, translationOf: null },
    ...{ title: { en: name }, language: into.language ?? text.language.tag, kind: 'transcript' },
    spoken: text.turns,
    readFrom: { file: name, sha256: await digestOfFile(file.value), form: text.form, machine: text.machine },
  })
  return added.ok
    ? { ok: true, file: name, text, id: added.value }
    : { ok: false, file: name, reason: added.reason, detail: `${name}: ${added.detail}.` }
}

function inJson({ file, text, id }: Extract<Came, { readonly ok: true }>) {
  const { form, encoding, language, machine, compare, labels, warnings, untold, turns } = text
  return {
    ...{ ok: true, file, id, form, encoding, language, machine, compare, labels, untold },
    warnings: warnings.map(({ reason, sentence }) => ({ reason, sentence })),
    turns: id === null ? turns : turns.length,
  }
}

const SHOWN = 12

function inWords({ file, text, id }: Extract<Came, { readonly ok: true }>, long: boolean): readonly string[] {
  const speakers = text.labels.filter(({ taken }) => taken).map(({ label, turns }) => `${label} (${turns})`)
  const head = `${file}: ${text.form}, ${text.turns.length} turns, ${text.language.tag}${id === null ? '' : `, taken in as ${id}`}`
  return [
    head,
    ...(speakers.length > 0 ? [`  speakers: ${speakers.join(', ')}`] : []),
    ...text.warnings.map(({ sentence }) => `  ${sentence}`),
    ...(text.untold > 0 ? [`  … and ${text.untold} more`] : []),
    ...(long && id === null ? text.turns.slice(0, SHOWN).map((turn) => `  ${lineOf(turn)}`) : []),
  ]
}

function lineOf({ speaker, pieces }: ReadText['turns'][number]): string {
  const from = pieces[0]?.from ?? null
  const words = pieces.map((piece) => piece.words).join(' ')
  return `${from === null ? '' : `[${timeInWords(from)}] `}${speaker === null ? '' : `${speaker}: `}${words.slice(0, 160)}`
}

function complain(sentence: string): number {
  console.error(`${sentence}\nNothing was written.`)
  return 2
}
