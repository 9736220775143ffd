import type { Investigation, Report } from '@corroborate/report'
import { isPatternRequest, type EstimateRequest } from '@corroborate/estimate'
import type { Lookup } from './directives.ts'
import { beyondLimits } from './limits.ts'
import { inReadingOrder, mistake, type Mistake } from './mistake.ts'
import { readClaims, readResolutions } from './read-claims.ts'
import { readEstimates } from './read-estimates.ts'
import { readFindings } from './read-findings.ts'
import { openLinkages, readLinkages } from './read-linkages.ts'
import { readLists } from './read-lists.ts'
import {
  openRegisters,
  readConsents,
  readInterviews,
  readOriginLinks,
  readPersons,
  readPlaces,
  readSources,
  readUnits,
} from './read-registers.ts'
import { readPassages, readTexts } from './read-texts.ts'
import { idOf, openLists, openSpread, shaped, startReading, type Opened, type Reading } from './reading.ts'
import { investigationShape } from './record-shapes.ts'
import { readRuns } from './read-runs.ts'
import { readReport, REPORT_FILE } from './report-file.ts'
import { strangeFiles } from './strange-files.ts'
import { readYaml } from './yaml-file.ts'

/** An investigation, or everything that keeps its folder from being one. */
export type FolderRead =
  | { readonly ok: true; readonly investigation: Investigation }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

/**
 * Reads an investigation folder (docs/methods/investigation-folder.md). Never throws on what stands in it: every mistake
 * is told with its file, line and field, all of them at once, in reading order.
 * @param files the text of each file by its path in the folder, with `/` between: `texts/w01.md`
 */
export function readInvestigation(files: ReadonlyMap<string, string>): FolderRead {
  const beyond = beyondLimits(files)
  if (beyond.length > 0) return { ok: false, mistakes: inReadingOrder(beyond) }
  const head = readHead(files)
  const reading = startReading(files, head.ok ? head.value.code : '')
  const body = readBody(reading)
  const mistakes = [...(head.ok ? [] : head.mistakes), ...strangeFiles(files), ...reading.mistakes]
  if (!head.ok || mistakes.length > 0) return { ok: false, mistakes: inReadingOrder(mistakes) }
  return { ok: true, investigation: { id: idOf(reading, 'investigation'), ...head.value, ...body } }
}

type Head = Pick<Investigation, 'code' | 'title' | 'notice' | 'nature' | 'thresholds'>
type Body = Omit<Investigation, 'id' | keyof Head>

function readHead(
  files: ReadonlyMap<string, string>,
):
  | { readonly ok: true; readonly value: Head }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] } {
  const file = 'investigation.yaml'
  const content = files.get(file)
  if (content === undefined) {
    const told = { expected: 'a file that says what the investigation is', found: 'no such file' }
    return { ok: false, mistakes: [mistake({ file, line: null, field: null }, told)] }
  }
  const read = readYaml(file, content)
  if (!read.ok) return read
  const reading = startReading(files, '')
  const head = shaped(reading, investigationShape, read.yaml)
  return head ? { ok: true, value: head.value } : { ok: false, mistakes: reading.mistakes }
}

/** In the order in which one part needs another: codes are entered before they are looked up. */
function readBody(reading: Reading): Body {
  const opened = openAll(reading)
  const sources = readSources(reading, opened)
  const originLinks = readOriginLinks(reading, opened)
  const texts = readTexts(reading)
  const passages = readPassages(reading, opened, texts)
  const lists = readLists(reading)
  const estimates = readEstimates(reading, opened, lists)
  const sourceCodes = new Map(sources.map((source) => [source.id, source.code]))
  return {
    sources,
    originLinks,
    interviews: readInterviews(reading, opened, sources),
    consents: readConsents(reading, opened, sources),
    places: readPlaces(reading, opened),
    persons: readPersons(reading, opened),
    units: readUnits(reading, opened),
    lists,
    linkages: readLinkages(reading, opened, lists),
    texts,
    passages,
    claims: readClaims(reading, opened, { passages, texts, links: originLinks, sourceCodes }),
    resolutions: readResolutions(reading),
    findings: readFindings(reading, opened),
    estimates,
    runs: readRuns(reading, estimates),
    reports: readReports(reading, estimates),
  }
}

function openAll(reading: Reading): Opened {
  return new Map([
    ...openRegisters(reading),
    ...openSpread(reading, 'passages', 'passage'),
    ...openSpread(reading, 'claims', 'claim'),
    ...openLists(reading, 'findings.yaml', { findings: { kind: 'finding', required: true } }),
    ...openLinkages(reading),
    ...openLists(reading, 'estimates.yaml', { estimates: { kind: 'estimate', required: false } }),
  ])
}

function readReports(reading: Reading, estimates: readonly EstimateRequest[]): readonly Report[] {
  const parts = new Map(
    estimates.map((estimate) => [
      estimate.code,
      {
        periods: isPatternRequest(estimate) ? estimate.periods.map(({ code }) => code) : [],
        // Those of an estimate from lists are its methods, known when it was run.
        alternatives: isPatternRequest(estimate) ? estimate.alternatives.map(({ code }) => code) : null,
      },
    ]),
  )
  const lookup: Lookup = { reading, parts }
  return [...reading.files.keys()]
    .filter((file) => REPORT_FILE.test(file))
    .sort()
    .map((file) => readReport(lookup, file))
    .filter((report) => report !== null)
    .sort((a, b) => (`${a.code} ${a.locale}` < `${b.code} ${b.locale}` ? -1 : 1))
}
