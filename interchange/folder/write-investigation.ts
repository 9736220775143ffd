import { canonicalJson, jsonOf } from '@corroborate/base'
import type { KeptRun } from '@corroborate/estimate'
import type { Investigation, Linkage, PersonList, Report } from '@corroborate/report'
import { turnsOf, type Text, type Turn } from '@corroborate/testimony'
import { stringify } from 'yaml'
import type { z } from 'zod'
import { linkageFile } from './read-linkages.ts'
import { runFile } from './read-runs.ts'
import { fileOf } from './read-lists.ts'
import type { investigationShape, reportShape, textShape } from './record-shapes.ts'
import {
  claimEntry,
  consentEntry,
  findingEntry,
  interviewEntry,
  linkageEntry,
  originLinkEntry,
  passageEntry,
  personEntry,
  placeEntry,
  resolutionEntry,
  sourceEntry,
  unitEntry,
  unlessEmpty,
  type CodeOf,
} from './write-records.ts'
import { estimateEntry } from './write-estimate.ts'
import { reportBody } from './write-report.ts'

/**
 * An investigation as a folder that `readInvestigation` reads back: the same records under the same codes, the same
 * words. Ids are derived from codes again, so those of an investigation that was made in a store become others;
 * where in a file a sentence stood is not kept. Same investigation, same bytes.
 * @returns the text of each file by its path
 */
export function writeInvestigation(investigation: Investigation): ReadonlyMap<string, string> {
  const codeOf = codesOf(investigation)
  return new Map([
    ['investigation.yaml', yaml(headEntry(investigation))],
    ...recordFiles(investigation, codeOf),
    ...investigation.lists.map((list): [string, string] => [fileOf(list.code), csv(list)]),
    ...investigation.linkages.map((linkage): [string, string] => [
      linkageFile(linkage.code),
      csv(linkTable(linkage, codeOf)),
    ]),
    ...investigation.texts.map((text): [string, string] => [`texts/${text.code}.md`, textFile(text, codeOf)]),
    ...runFiles(investigation),
    ...investigation.reports.map((report): [string, string] => [
      reportFile(report),
      reportText(report, codeOf),
    ]),
  ])
}

/** One file for each estimate that was run, as canonical JSON: the bytes that its digests are of. */
function runFiles({ estimates, runs }: Investigation): readonly [string, string][] {
  return estimates.flatMap(({ id, code }): [string, string][] => {
    const ofEstimate = runs.filter((run) => run.estimate === id)
    if (ofEstimate.length === 0) return []
    return [[runFile(code), `${canonicalJson(jsonOf({ runs: ofEstimate.map(runEntry) }))}\n`]]
  })
}

/** Of which estimate it is stands in the name of the file. */
function runEntry(run: KeptRun): Omit<KeptRun, 'estimate'> {
  const { id, version, request, inputs, seed, software, repeats, askedBy, askedAt, endedAt, result, sha256 } =
    run
  return { id, version, request, inputs, seed, software, repeats, askedBy, askedAt, endedAt, result, sha256 }
}

function codesOf(investigation: Investigation): CodeOf {
  const { sources, places, texts, passages, claims, findings, estimates, lists, linkages } = investigation
  const named = [sources, places, texts, passages, claims, findings, estimates, lists, linkages].flat()
  const codes = new Map<string, string>(named.map(({ id, code }) => [id, code]))
  return (id) => codes.get(id) ?? id
}

function headEntry(investigation: Investigation): z.input<typeof investigationShape> {
  const { code, title, notice, nature, thresholds } = investigation
  return { code, title, notice, nature, thresholds }
}

function recordFiles(investigation: Investigation, codeOf: CodeOf): readonly [string, string][] {
  const { sources, originLinks, places, persons, units, interviews, consents, claims } = investigation
  const { findings, estimates, resolutions, lists, linkages } = investigation
  return [
    file('sources.yaml', {
      sources: sources.map(sourceEntry),
      'origin-links': unlessEmpty(originLinks.map((link) => originLinkEntry(link, codeOf))),
    }),
    ...optional('registers.yaml', {
      places: places.map((place) => placeEntry(place, codeOf)),
      persons: persons.map(personEntry),
      units: units.map(unitEntry),
    }),
    ...optional('interviews.yaml', {
      interviews: interviews.map((interview) => interviewEntry(interview, codeOf)),
      consents: consents.map((consent) => consentEntry(consent, codeOf)),
    }),
    ...spread('passages', passageEntries(investigation, codeOf)),
    ...spread(
      'claims',
      claims.map((claim) => claimEntry(claim, codeOf)),
    ),
    file('findings.yaml', { findings: findings.map((finding) => findingEntry(finding, codeOf)) }),
    ...optional('estimates.yaml', {
      estimates: estimates.map((estimate) => estimateEntry(estimate, codeOf)),
    }),
    ...optional('resolutions.yaml', { resolutions: resolutions.map((one) => resolutionEntry(one, codeOf)) }),
    ...optional('lists.yaml', { lists: lists.map(({ code, title, holder }) => ({ code, title, holder })) }),
    ...optional('linkages.yaml', { linkages: linkages.map(linkageEntry) }),
  ]
}

function passageEntries({ passages, texts }: Investigation, codeOf: CodeOf) {
  const byId = new Map(texts.map((text) => [text.id, text]))
  return passages.flatMap((passage) => {
    const text = byId.get(passage.text)
    return text ? [passageEntry(passage, text, codeOf)] : []
  })
}

/** Files stay small enough to be opened and compared by a person, and within what is read. */
const ENTRIES_PER_FILE = 2_000

function spread(name: string, entries: readonly unknown[]): readonly [string, string][] {
  if (entries.length <= ENTRIES_PER_FILE) return [file(`${name}.yaml`, { [name]: entries })]
  return Array.from({ length: Math.ceil(entries.length / ENTRIES_PER_FILE) }, (_, part) => {
    const some = entries.slice(part * ENTRIES_PER_FILE, (part + 1) * ENTRIES_PER_FILE)
    return file(`${name}/${String(part + 1).padStart(6, '0')}.yaml`, { [name]: some })
  })
}

type Lists = Readonly<Record<string, readonly unknown[] | undefined>>

function file(name: string, lists: Lists): [string, string] {
  return [name, yaml(lists)]
}

/** A file of optional lists, or none when all are empty. */
function optional(name: string, lists: Lists): readonly [string, string][] {
  const some = Object.entries(lists).filter(([, items]) => items !== undefined && items.length > 0)
  return some.length === 0 ? [] : [file(name, Object.fromEntries(some))]
}

function yaml(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 110, version: '1.2' })
}

function textFile(text: Text, codeOf: CodeOf): string {
  const speakers = [...new Set(text.turns.flatMap(({ speaker }) => speaker ?? []))]
  const labelled = JSON.stringify(turnsOf(text.content, speakers)) === JSON.stringify(text.turns)
  const fields: z.input<typeof textShape> = {
    code: text.code,
    source: codeOf(text.source),
    title: text.title,
    language: text.language,
    kind: text.kind,
    'translation-of': text.translationOf === null ? undefined : codeOf(text.translationOf),
    version: text.version === 1 ? undefined : text.version,
    ...(labelled ? { speakers: unlessEmpty(speakers) } : { turns: text.turns.map(turnFields) }),
    'read-from': text.readFrom,
  }
  return markdown(fields, text.content)
}

function turnFields({ pieces, ...turn }: Turn) {
  return pieces === undefined ? turn : { ...turn, pieces: [...pieces] }
}

function reportFile({ code, locale }: Report): string {
  return code === 'report' ? `report.${locale}.md` : `reports/${code}.${locale}.md`
}

function reportText(report: Report, codeOf: CodeOf): string {
  const fields: z.input<typeof reportShape> = {
    language: report.locale,
    title: report.title,
    subtitle: report.subtitle ?? undefined,
    authors: [...report.authors],
    dated: report.dated,
  }
  return markdown(fields, reportBody(report, codeOf))
}

function markdown(fields: unknown, body: string): string {
  return `---\n${yaml(fields)}---\n\n${body}\n`
}

/** The links in their order; the column `draw` only where there are draws. */
function linkTable({ links }: Linkage, codeOf: CodeOf): Pick<PersonList, 'columns' | 'rows'> {
  const drawn = links.some(({ draw }) => draw !== null)
  return {
    columns: ['list', 'row', 'person', ...(drawn ? ['draw'] : [])],
    rows: links.map(({ list, row, person, draw }) => [
      ...[codeOf(list), String(row), person],
      ...(drawn ? [draw === null ? '' : String(draw)] : []),
    ]),
  }
}

function csv({ columns, rows }: Pick<PersonList, 'columns' | 'rows'>): string {
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('')
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
