import { writeFile } from 'node:fs/promises'
import {
  askedIn,
  claimsCsv,
  readInvestigation,
  readQdpx,
  returnedWork,
  webAnnotations,
  writeQdpx,
  type ExchangedWork,
  type QdaProject,
} from '@corroborate/interchange'
import { letOut } from '@corroborate/report'
import type { ExchangeInAsked, ExchangeOutAsked } from './exchange-command-line.ts'
import { fileOnDisk } from './files-on-disk.ts'
import { readFolder } from './folder.ts'

export function exchange(asked: ExchangeOutAsked | ExchangeInAsked): Promise<number> {
  return asked.way === 'in' ? exchangeIn(asked) : exchangeOut(asked)
}

/** Writes an investigation folder for other programs, without what its witnesses have not let out; how much that is is said. A folder holds no codes. */
async function exchangeOut(asked: ExchangeOutAsked): Promise<number> {
  const files = await readFolder(asked.folder)
  if (!files.ok) return complain(asked.json, [files.detail])
  const read = readInvestigation(files.value)
  if (!read.ok)
    return complain(
      asked.json,
      read.mistakes.map(({ sentence }) => sentence),
    )
  const on = new Date().toISOString().slice(0, 10)
  const { investigation, withheld } = letOut(read.investigation, {
    ...{ purpose: 'analysis', recipient: asked.recipient, on },
  })
  await writeFile(asked.out, written(asked, { ...investigation, codes: [], codings: [] }))
  const { texts, passages, claims } = investigation
  const counts = { texts: texts.length, passages: passages.length, claims: claims.length }
  if (asked.json) console.log(JSON.stringify({ ok: true, out: asked.out, ...counts, withheld }, null, 2))
  else {
    console.log(`${asked.out}: ${inCounts(counts)}.`)
    console.log(
      `Withheld, because no consent lets it out for analysis to ${asked.recipient}: ${inCounts(withheld)}.`,
    )
  }
  return 0
}

function written({ form, locale, desk }: ExchangeOutAsked, work: ExchangedWork): Uint8Array | string {
  switch (form) {
    case 'qdpx':
      return writeQdpx(work, locale)
    case 'jsonld':
      return webAnnotations(work, { locale, links: { desk } })
    case 'csv':
      return claimsCsv(work, { desk })
  }
}

/** Shows how a project or code book of another program is read. Writes nothing. */
async function exchangeIn(asked: ExchangeInAsked): Promise<number> {
  const file = await fileOnDisk(asked.file)
  if (!file.ok) return complain(asked.json, [file.detail])
  const read = await readQdpx(file.value, null)
  if (!read.ok) return complain(asked.json, [read.fault.sentence])
  const returned = returnedWork(read.project)
  const warnings = [...read.warnings, ...(returned?.warnings ?? [])]
  if (asked.json)
    console.log(
      JSON.stringify({ ok: true, project: read.project, ours: returned?.work ?? null, warnings }, null, 2),
    )
  else {
    const { name, origin, codes, texts, selections, codings, notes } = read.project
    const counts = {
      ...{ codes: codes.length, texts: texts.length, selections: selections.length },
      ...{ codings: codings.length, notes: notes.length },
    }
    console.log(
      `${name}, written by ${origin ?? 'a program that does not say its name'}: ${inCounts(counts)}.`,
    )
    for (const line of [...questions(read.project), ...warnings.map(({ sentence }) => sentence)])
      console.log(line)
  }
  return 0
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

function inCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')
}

function complain(json: boolean, sentences: readonly string[]): number {
  if (json) console.log(JSON.stringify({ ok: false, reasons: sentences }, null, 2))
  else for (const sentence of sentences) console.error(sentence)
  return 2
}
