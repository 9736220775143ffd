import { ok, type Outcome } from '@corroborate/base'
import { takeWorkIn, type WorkTaken } from '@corroborate/casework'
import {
  askedIn,
  broughtWork,
  readQdpx,
  returnedWork,
  strangeTexts,
  type GivenFile,
  type QdaProject,
  type TextSaid,
} from '@corroborate/interchange'
import type { InvestigationHead, Store } from '@corroborate/store'
import { openAskedStore } from './asked-store.ts'
import { deskOf } from './desk-of.ts'
import type { ExchangeInAsked, WorkInto } from './exchange-command-line.ts'
import { complain, inCounts } from './exchange-said.ts'
import { digestOfFile, fileOnDisk } from './files-on-disk.ts'
import { firstMember } from './first-member.ts'
import { investigationNamed } from './investigation-named.ts'
import { sourceNamed } from './source-named.ts'

/** Shows how a project or code book of another program is read; takes it in where an investigation is named. */
export async function exchangeIn(asked: ExchangeInAsked): Promise<number> {
  const file = await fileOnDisk(asked.file)
  if (!file.ok) return complain(asked.json, [file.detail])
  const read = await readQdpx(file.value, null)
  if (!read.ok) return complain(asked.json, [read.fault.sentence])
  const { project, warnings } = read
  const found = warnings.map(({ sentence }) => sentence)
  return asked.into === null
    ? show(asked.json, project, found)
    : takeIn({ asked, into: asked.into, file: file.value, project, found })
}

function show(json: boolean, project: QdaProject, found: readonly string[]): number {
  const returned = returnedWork(project)
  const warnings = [...found, ...(returned?.warnings ?? []).map(({ sentence }) => sentence)]
  if (json) {
    console.log(JSON.stringify({ ok: true, project, ours: returned?.work ?? null, warnings }, null, 2))
    return 0
  }
  const { name, origin, codes, texts, selections, codings, notes } = project
  const counts = {
    ...{ codes: codes.length, texts: texts.length, selections: selections.length },
    ...{ codings: codings.length, notes: notes.length },
  }
  console.log(`${name}, written by ${origin ?? 'a program that does not say its name'}: ${inCounts(counts)}.`)
  for (const line of [...questions(project), ...warnings]) console.log(line)
  return 0
}

interface TakingIn {
  readonly asked: ExchangeInAsked
  readonly into: WorkInto
  readonly file: GivenFile
  readonly project: QdaProject
  readonly found: readonly string[]
}

async function takeIn({ asked, into, file, project, found }: TakingIn): Promise<number> {
  const opened = await openAskedStore(asked)
  if (!opened.ok) return complain(asked.json, [opened.detail])
  const { store } = opened.value
  try {
    const at = await placeOf(store, into)
    if (!at.ok) return complain(asked.json, [at.detail])
    const { source } = at.value
    const { language, locale } = into
    const said: TextSaid | null = source && { source, language, kind: 'transcript' }
    const texts = said === null ? [] : strangeTexts(project).map(({ guid }) => [guid, said] as const)
    const { work, warnings } = broughtWork(project, { locale, texts: new Map(texts), sources: [] })
    const taken = await takeWorkIn(deskOf(store, (await firstMember(store)).id), {
      ...{ investigation: at.value.investigation, work },
      from: { file: file.name, sha256: await digestOfFile(file), form: 'qdpx' },
    })
    if (!taken.ok) return complain(asked.json, [taken.detail])
    sayTaken(asked.json, taken.value, [...found, ...warnings.map(({ sentence }) => sentence)])
    return 0
  } finally {
    await store.close()
  }
}

async function placeOf(
  store: Store,
  { investigation: code, source: named }: WorkInto,
): Promise<
  Outcome<{ readonly investigation: InvestigationHead['id']; readonly source: TextSaid['source'] | null }>
> {
  const found = await investigationNamed(store, code)
  if (!found.ok) return found
  const investigation = found.value.id
  if (named === null) return ok({ investigation, source: null })
  const source = await sourceNamed(store, found.value, named)
  return source.ok ? ok({ investigation, source: source.value.id }) : source
}

function sayTaken(json: boolean, { added, same, staysOut }: WorkTaken, warnings: readonly string[]): void {
  if (json) {
    console.log(JSON.stringify({ ok: true, added, same, staysOut, warnings }, null, 2))
    return
  }
  console.log(`Taken in: ${inCounts({ ...added })}. Here already: ${inCounts({ ...same })}.`)
  for (const { kind, name, reason } of staysOut) console.log(`Not as it came: ${kind} ${name} (${reason}).`)
  for (const sentence of warnings) console.log(sentence)
}

function questions(project: QdaProject): readonly string[] {
  return askedIn(project).flatMap(({ guid, name, placed }) =>
    placed.kind === 'asked'
      ? [
          `Which words are meant by selection ${guid}${name === null ? '' : `, “${name}”`}?`,
          ...placed.alternatives.map(({ start, end, exact }, n) => `  ${n}: ${start} to ${end}, “${exact}”`),
        ]
      : [],
  )
}
